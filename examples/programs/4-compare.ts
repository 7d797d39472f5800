/** Which combinations of conditions go with conversion, all models listed. `node examples/programs/4-compare.ts` */
import { tableFromCsv } from '@gongze/studies/comparison/matrix/csv';
import { prepare, qcaDocument, truthTable } from '@gongze/studies/comparison/qca/index';

// Made up: assessment by a superior, a precise text, earlier cooperation; converted or not.
const csv = `case,assessed,precise,history,converted
A,1,1,1,1
B,1,1,0,1
C,1,0,1,1
D,0,1,1,1
E,1,0,0,0
F,0,1,0,0
G,0,0,1,0
H,0,0,0,0
`;
const table = tableFromCsv(csv);
if (!table.ok) throw new Error(table.refusal.text.en);
const data = prepare(table.value, { outcome: 'converted', conditions: ['assessed', 'precise', 'history'] });
if (!data.ok) throw new Error(data.refusal.text.en);
const rows = truthTable(data.value);
if (!rows.ok) throw new Error(rows.refusal.text.en);
const found = qcaDocument(rows.value, { solution: 'parsimonious' });
if (!found.ok) throw new Error(found.refusal.text.en);
for (const { terms, inclS, covS } of found.value.models) console.log(`${terms.join(' + ')}   inclusion ${inclS}, coverage ${covS}`);
