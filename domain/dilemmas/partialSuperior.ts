/** 厚此薄彼: documents of the superior favour one party beyond its need. */
import type { InstrumentState } from '../cases/state.ts';
import { comparedShares } from '../stages/capacity.ts';
import { both, decimal, evidenceOf, listed } from '../stages/explain.ts';
import type { Situation } from '../stages/situation.ts';
import { addMonths } from '../vocabulary/dates.ts';
import type { ActorId } from '../vocabulary/ids.ts';
import { judgedFindings } from './judgements.ts';
import { absent, type DilemmaRule, type Finding, severityOf, undetermined } from './rule.ts';

const id = 'partialSuperior' as const;
const documentChannels: readonly string[] = ['policyDocument', 'planning', 'discourse', 'fiscal', 'assessment'];

function documentsOf(situation: Situation): InstrumentState[] {
  return [...situation.state.instruments.values()].filter(
    ({ terms }) => documentChannels.includes(terms.channel) && situation.ladder.includes(terms.tier as never),
  );
}

/** Mean share of provisions of recent coded documents over the share of need, per party. */
function measured(situation: Situation, documents: readonly InstrumentState[]): Finding[] | undefined {
  const from = addMonths(situation.asOf, -situation.parameters.get('partialSuperior.windowMonths'));
  const coded = documents.filter(({ terms, applied }) => terms.provisions !== undefined && applied.dated && applied.on >= from);
  const need = comparedShares(situation, 'need');
  const needed = situation.parameters.get('partialSuperior.documentsMin');
  if (coded.length < needed || need === undefined) return undefined;
  const findings: Finding[] = [];
  for (const party of situation.parties) {
    const mean = coded.reduce((sum, { terms }) => sum + (terms.provisions?.[party] ?? 0), 0) / coded.length;
    const ratio = mean / (need.shares.get(party) || Number.NaN);
    if (!(ratio > situation.parameters.get('partialSuperior.ratioMin'))) continue;
    const name = situation.namedInText(party);
    const since = coded[needed - 1]?.applied.on ?? null;
    findings.push({
      id,
      key: `${id}:${party}`,
      status: 'active',
      since,
      severity: severityOf(1 - 1 / ratio),
      subjects: [party],
      evidence: evidenceOf([...coded.map(({ applied }) => applied), ...need.refs]),
      explanation: both(
        `${coded.length}份上级文件中惠及${name.zh}的条款份额是其需求份额的${decimal(ratio)}倍。`,
        `In ${coded.length} documents of the superior the provisions for ${name.en} are ${decimal(ratio)} times its share of need.`,
      ),
    });
  }
  return findings;
}

/** What can be said without coded provisions: which documents are aimed at some parties only. */
function undecided(situation: Situation, documents: readonly InstrumentState[]) {
  const partial = documents.filter(({ terms }) => {
    const aimed = situation.parties.filter((party) => terms.targets.includes(party));
    return aimed.length > 0 && aimed.length < situation.parties.length;
  });
  const counts = new Map<ActorId, number>();
  for (const { terms } of partial)
    for (const party of situation.parties) if (terms.targets.includes(party)) counts.set(party, (counts.get(party) ?? 0) + 1);
  const tally = listed(
    [...counts].map(([party, n]) => both(`${situation.namedInText(party).zh}${n}份`, `${situation.namedInText(party).en} ${n}`)),
  );
  const aimed =
    partial.length === 0
      ? both('均面向全部各方', 'all of them address every party')
      : both(`其中${partial.length}份只面向部分方（${tally.zh}）`, `${partial.length} of them address some parties only (${tally.en})`);
  return undetermined(
    `上级文件在案${documents.length}份，${aimed.zh}；条款份额与需求份额未编码，不足以断定厚此薄彼。`,
    `${documents.length} documents of the superior are on record; ${aimed.en}. Shares of provisions and of need are not coded: too little to call it partial.`,
    (partial.length > 0 ? partial : documents).map(({ applied }) => applied),
  );
}

function judge(situation: Situation) {
  const documents = documentsOf(situation);
  const byMeasure = measured(situation, documents);
  return {
    findings: [...(byMeasure ?? []), ...judgedFindings(situation, id)],
    otherwise:
      byMeasure === undefined
        ? undecided(situation, documents)
        : absent(
            '上级文件的条款份额与各方需求相称。',
            'Provisions of the superior fit the needs of the parties.',
            documents.map(({ applied }) => applied),
          ),
  };
}

export const partialSuperior: DilemmaRule = {
  id,
  name: both('厚此薄彼', 'Partial superior'),
  thresholds: ['partialSuperior.documentsMin', 'partialSuperior.windowMonths', 'partialSuperior.ratioMin'],
  variable: 'institution',
  remedy: both(
    '上级出台文件前核对各方需求，补偿受忽视的一方；利害相关时回避。',
    'Check documents against the needs of all parties before issuing them, make up for the neglected one, and recuse where interests collide.',
  ),
  isGround: false,
  judge,
};
