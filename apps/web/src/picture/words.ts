/** Words of the picture that leaves the page. Fetched when it is first made. */
import type { Bilingual } from '@gongze/domain/vocabulary/text';

const w = (zh: string, en: string): Bilingual => ({ zh, en });

export const words = {
  title: w('导出时间轴图片', 'The time axis as a picture'),
  lead: w(
    '图片始终为浅色，自带全部样式；显示当前的截止日期、时段、选中项和批注。',
    'Always in light colours, with all its styles inside. It shows the date, the period, the selection and the notes as they are now.',
  ),
  svg: w('下载 SVG（矢量图）', 'Download SVG'),
  png: w('下载 PNG（两倍分辨率）', 'Download PNG (double resolution)'),
  printA3: w('打印或存为 PDF（A3 横向）', 'Print or save as PDF, A3 landscape'),
  printA4: w('打印或存为 PDF（A4 横向）', 'Print or save as PDF, A4 landscape'),
  close: w('关闭', 'Close'),
  failed: w('浏览器未能把图片画成 PNG，请改用 SVG。', 'The browser could not draw the picture as PNG. Take the SVG instead.'),
  asOf: w('截至', 'As of'),
  knownOn: w('按何时所知：', 'As known on '),
  allKnown: w('按今日所知', 'As known today'),
  simulated: w('模拟：图中内容均未发生', 'Simulated: nothing of this happened'),
  notes: w('批注（读者所加，不是事实）', 'Notes (the reader’s own, no facts)'),
} as const;

/** How the curves and spans were made. */
export function sampledText(dates: string, lang: 'zh' | 'en'): string {
  return lang === 'zh' ? `变量与困境按${dates}个日期推算` : `variables and dilemmas read at ${dates} dates`;
}

/** One line on what the picture rests on. */
export function basisText(counts: { facts: string; sources: string; withheld: number }, lang: 'zh' | 'en'): string {
  const { facts, sources, withheld } = counts;
  if (lang === 'zh') return `事实 ${facts} 条，来源 ${sources} 处${withheld > 0 ? `；另有 ${withheld} 条未公开` : ''}`;
  return `${facts} facts from ${sources} sources${withheld > 0 ? `; ${withheld} more are not open to the reader` : ''}`;
}
