/** Words of the reader's notes. Fetched when the panel is first opened. */
import type { Bilingual } from '@gongze/domain/vocabulary/text';

const w = (zh: string, en: string): Bilingual => ({ zh, en });

export const words = {
  title: w('批注', 'Notes'),
  lead: w(
    '写在时间轴上的说明，只存在本浏览器中，不是事实，也不送往服务器。导出的图片会带上批注。',
    'Remarks on the time axis. They stay in this browser, are no facts, and never go to the server. Exported pictures carry them.',
  ),
  from: w('日期', 'Date'),
  to: w('至（可不填）', 'until (optional)'),
  text: w('内容', 'Note'),
  add: w('添加', 'Add'),
  save: w('保存', 'Save'),
  cancel: w('取消', 'Cancel'),
  edit: w('修改', 'Edit'),
  remove: w('删除', 'Remove'),
  removed: w('已删除一条批注。', 'A note was removed.'),
  undo: w('撤销', 'Undo'),
  badDate: w('日期无法识别，请写作 2012-01-31 或 2012年1月31日。', 'This date cannot be read. Write 2012-01-31 or 31 January 2012.'),
  noText: w('请写下内容。', 'Write something.'),
  full: w('批注已满，请先删除一些。', 'There is no room for more notes. Remove some first.'),
  copy: w('复制带批注的链接', 'Copy a link with the notes'),
  copied: w('链接已复制：打开者可见这些批注。', 'Copied. Whoever opens the link sees these notes.'),
  here: w('链接：', 'The link: '),
  sentLead: w('以下批注随链接而来，尚未存入本浏览器。', 'These notes came with the link; this browser has not kept them.'),
  keep: w('存入本浏览器', 'Keep them here'),
  drop: w('不显示', 'Put them away'),
  empty: w('尚无批注。', 'No notes yet.'),
} as const;
