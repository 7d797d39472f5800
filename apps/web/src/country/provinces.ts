/** Where each province stands on the picture: a grid that resembles the map, so that small ones are as legible as large ones. */
export interface Tile {
  readonly code: string;
  /** Short name; the long one does not fit into a tile. */
  readonly zh: string;
  readonly row: number;
  readonly column: number;
}

/** One line a row; `.` is an empty place. */
const rows: readonly string[] = [
  '.      .      .      .      .      .      .      .      23黑龙江',
  '65新疆 .      .      .      .      15内蒙古 .    21辽宁 22吉林',
  '.      63青海 62甘肃 64宁夏 14山西 13河北 11北京 12天津',
  '54西藏 51四川 50重庆 61陕西 41河南 37山东 32江苏',
  '.      .      52贵州 42湖北 34安徽 33浙江 31上海',
  '.      53云南 45广西 43湖南 36江西 35福建 .      71台湾',
  '.      .      .      82澳门 44广东 81香港',
  '.      .      46海南',
];

export const tiles: readonly Tile[] = rows.flatMap((line, row) =>
  line.split(/\s+/).flatMap((cell, column) => (cell === '.' ? [] : [{ code: `${cell.slice(0, 2)}0000`, zh: cell.slice(2), row, column }])),
);
