import { commandTitles } from '@gongze/domain/decisions/titles';
import type { Bilingual } from '@gongze/domain/vocabulary/text';
import { useAsync } from '../engine/useAsync.ts';
import { PageLink } from '../parts/PageLink.tsx';
import { Unfold } from '../parts/Unfold.tsx';
import { formatDate } from '../text/dates.ts';
import { formatAddress, type View } from '../view/address.ts';
import { useView } from '../view/store.ts';
import { dateSteps } from './explain.ts';
import type { InboxItem } from './load.ts';
import { lightWords, marks, words } from './words.ts';

interface ItemRowProps {
  readonly item: InboxItem;
  readonly actorName: (id: string) => string;
  readonly showCase: boolean;
}

/** Where the step is done: the Work tab of its case, with the form open. */
export function placeOf({ case: caseId, command, subject }: InboxItem): Partial<View> {
  const sel = command === null ? undefined : `do:${command}|${subject}`;
  return { page: undefined, caseId, tab: 'work', sel, why: undefined, asOf: undefined };
}

/** One thing of today's list. The link takes to the form that does it. */
export function ItemRow({ item, actorName, showCase }: ItemRowProps) {
  const view = useView();
  const { lang } = view;
  const change = placeOf(item);
  const { light, dueOn, daysLeft, because, command } = item;
  return (
    <li className="today-item" data-item={`${item.case} ${item.key}`}>
      <span className={`light ${light ?? 'none'}`}>
        {light !== null && (
          <>
            <span aria-hidden="true">{marks[light]}</span>
            <span className="visually-hidden">{lightWords[light][lang]}</span>
          </>
        )}
      </span>
      <div className="today-body">
        <p className="today-title">
          <PageLink href={formatAddress({ ...view, ...change })} change={change}>
            {item.title[lang]}
          </PageLink>
        </p>
        <p className="muted">
          {showCase && <>{item.caseTitle[lang]} · </>}
          {item.text[lang]}
          {because.length > 0 && (
            <>
              {' '}
              {words.waitsFor[lang]} {because.map(actorName).join(lang === 'zh' ? '、' : ', ')}
            </>
          )}
        </p>
        {dueOn !== null && item.kind === 'owe' && <WhyDate item={item} />}
      </div>
      <p className="today-due">
        {dueOn !== null && <span className={daysLeft !== null && daysLeft < 0 ? 'late' : undefined}>{formatDate(dueOn, lang)}</span>}
      </p>
      <p className="today-do">
        <PageLink href={formatAddress({ ...view, ...change })} change={change} className="button small">
          {command === null ? words.open[lang] : (commandTitles[command] as Bilingual)[lang]}
        </PageLink>
      </p>
    </li>
  );
}

function WhyDate({ item }: { readonly item: InboxItem }) {
  const { lang } = useView();
  return (
    <Unfold className="today-why" summary={words.why[lang]}>
      {() => <Steps item={item} />}
    </Unfold>
  );
}

function Steps({ item }: { readonly item: InboxItem }) {
  const { lang } = useView();
  const steps = useAsync(`${item.case} ${item.subject} ${lang}`, () => dateSteps(item.case, item.subject, lang));
  if (steps.state !== 'ready') return <p className="muted">{steps.state === 'loading' ? '…' : words.failed[lang]}</p>;
  return (
    <ol className="today-steps">
      {steps.value.map((step) => (
        <li key={step}>{step}</li>
      ))}
    </ol>
  );
}
