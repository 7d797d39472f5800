import { entryDate } from '@gongze/domain/cases/order';
import type { Fact } from '@gongze/domain/events/catalogue';
import { useTranslation } from 'react-i18next';
import { actorsOf, titleOf } from '../engine/describe.ts';
import { FilesOf } from '../files/FilesOf.tsx';
import { Correction } from '../parts/Correction.tsx';
import { DataTable } from '../parts/DataTable.tsx';
import { Sources } from '../parts/Sources.tsx';
import { Verification } from '../parts/Verification.tsx';
import { WhyButton } from '../parts/WhyButton.tsx';
import { formatOccurred } from '../text/dates.ts';
import { selectionOf } from '../view/selection.ts';
import { changeView } from '../view/store.ts';
import { useFrame, useMoment } from '../view/useCase.ts';

/** Facts in fold order, with sources, verification and corrections. */
export function FactTable({ facts }: { readonly facts: readonly Fact[] }) {
  const { t } = useTranslation();
  const { engine, text, date, lang, actors } = useFrame();
  const { asOf, marked } = useMoment();
  const nameOf = (fact: Fact) => {
    const title = titleOf(fact);
    return title === undefined ? t(`eventType.${fact.type}`) : text(title);
  };
  return (
    <DataTable
      caption={t('facts.heading')}
      hideCaption
      rows={facts}
      rowKey={({ id }) => id}
      selectKey={({ id }) => selectionOf('fact', id)}
      isMarked={({ id }) => marked.facts.has(id)}
      rowClass={(fact) =>
        [entryDate(fact) > asOf ? 'later' : '', engine.traceByTarget.get(fact.id)?.kind === 'retracted' ? 'retracted' : ''].join(' ').trim()
      }
      onSelect={(sel) => changeView({ sel })}
      columns={[
        {
          key: 'date',
          dated: true,
          head: t('facts.date'),
          cell: (fact) => (
            <>
              {formatOccurred(fact.occurred, lang)}
              {fact.occurred.setBy === 'coder' && <span className="row-sub">{t('facts.setByCoder')}</span>}
              {entryDate(fact) > asOf && <span className="row-sub">{t('facts.later')}</span>}
            </>
          ),
        },
        {
          key: 'fact',
          head: t('facts.fact'),
          rowHead: true,
          wide: true,
          cell: (fact) => (
            <>
              {nameOf(fact)} <WhyButton target={`fact:${fact.id}`} about={nameOf(fact)} />
              <span className="row-sub">{t(`eventType.${fact.type}`)}</span>
              <Correction fact={fact} />
              <FilesOf facts={[fact]} />
            </>
          ),
        },
        { key: 'actors', head: t('facts.actors'), cell: (fact) => actors(actorsOf(fact)) || t('notApplicable') },
        { key: 'verification', head: t('facts.verification'), cell: (fact) => <Verification fact={fact} word /> },
        { key: 'sources', head: t('facts.sources'), wide: true, cell: (fact) => <Sources fact={fact} /> },
        { key: 'known', tight: true, head: t('facts.known'), cell: ({ knownFrom }) => date(knownFrom) },
      ]}
    />
  );
}
