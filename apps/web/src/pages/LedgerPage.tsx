import { useTranslation } from 'react-i18next';
import { fetchLogHealth } from '../engine/api.ts';
import { useAsync } from '../engine/useAsync.ts';
import { DataTable } from '../parts/DataTable.tsx';
import { SitePage } from '../parts/SitePage.tsx';
import { formatInstant } from '../text/dates.ts';
import { formatNumber } from '../text/numbers.ts';
import { useViewOf } from '../view/store.ts';
import { LoadFault } from './LoadFault.tsx';

type Health = Awaited<ReturnType<typeof fetchLogHealth>>;

/** The state of the verifiable log: how much it holds, who vouches for it, and how to check it without us. */
export default function LedgerPage() {
  const { t } = useTranslation();
  const health = useAsync('log', fetchLogHealth);
  if (health.state === 'failed') return <LoadFault error={health.error} onRetry={health.retry} />;
  return (
    <SitePage title={t('ledger.title')}>
      <p className="lead">{t('ledger.first')}</p>
      {health.state === 'loading' ? <p>{t('loading')}</p> : <LogState health={health.value} />}
    </SitePage>
  );
}

function LogState({ health }: { readonly health: Health }) {
  const { t } = useTranslation();
  const lang = useViewOf('lang');
  const { size, checkpoint, witnesses, quorum, bindingActsAllowed, since } = health;
  return (
    <>
      <dl className="facts-list">
        <dt>{t('ledger.size')}</dt>
        <dd>{formatNumber(size, lang)}</dd>
        <dt>{t('ledger.binding')}</dt>
        <dd>
          {bindingActsAllowed
            ? t('ledger.bindingYes')
            : t('ledger.bindingNo', { since: since === undefined ? '' : formatInstant(since, lang) })}
        </dd>
        <dt>{t('ledger.quorum')}</dt>
        <dd>
          {quorum === 0 && witnesses.length === 0 ? t('ledger.quorumNone') : t('ledger.quorumText', { quorum, count: witnesses.length })}
        </dd>
      </dl>
      {witnesses.length === 0 ? (
        <p className="note">{t('ledger.noWitness')}</p>
      ) : (
        <DataTable
          caption={t('ledger.witnesses')}
          rows={witnesses}
          rowKey={({ name }) => name}
          columns={[
            { key: 'name', head: t('ledger.witness'), rowHead: true, cell: ({ name }) => name },
            { key: 'size', head: t('ledger.cosigned'), numeric: true, cell: (own) => formatNumber(own.size, lang) },
            {
              key: 'at',
              head: t('ledger.lastAt'),
              cell: ({ lastCosignedAt }) => (lastCosignedAt === undefined ? t('ledger.never') : formatInstant(lastCosignedAt, lang)),
            },
          ]}
        />
      )}
      <h2>{t('ledger.checkpoint')}</h2>
      <p>{t('ledger.checkpointText')}</p>
      {checkpoint === undefined ? (
        <p className="muted">{t('ledger.noCheckpoint')}</p>
      ) : (
        <>
          <pre className="checkpoint">{checkpoint}</pre>
          <p>
            <a className="button" href="/log/checkpoint" download="checkpoint.txt">
              {t('ledger.keep')}
            </a>
          </p>
        </>
      )}
    </>
  );
}
