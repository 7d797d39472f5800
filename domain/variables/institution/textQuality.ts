/**
 * I2 textQuality 条款可操作性与约束力: per agreement that was not terminated, the mean of (operability + bindingness) ÷ 2 over
 * its clauses by weight; where no clause is scored on both, the sourced judgement of the text. Value = mean over the
 * agreements scored, each counting once, however many clauses it has. Unknown if none is scored. Cost: linear in clauses.
 */
import { mean } from '@gongze/statistics';
import type { AgreementState } from '../../cases/state.ts';
import { both, decimal } from '../../stages/explain.ts';
import type { Situation } from '../../stages/situation.ts';
import { type Component, counted, known, unknown } from '../component.ts';

const head = { id: 'textQuality', name: both('条款可操作性与约束力', 'Operability and bindingness of clauses') };

interface Score {
  readonly score: number;
  readonly judged: boolean;
}

function scoreOf({ terms }: AgreementState): Score | undefined {
  let weights = 0;
  let sum = 0;
  for (const { operability, bindingness, weight = 1 } of terms.clauses ?? []) {
    if (operability === undefined || bindingness === undefined) continue;
    weights += weight;
    sum += (weight * (operability + bindingness)) / 2;
  }
  if (weights > 0) return { score: sum / weights, judged: false };
  const { judgement } = terms;
  return judgement === undefined ? undefined : { score: (judgement.operability + judgement.bindingness) / 2, judged: true };
}

export function textQuality(situation: Situation): Component {
  const standing = [...situation.state.agreements.values()].filter((agreement) => agreement.terminated === undefined);
  const scored = standing.flatMap((agreement) => {
    const score = scoreOf(agreement);
    return score === undefined ? [] : [{ agreement, ...score }];
  });
  const value = mean(scored.map(({ score }) => score));
  if (value === undefined) {
    return unknown(
      head,
      both(
        `现行协议${standing.length}份，条款均未评分，也没有来源的判断。`,
        `${counted(standing.length, 'agreement stands', 'agreements stand')}; no clause is scored and no source judges the text.`,
      ),
      standing.map(({ signed }) => signed),
    );
  }
  const judged = scored.filter((own) => own.judged).length;
  return known(
    head,
    value,
    scored.flatMap(({ agreement }) => [agreement.signed, ...agreement.amendments]),
    both(
      `${scored.length}份现行协议平均得分${decimal(value)}${judged === 0 ? '' : `，其中${judged}份文本未逐条评分，依有来源的判断`}。`,
      `${counted(scored.length, 'standing agreement scores', 'standing agreements score')} ${decimal(value)} on average${judged === 0 ? '' : `; ${judged} by a sourced judgement, as the clauses are not scored`}.`,
    ),
  );
}
