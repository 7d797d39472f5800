/**
 * A2 attainment 目标达成度: how far the indicators stand where they should.
 *
 * Mean over the yardsticks with a known position, of duties that were not discharged: before the due date
 * attained ÷ due on the path, within 0–1 (1 where nothing is due yet and nothing was lost); from then on 1 if met, and
 * if missed the share of the way covered, within 0–1; 0 where it is missed and the way is not known, for want of a
 * baseline. Two yardsticks of one duty count separately. Unknown if no position is known. Cost: linear in yardsticks.
 */
import { mean } from '@gongze/statistics';
import type { FactRef } from '../../cases/state.ts';
import { both, percent } from '../../stages/explain.ts';
import type { Situation } from '../../stages/situation.ts';
import type { Position, YardstickPosition } from '../../stages/yardsticks.ts';
import { clipped, type Component, counted, known, unknown } from '../component.ts';

const head = { id: 'attainment', name: both('目标达成度', 'Attainment') };

function attainmentOf({ position, attained, due }: YardstickPosition): number | undefined {
  if (position === 'unknown') return undefined;
  if (position === 'met') return 1;
  if (position === 'missed') return clipped(attained ?? 0);
  if (attained === undefined || due === undefined) return undefined;
  return due > 0 ? clipped(attained / due) : position === 'ahead' ? 1 : 0;
}

export function attainment(situation: Situation): Component {
  const counts: Record<Position, number> = { ahead: 0, behind: 0, met: 0, missed: 0, unknown: 0 };
  const refs: (FactRef | undefined)[] = [];
  const values: number[] = [];
  for (const duty of situation.duties) {
    if (duty.obligation.discharged !== undefined || duty.pending) continue;
    for (const yardstick of duty.yardsticks) {
      counts[yardstick.position] += 1;
      const value = attainmentOf(yardstick);
      if (value === undefined) continue;
      values.push(value);
      refs.push(yardstick.reading?.ref);
    }
  }
  const value = mean(values);
  if (value === undefined) {
    return unknown(
      head,
      both(
        counts.unknown === 0 ? '没有义务设定量化标尺。' : `${counts.unknown}项标尺均缺少可比读数、基数或路径。`,
        counts.unknown === 0
          ? 'No obligation has a yardstick.'
          : `${counted(counts.unknown, 'yardstick lacks', 'yardsticks lack')} a comparable reading, a baseline or a path.`,
      ),
    );
  }
  const without = both(counts.unknown === 0 ? '' : `，未知${counts.unknown}项`, counts.unknown === 0 ? '' : `, ${counts.unknown} unknown`);
  return known(
    head,
    value,
    refs,
    both(
      `标尺已达标${counts.met}项、未达标${counts.missed}项、快于路径${counts.ahead}项、慢于路径${counts.behind}项${without.zh}；平均达成${percent(value).zh}。`,
      `Yardsticks: ${counts.met} met, ${counts.missed} missed, ${counts.ahead} ahead of the path, ${counts.behind} behind it${without.en}; ${percent(value).en} attained on average.`,
    ),
  );
}
