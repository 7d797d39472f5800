/** Where each province stands on the picture: a grid that resembles the map, so that small ones are as legible as large ones. */
export interface Tile {
  readonly code: string;
  /** Short name; the long one does not fit into a tile. */
  readonly zh: string;
  /** Two letters of GB/T 2260 (in ISO 3166-2:CN since 2017), where a name in English does not fit. */
  readonly letters: string;
  readonly row: number;
  readonly column: number;
}

/** One line a row; `.` is an empty place. */
const rows: readonly string[] = [
  '.      .      .      .      .      .      .      .      23黑龙江HL',
  '65新疆XJ .      .      .      .      15内蒙古NM .    21辽宁LN 22吉林JL',
  '.      63青海QH 62甘肃GS 64宁夏NX 14山西SX 13河北HE 11北京BJ 12天津TJ',
  '54西藏XZ 51四川SC 50重庆CQ 61陕西SN 41河南HA 37山东SD 32江苏JS',
  '.      .      52贵州GZ 42湖北HB 34安徽AH 33浙江ZJ 31上海SH',
  '.      53云南YN 45广西GX 43湖南HN 36江西JX 35福建FJ .      71台湾TW',
  '.      .      .      82澳门MO 44广东GD 81香港HK',
  '.      .      46海南HI',
];

export const tiles: readonly Tile[] = rows.flatMap((line, row) =>
  line
    .split(/\s+/)
    .flatMap((cell, column) =>
      cell === '.' ? [] : [{ code: `${cell.slice(0, 2)}0000`, zh: cell.slice(2, -2), letters: cell.slice(-2), row, column }],
    ),
);
