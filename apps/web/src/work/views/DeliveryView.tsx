import type { Duty } from '@gongze/domain/stages/duties';
import { owes } from '@gongze/domain/decisions/context';
import type { CommandName } from '@gongze/domain/decisions/decide';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FilesOf } from '../../files/FilesOf.tsx';
import { DataTable } from '../../parts/DataTable.tsx';
import { formatNumber } from '../../text/numbers.ts';
import { useFrame } from '../../view/useCase.ts';
import { Do } from './Do.tsx';
import { TakeHere } from './TakeHere.tsx';
import type { ViewProps } from './types.ts';
import { filled, views } from './words.ts';
import './views.css';

/** Each duty with its three axes kept apart, and what may be asked, contested, answered or done late. */
export default function DeliveryView({ context, onDo }: ViewProps) {
  const { engine, lang, text, date, actors } = useFrame();
  const { t } = useTranslation();
  const { situation, by } = context;
  const mine = (duty: Duty): boolean => owes(duty.obligation, by);
  const rows = situation.duties
    .filter(({ obligation }) => obligation.discharged === undefined)
    .sort((a, b) => Number(mine(b)) - Number(mine(a)) || Number(b.open) - Number(a.open));
  if (rows.length === 0) return <p className="muted">{views.noDuties[lang]}</p>;
  const done = (reading: Duty['selfReport']): string =>
    reading?.completion === undefined
      ? '—'
      : `${t(`completion.${reading.completion}`)}${reading.ref.dated ? ` · ${date(reading.ref.on)}` : ''}`;
  return (
    <DataTable
      caption={views.duty[lang]}
      hideCaption
      rows={rows}
      rowKey={({ obligation }) => obligation.obligation}
      columns={[
        {
          key: 'duty',
          head: views.duty[lang],
          rowHead: true,
          wide: true,
          cell: ({ obligation }) => (
            <>
              {text(obligation.terms.title)}
              <span className="row-sub">{actors(obligation.terms.liable)}</span>
              <FilesOf facts={obligation.refs.flatMap(({ id }) => engine.factById.get(id) ?? [])} />
            </>
          ),
        },
        {
          key: 'due',
          head: views.due[lang],
          tight: true,
          cell: ({ dueOn, overdue, daysLate }) => (
            <>
              {dueOn === undefined ? views.noDate[lang] : date(dueOn)}
              {overdue && <span className="row-sub gap">✕ {filled(views.daysLate[lang], formatNumber(daysLate, lang))}</span>}
            </>
          ),
        },
        { key: 'self', head: views.selfReport[lang], cell: ({ selfReport }) => done(selfReport) },
        { key: 'assessed', head: views.assessment[lang], cell: ({ assessment }) => done(assessment) },
        {
          key: 'schedule',
          head: views.schedule[lang],
          cell: ({ schedule }) => (schedule === null ? '—' : views[schedule][lang]),
        },
        {
          key: 'rights',
          head: views.rights[lang],
          wide: true,
          cell: (duty) => <Rights duty={duty} mine={mine(duty)} context={context} onDo={onDo} />,
        },
      ]}
    />
  );
}

function Rights({ duty, mine, context: { today }, onDo }: ViewProps & { readonly duty: Duty; readonly mine: boolean }) {
  const { lang, text, date } = useFrame();
  const { obligation, dueOn, open, overdue } = duty;
  const { obligation: id, extensionAsked, extension, extensionRefused, extensionRefusedWhy, assessments, replies, violated } = obligation;
  const about = text(obligation.terms.title);
  const last = assessments.at(-1);
  const slip = obligation.reminders.at(-1);
  const effective = obligation.inEffect !== undefined;
  const asks = open && effective && dueOn !== undefined && today <= dueOn && extensionAsked === undefined;
  const finished = obligation.status === 'fulfilled' || obligation.status === 'closedOut' || obligation.status === 'lookedBack';
  const step = (command: Parameters<typeof Do>[0]['command'], given?: Parameters<typeof Do>[0]['given']) => (
    <Do command={command} subject={id} given={given} onDo={onDo} about={about} />
  );
  return (
    <ul className="rights">
      {asks && (
        <li>
          {views.extensionUntil[lang]} {mine && step('requestExtension')}
        </li>
      )}
      {extensionAsked !== undefined && (
        <li>
          {views.extensionAsked[lang]} {date(extensionAsked.newDueOn)}{' '}
          {!mine && (
            <>
              {step('grantExtension', { newDueOn: extensionAsked.newDueOn })} {step('refuseExtension')}
            </>
          )}
        </li>
      )}
      {extension !== undefined && (
        <li>
          {views.extensionGranted[lang]} {date(extension.newDueOn)}
        </li>
      )}
      {extensionRefused !== undefined && (
        <li>
          {views.extensionRefused[lang]} · {extensionRefusedWhy === undefined ? views.noReason[lang] : text(extensionRefusedWhy)}
        </li>
      )}
      {obligation.overdueContested !== undefined ? (
        <li>
          {views.contested[lang]} {!mine && step('decideOverdue')}
        </li>
      ) : (
        overdue && mine && <li>{step('contestOverdue')}</li>
      )}
      {overdue && !mine && open && <li>{step('issueReminder')}</li>}
      {slip !== undefined && (
        <li>
          {filled(views.slipIssued[lang], views[slip.slip][lang])} {date(slip.ref.on)}{' '}
          {open && <TakeHere format="notice" query={{ duty: id }} label={views.takeNotice[lang]} about={about} />}
        </li>
      )}
      {obligation.overdueAnnulled !== undefined && <li>{views.annulled[lang]}</li>}
      {last !== undefined &&
        (replies.has(last.ref.id) ? (
          <li>{views.replied[lang]}</li>
        ) : (
          <li>
            {views.replyOpen[lang]} {mine && step('reply', { to: last.ref.id })}
          </li>
        ))}
      {violated !== undefined && open && <li>{views.lateCure[lang]}</li>}
      {open && effective && mine && (
        <li>
          {step('reportProgress')} {step('attachEvidence')} {step('reportObligation')}
        </li>
      )}
      {open && effective && !mine && obligation.status === 'reported' && (
        <li>
          {step('reviewObligation')} {step('returnObligation')}
        </li>
      )}
      {/* Found complete it is open no longer, and still to be signed off. */}
      {effective && !mine && obligation.status === 'underReview' && (
        <li>
          {step('fulfilObligation')} {step('returnObligation')} {step('reviewObligation')}
        </li>
      )}
      {obligation.status === 'fulfilled' && <CloseOut duty={duty} mine={mine} step={step} />}
      {finished && obligation.status !== 'fulfilled' && (
        <li>
          {views.lookBack[lang]} {!mine && step('lookBack')}
        </li>
      )}
    </ul>
  );
}

interface CloseOutProps {
  readonly duty: Duty;
  readonly mine: boolean;
  readonly step: (command: CommandName) => ReactNode;
}

/** 销号: applied for, made public, recorded; each by whose step it is. */
function CloseOut({ duty: { obligation }, mine, step }: CloseOutProps) {
  const { lang, date } = useFrame();
  const { closeOutAsked, publicised } = obligation;
  if (closeOutAsked === undefined)
    return (
      <li>
        {views.signedOff[lang]} {mine && step('requestCloseOut')}
      </li>
    );
  if (publicised === undefined)
    return (
      <li>
        {views.closeOutAsked[lang]} {!mine && step('publiciseCloseOut')}
      </li>
    );
  return (
    <li>
      {views.publicUntil[lang]} {date(publicised.until)} {!mine && step('closeOutObligation')}
    </li>
  );
}
