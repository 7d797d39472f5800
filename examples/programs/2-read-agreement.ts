/** What a draft leaves open, before anybody signs it. `node examples/programs/2-read-agreement.ts` */
import { readAgreement } from '@gongze/clauses';

const draft = `一、双方应当加强沟通协调，力争早日实现交通互联互通。
二、西安市交通运输局应当于2027年6月30日前建成通车里程不少于12公里的连接道路；逾期未完成的，由省政府办公厅予以通报。`;

const { clauses, bindingScore } = readAgreement(draft, { language: 'zh' });
for (const { start, end, reading } of clauses)
  console.log(`${reading.bindingScore ?? '—'}  ${reading.vague.join(', ') || 'nothing is vague'}  ${draft.slice(start, end)}`);
console.log(`the whole text: ${bindingScore}`);
