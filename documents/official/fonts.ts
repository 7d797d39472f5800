/**
 * Fonts by name. The fonts that the standard names are sold, not free: they are named and never shipped, and each name carries
 * the names of those that may stand in for it, for word processors that read `w:altName`.
 */
export const fonts = {
  /** 小标宋: mark and title. */
  title: '方正小标宋简体',
  /** 仿宋: body. */
  body: '仿宋_GB2312',
  /** 楷体: headings of the second level, names of signatories. */
  kai: '楷体_GB2312',
  /** 黑体: headings of the first level. */
  hei: '黑体',
  /** 宋体: page numbers. */
  song: '宋体',
  english: 'Arial',
} as const;

interface FontEntry {
  readonly name: string;
  readonly alternatives: readonly string[];
  readonly family: 'roman' | 'swiss' | 'script';
  /** 86 is the character set of GB 2312. */
  readonly charset: '86' | '00';
}

const entries: readonly FontEntry[] = [
  {
    name: fonts.title,
    alternatives: ['FZXiaoBiaoSong-B05S', '小标宋', '华文中宋', 'STZhongsong', 'SimSun', 'Noto Serif CJK SC'],
    family: 'roman',
    charset: '86',
  },
  {
    name: fonts.body,
    alternatives: ['FangSong_GB2312', '仿宋', 'FangSong', 'STFangsong', 'Noto Serif CJK SC'],
    family: 'roman',
    charset: '86',
  },
  { name: fonts.kai, alternatives: ['KaiTi_GB2312', '楷体', 'KaiTi', 'STKaiti', 'Noto Serif CJK SC'], family: 'script', charset: '86' },
  { name: fonts.hei, alternatives: ['SimHei', 'STHeiti', 'Noto Sans CJK SC'], family: 'swiss', charset: '86' },
  { name: fonts.song, alternatives: ['SimSun', 'STSong', 'Noto Serif CJK SC'], family: 'roman', charset: '86' },
  { name: fonts.english, alternatives: ['Helvetica', 'Liberation Sans'], family: 'swiss', charset: '00' },
];

/** `word/fontTable.xml` (ECMA-376 part 1, 17.8.3). */
export function fontTableXml(): string {
  const font = ({ name, alternatives, family, charset }: FontEntry): string =>
    `<w:font w:name="${name}"><w:altName w:val="${alternatives.join(',')}"/><w:charset w:val="${charset}"/><w:family w:val="${family}"/></w:font>`;
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${entries.map(font).join('')}</w:fonts>`;
}
