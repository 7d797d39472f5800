/**
 * What reading an agreement costs, against cutting the same text into words (the floor: nothing can be read before), on a
 * generated agreement in each language, and what one keystroke costs in the editor. Two floors stand side by side. The own one is the
 * segmenter of this package: a dictionary for Chinese, for English, whose words are runs of letters,
 * no more than a look at each letter. The other is what the platform does when it is asked for words (`Intl.Segmenter`); for English
 * the goal is understood against it (ADR 0187). Each piece of the text is cut and read in turn, and the least time of each counts, so
 * that a busy machine does not decide.
 * Goal: 5 × the floor. Gates (exit code 1): the multiples of both floors below, which leave room over what was reached on a busy
 * machine, and 16 ms a keystroke in 100,000 characters.
 */
import { cpus } from 'node:os';
import { readAgreement, rereadAgreement } from '@gongze/clauses';
import { dictionarySegmenter } from '@gongze/clauses/segment/dictionary';
import { placeNames } from '@gongze/clauses/segment/places';

const size = process.argv.includes('--small') ? 200_000 : 1_000_000;
const rounds = 5;
const goal = 5;
const keystrokeMilliseconds = 16;

interface Sample {
  readonly name: string;
  readonly language: 'zh' | 'en';
  /** Gates: multiples of the own floor and of the platform's. */
  readonly limit: number;
  readonly platformLimit: number;
  readonly who: readonly string[];
  readonly what: readonly string[];
  readonly write: (index: number, who: string, what: string) => string;
  /** Where a character is typed: after a mark in the middle. */
  readonly mark: string;
  readonly typed: string;
}

const samples: readonly Sample[] = [
  {
    name: 'Chinese',
    language: 'zh',
    limit: 8,
    platformLimit: 5,
    who: ['甲方', '乙方', '双方', '市水利局', '云岭市生态环境局', '有关部门', '各成员单位'],
    what: [
      '应于{y}年{m}月底前建成监测站{n}座',
      '每季度报送监测数据一次',
      '不得新建入河排污口',
      '应加强沟通协作，共享发展机遇',
      '应自协议签订之日起{n}个工作日内支付补偿资金{n}万元，逾期每日按0.5‰支付违约金',
      '应将断面水质达标率保持在9{m}%以上',
    ],
    write: (index, who, what) => `${index + 1}. ${who}${what}（第${index}项）。`,
    mark: '。',
    typed: '期',
  },
  {
    name: 'English',
    language: 'en',
    limit: 55,
    platformLimit: 15,
    who: ['Party A', 'Each Party', 'The Parties', 'The Water Bureau', 'Harrow County Council', 'The Joint Committee', 'All members'],
    what: [
      'shall build {n} monitoring stations by 30 June {y}',
      'shall report the readings of gauge {n} every quarter',
      'shall not licence new outfalls in reach {n}',
      'will strengthen cooperation and share opportunities under item {n}',
      'shall pay {n} euros within {m} working days of signature; late payment bears interest of 0.5% a day',
      'shall keep at least 9{m}% of the samples of site {n} within the limit',
    ],
    write: (index, who, what) => `${index + 1}. ${who} ${what} (item ${index}).`,
    mark: '.',
    typed: ' s',
  },
];

/** An agreement of about `length` characters; every clause differs, so that nothing is remembered. */
function generated({ who, what, write }: Sample, length: number): string {
  const lines: string[] = [];
  for (let at = 0, index = 0; at < length; index++) {
    const body = (what[index % what.length] as string)
      .replaceAll('{y}', String(2026 + (index % 7)))
      .replaceAll('{m}', String(1 + (index % 9)))
      .replaceAll('{n}', String(index));
    const line = write(index, who[index % who.length] as string, body);
    lines.push(line);
    at += line.length + 1;
  }
  return lines.join('\n');
}

/** The text in pieces of some hundred characters that end where a line does. */
function piecesOf(text: string): string[] {
  const pieces: string[] = [];
  for (let from = 0; from < text.length; ) {
    const end = text.indexOf('\n', from + 400);
    pieces.push(text.slice(from, end < 0 ? text.length : end));
    from = end < 0 ? text.length : end + 1;
  }
  return pieces;
}

function milliseconds(work: () => void): number {
  const start = process.hrtime.bigint();
  work();
  return Number(process.hrtime.bigint() - start) / 1e6;
}

/** Least and 95th percentile of what a character costs, typed in the middle of the first `length` characters, each time another. */
function keystroke(sample: Sample, text: string, length: number): { least: number; p95: number } {
  const editable = text.slice(0, length);
  const middle = editable.indexOf(sample.mark, length / 2);
  let before = readAgreement(editable);
  let now = editable;
  const costs = Array.from({ length: 40 }, () => {
    now = now.slice(0, middle) + sample.typed + now.slice(middle);
    return milliseconds(() => {
      before = rereadAgreement(before, now);
    });
  }).sort((a, b) => a - b);
  return { least: costs[0] as number, p95: costs[37] as number };
}

const segment = dictionarySegmenter(placeNames);
segment('甲方');
console.log(`${cpus()[0]?.model ?? 'unknown processor'}, Node ${process.versions.node}`);
for (const sample of samples) {
  const text = generated(sample, size);
  readAgreement(text.slice(0, 20_000));
  const words = new Intl.Segmenter(sample.language, { granularity: 'word' });
  const cutByPlatform = (piece: string): number => {
    let count = 0;
    for (const { isWordLike } of words.segment(piece)) if (isWordLike) count++;
    return count;
  };
  let floor = 0;
  let platform = 0;
  let whole = 0;
  for (const piece of piecesOf(text)) {
    let [cut, read, other] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
    for (let round = 0; round < rounds; round++) {
      cut = Math.min(
        cut,
        milliseconds(() => segment(piece)),
      );
      read = Math.min(
        read,
        milliseconds(() => readAgreement(piece)),
      );
      other = Math.min(
        other,
        milliseconds(() => cutByPlatform(piece)),
      );
    }
    floor += cut;
    platform += other;
    whole += read;
  }
  const rate = (cost: number): string => `${Math.round((text.length / cost) * 1000).toLocaleString('en')} characters/s`;
  console.log(`${sample.name}, ${text.length.toLocaleString('en')} characters`);
  console.log(`  cut into words     ${floor.toFixed(0)} ms   ${rate(floor)}`);
  console.log(`  cut by Intl        ${platform.toFixed(0)} ms   ${rate(platform)}`);
  console.log(
    `  read               ${whole.toFixed(0)} ms   ${rate(whole)}   ${(whole / floor).toFixed(2)} × the floor (goal ${goal}, gate ${sample.limit}), ${(whole / platform).toFixed(2)} × Intl.Segmenter (gate ${sample.platformLimit})`,
  );
  if (whole / floor > sample.limit || whole / platform > sample.platformLimit) process.exitCode = 1;
  console.log(`  read at once       ${milliseconds(() => readAgreement(text)).toFixed(0)} ms`);
  for (const length of [Math.min(100_000, size), size]) {
    const { least, p95 } = keystroke(sample, text, length);
    const gate = length <= 100_000 ? `gate ${keystrokeMilliseconds} for the least` : `goal ${keystrokeMilliseconds}, not gated`;
    console.log(
      `  one keystroke      ${least.toFixed(2)} ms, p95 ${p95.toFixed(2)} ms in ${length.toLocaleString('en')} characters (${gate})`,
    );
    if (length <= 100_000 && least > keystrokeMilliseconds) process.exitCode = 1;
  }
}
