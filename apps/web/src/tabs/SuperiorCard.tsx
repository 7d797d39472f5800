import { instrumentKinds } from '@gongze/domain/principles/instruments';
import type { CaseReport } from '@gongze/domain/report/schema';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../parts/DataTable.tsx';
import { Reasons } from '../parts/Reasons.tsx';
import { WhyButton } from '../parts/WhyButton.tsx';
import { selectionOf } from '../view/selection.ts';
import { changeView } from '../view/store.ts';
import { useFrame, useMoment } from '../view/useCase.ts';

const signs = { open: '✓', addInstruments: '＋', notYet: '‖', no: '–' } as const;
const titles = new Map(instrumentKinds.map(({ id, title }) => [id, title]));

/** The answer for one superior: in a word, by reasons, and per instrument. */
export function SuperiorCard({ superior }: { readonly superior: CaseReport['principles']['superiors'][number] }) {
  const { t } = useTranslation();
  const { text } = useFrame();
  const { sel } = useMoment();
  const key = selectionOf('superior', superior.tier);
  const name = text(superior.name);
  return (
    <article className={`superior-card ${superior.may} ${sel === key ? 'marked' : ''}`} aria-label={name}>
      <header>
        <h3>
          <button type="button" className="fact-link" onClick={() => changeView({ sel: key })}>
            {name}
          </button>
        </h3>
        <p className={`may ${superior.may}`}>
          <span aria-hidden="true">{signs[superior.may]}</span> {t(`may.${superior.may}`)}{' '}
          <WhyButton target={`superior:${superior.tier}`} about={name} />
        </p>
      </header>
      <p className="muted">
        {t('superiors.already')}
        {t('colon')}
        {superior.already.length === 0 ? t('noneRecorded') : superior.already.map((channel) => t(`channel.${channel}`)).join(t('list'))}
      </p>
      <Reasons reasons={superior.reasons} />
      {superior.instruments.length > 0 && (
        <details>
          <summary>
            {t('superiors.instruments')} {superior.instruments.filter(({ may }) => may).length}/{superior.instruments.length}
          </summary>
          <DataTable
            caption={`${t('superiors.instruments')} · ${name}`}
            hideCaption
            rows={superior.instruments}
            rowKey={({ instrument }) => instrument}
            columns={[
              {
                key: 'instrument',
                head: t('superiors.instrument'),
                rowHead: true,
                cell: ({ instrument }) => {
                  const title = titles.get(instrument);
                  return title === undefined ? instrument : text(title);
                },
              },
              { key: 'channel', head: t('superiors.channel'), cell: ({ channel }) => t(`channel.${channel}`) },
              {
                key: 'may',
                head: t('superiors.may'),
                cell: ({ may }) => <span className={may ? 'yes' : 'no'}>{may ? `✓ ${t('superiors.yes')}` : `✕ ${t('superiors.no')}`}</span>,
              },
              { key: 'reasons', head: t('superiors.reasons'), wide: true, cell: ({ reasons }) => <Reasons reasons={reasons} /> },
            ]}
          />
        </details>
      )}
    </article>
  );
}
