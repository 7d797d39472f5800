/**
 * What reading an agreement costs, against cutting the same text into words (the floor: nothing can be read before), on a
 * generated agreement, and what one keystroke costs in the editor. Gates (exit code 1): 5 × the floor, 16 ms a keystroke.
 */
import { cpus } from 'node:os';
import { readAgreement, rereadAgreement } from '@gongze/clauses';
import { dictionarySegmenter } from '@gongze/clauses/segment/dictionary';
import { placeNames } from '@gongze/clauses/segment/places';

const size = process.argv.includes('--small') ? 200_000 : 1_000_000;
const floorMultiple = 5;
const keystrokeMilliseconds = 16;

const who = ['甲方', '乙方', '双方', '市水利局', '云岭市生态环境局', '有关部门', '各成员单位'];
const what = [
  '应于{y}年{m}月底前建成监测站{n}座',
  '每季度报送监测数据一次',
  '不得新建入河排污口',
  '应加强沟通协作，共享发展机遇',
  '应自协议签订之日起{n}个工作日内支付补偿资金{n}万元，逾期每日按0.5‰支付违约金',
  '应将断面水质达标率保持在9{m}%以上',
];

/** An agreement of about `length` characters; every clause differs, so that nothing is remembered. */
function generated(length: number): string {
  const lines: string[] = [];
  for (let at = 0, index = 0; at < length; index++) {
    const body = (what[index % what.length] as string)
      .replaceAll('{y}', String(2026 + (index % 7)))
      .replaceAll('{m}', String(1 + (index % 9)))
      .replaceAll('{n}', String(index));
    const line = `${index + 1}. ${who[index % who.length]}${body}（第${index}项）。`;
    lines.push(line);
    at += line.length + 1;
  }
  return lines.join('\n');
}

/** Least time of `runs`, milliseconds. */
function milliseconds(runs: number, work: () => void): number {
  let least = Number.POSITIVE_INFINITY;
  for (let run = 0; run < runs; run++) {
    const start = process.hrtime.bigint();
    work();
    least = Math.min(least, Number(process.hrtime.bigint() - start) / 1e6);
  }
  return least;
}

const text = generated(size);
const segment = dictionarySegmenter(placeNames);
segment('甲方');
readAgreement(text.slice(0, 20_000));
const floor = milliseconds(3, () => segment(text));
const whole = milliseconds(3, () => readAgreement(text));
const editable = text.slice(0, 100_000);
const before = readAgreement(editable);
const middle = editable.indexOf('。', 50_000);
const keystroke = milliseconds(15, () => rereadAgreement(before, `${editable.slice(0, middle)}期${editable.slice(middle)}`));

console.log(`${cpus()[0]?.model ?? 'unknown processor'}, Node ${process.versions.node}, ${text.length.toLocaleString('en')} characters`);
console.log(`cut into words     ${floor.toFixed(0)} ms   ${Math.round((text.length / floor) * 1000).toLocaleString('en')} characters/s`);
console.log(
  `read               ${whole.toFixed(0)} ms   ${Math.round((text.length / whole) * 1000).toLocaleString('en')} characters/s   ${(whole / floor).toFixed(2)} × the floor (limit ${floorMultiple})`,
);
console.log(`one keystroke      ${keystroke.toFixed(2)} ms in a text of 100,000 characters (limit ${keystrokeMilliseconds})`);
if (whole / floor > floorMultiple || keystroke > keystrokeMilliseconds) process.exitCode = 1;
