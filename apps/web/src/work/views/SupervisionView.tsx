import { addDays, addMonths } from '@gongze/domain/vocabulary/dates';
import { sameSide } from '@gongze/domain/decisions/context';
import type { ActorId } from '@gongze/domain/vocabulary/ids';
import { DataTable } from '../../parts/DataTable.tsx';
import { useFrame } from '../../view/useCase.ts';
import { Commands } from './Commands.tsx';
import { Do } from './Do.tsx';
import { RuleTables } from './RuleTables.tsx';
import { superiorWords as s } from './superiorWords.ts';
import type { ViewProps } from './types.ts';
import './views.css';

const supervising = ['planInspection', 'issueReminder', 'proposeAccountability', 'publishEvaluation'] as const;

/** Inspections with their plans and reviews, the burden on each object, and what the rule tables come to. */
export default function SupervisionView({ context, onDo }: ViewProps) {
  const { lang } = useFrame();
  return (
    <>
      <Commands of={supervising} context={context} onDo={onDo} />
      <section className="work-part">
        <h4>{s.inspections[lang]}</h4>
        <Inspections context={context} onDo={onDo} />
      </section>
      <section className="work-part">
        <h4>{s.budget[lang]}</h4>
        <Budget context={context} />
      </section>
      <RuleTables context={context} onDo={onDo} />
    </>
  );
}

function Inspections({ context: { situation, by, today }, onDo }: ViewProps) {
  const { lang, text, date, actors } = useFrame();
  const rows = [...situation.state.inspections.values()].toReversed();
  if (rows.length === 0) return <p className="muted">{s.none[lang]}</p>;
  const askDays = situation.parameters.get('supervision.reviewRequestDays');
  const decideDays = situation.parameters.get('supervision.reviewDecisionDays');
  return (
    <DataTable
      caption={s.inspections[lang]}
      hideCaption
      rows={rows}
      rowKey={({ payload }) => payload.inspection}
      columns={[
        {
          key: 'matter',
          head: s.matter[lang],
          rowHead: true,
          wide: true,
          cell: ({ payload }) => (
            <>
              {text(payload.matter)}
              <span className="row-sub">{actors([payload.by])}</span>
            </>
          ),
        },
        { key: 'object', head: s.object[lang], cell: ({ payload }) => actors(payload.objects) },
        { key: 'scope', head: s.scope[lang], cell: ({ payload }) => (payload.scope === undefined ? '—' : text(payload.scope)) },
        {
          key: 'period',
          head: s.period[lang],
          tight: true,
          cell: ({ payload }) => (
            <>
              {date(payload.period.first)}
              <span className="row-sub">
                {s.to[lang]}
                {date(payload.period.last)}
              </span>
            </>
          ),
        },
        {
          key: 'state',
          head: s.state[lang],
          cell: ({ payload, concluded, review }) => {
            if (concluded === undefined) return s[payload.period.last < today ? 'notConcluded' : 'underWay'][lang];
            if (review?.decided !== undefined) return `${s.reviewDecided[lang]} ${date(review.decided.on)}`;
            if (review !== undefined) return `${s.reviewAsked[lang]} ${date(addDays(review.asked.on, decideDays))}`;
            const last = addDays(concluded.on, askDays);
            return `${s.concluded[lang]} ${date(concluded.on)} · ${s[last < today ? 'reviewEnded' : 'reviewUntil'][lang]} ${date(last)}`;
          },
        },
        {
          key: 'do',
          head: s.action[lang],
          tight: true,
          cell: ({ payload, concluded, review }) => {
            const step = (command: 'concludeInspection' | 'requestReview' | 'decideReview') => (
              <Do command={command} subject={payload.inspection} onDo={onDo} about={text(payload.matter)} />
            );
            const runs = sameSide(payload.by, by);
            if (concluded === undefined) return runs && step('concludeInspection');
            if (review === undefined) return payload.objects.some((own) => sameSide(own, by)) && step('requestReview');
            return review.decided === undefined && runs && step('decideReview');
          },
        },
      ]}
    />
  );
}

function Budget({ context: { situation, today } }: Pick<ViewProps, 'context'>) {
  const { lang, actor } = useFrame();
  const most = situation.parameters.get('supervision.inspectionsPerYearMax');
  const all = [...situation.state.inspections.values()];
  const past = all.filter(({ planned }) => planned.on > addMonths(today, -12));
  const objects = [...new Set<ActorId>([...situation.parties, ...all.flatMap(({ payload }) => payload.objects)])];
  const rows = objects.map((object) => ({
    object,
    borne: past.filter(({ payload }) => payload.objects.some((own) => sameSide(own, object))).length,
  }));
  return (
    <DataTable
      caption={s.budget[lang]}
      hideCaption
      rows={rows}
      rowKey={({ object }) => object}
      columns={[
        { key: 'object', head: s.object[lang], rowHead: true, cell: ({ object }) => actor(object) },
        { key: 'borne', head: s.borne[lang], numeric: true, cell: ({ borne }) => borne },
        { key: 'most', head: s.budgetMax[lang], numeric: true, cell: () => most },
        { key: 'left', head: s.left[lang], numeric: true, cell: ({ borne }) => Math.max(0, most - borne) },
      ]}
    />
  );
}
