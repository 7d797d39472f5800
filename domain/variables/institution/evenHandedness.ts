/**
 * I5 evenHandedness 上级文件的均衡性: whether documents of the superiors serve the parties in proportion to their need.
 *
 * 1 − ½ Σ |provisions share − need share| over the parties, where provisions are the mean of the shares coded for the
 * documents of `partialSuperior.windowMonths` (of unknown date: standing evidence, always counted), scaled to the
 * parties. 1 = proportional, 0 = everything goes where no need is. Where need is not read for every party, equal need
 * is presumed and the explanation says so. A standing judgement that a superior is partial decides: 0; without coded
 * provisions a judgement that it is not gives 1. Unknown without either. Cost: linear in instruments × parties.
 */
import { standingJudgements } from '../../cases/judgements.ts';
import type { InstrumentState } from '../../cases/state.ts';
import { capacityShares } from '../../stages/capacity.ts';
import { both, listed, percent } from '../../stages/explain.ts';
import { isSuperior, type Situation } from '../../stages/situation.ts';
import type { GovernmentCode } from '../../vocabulary/ids.ts';
import { type Component, counted, known, unknown } from '../component.ts';
import { isWithin, windowStart } from '../window.ts';

const head = { id: 'evenHandedness', name: both('上级文件的均衡性', 'Even-handedness of the superior’s documents') };

function codedDocuments(situation: Situation): InstrumentState[] {
  const from = windowStart(situation, situation.parameters.get('partialSuperior.windowMonths'));
  return [...situation.state.instruments.values()].filter(
    ({ terms, applied }) =>
      terms.provisions !== undefined &&
      isSuperior(situation, terms.tier as GovernmentCode) &&
      (!applied.dated || isWithin(applied, from)) &&
      situation.parties.some((party) => (terms.provisions?.[party] ?? 0) > 0),
  );
}

/** Mean share of provisions of each party, adding up to 1 over the parties. */
function provisionShares(situation: Situation, documents: readonly InstrumentState[]): number[] {
  const sums = situation.parties.map(() => 0);
  for (const { terms } of documents) {
    const own = situation.parties.map((party) => terms.provisions?.[party] ?? 0);
    const total = own.reduce((sum, share) => sum + share, 0);
    for (const [i, share] of own.entries()) sums[i] = (sums[i] ?? 0) + share / total;
  }
  return sums.map((sum) => sum / documents.length);
}

function measured(situation: Situation, documents: readonly InstrumentState[]): Component {
  const need = capacityShares(situation, 'need');
  const { parties } = situation;
  const provided = provisionShares(situation, documents);
  const needed = parties.map((party) => (need === undefined ? 1 / parties.length : (need.shares.get(party) ?? 0)));
  const distance = provided.reduce((sum, share, i) => sum + Math.abs(share - (needed[i] ?? 0)), 0) / 2;
  const each = listed(
    parties.map((party, i) => {
      const [has, needs] = [percent(provided[i] ?? 0), percent(needed[i] ?? 0)];
      return both(
        `${situation.nameOf(party).zh}${has.zh}（需求${needs.zh}）`,
        `${situation.nameOf(party).en} ${has.en} (need ${needs.en})`,
      );
    }),
  );
  return known(
    head,
    1 - distance,
    [...documents.map(({ applied }) => applied), ...(need?.refs ?? [])],
    both(
      `${documents.length}份上级文件的条款惠及份额：${each.zh}${need === undefined ? '；需求未编码，按各方相等推定' : ''}。`,
      `Provisions of ${counted(documents.length, 'document of a superior', 'documents of superiors')} serve ${each.en}${need === undefined ? '; need is not coded and presumed equal' : ''}.`,
    ),
  );
}

export function evenHandedness(situation: Situation): Component {
  const judgements = standingJudgements(situation.state, 'partialSuperior');
  const partial = judgements.filter(({ payload }) => payload.holds);
  if (partial.length > 0) {
    const last = partial.at(-1)?.payload.text;
    return known(
      head,
      0,
      partial.map(({ ref }) => ref),
      both(`有来源的判断认为上级厚此薄彼：${last?.zh ?? ''}`, `A source judges the superior partial: ${last?.en ?? ''}`),
    );
  }
  const documents = codedDocuments(situation);
  if (documents.length > 0) return measured(situation, documents);
  if (judgements.length > 0) {
    return known(
      head,
      1,
      judgements.map(({ ref }) => ref),
      both('有来源的判断认为上级未厚此薄彼。', 'A source judges that the superior is not partial.'),
    );
  }
  return unknown(
    head,
    both('上级文件的条款惠及份额未编码，也没有来源的判断。', "Whom the superiors' documents serve is not coded, and no source judges it."),
  );
}
