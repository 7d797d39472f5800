import type { Fact } from '@gongze/domain/events/catalogue';
import type { Bilingual } from '@gongze/domain/vocabulary/text';
import { useState } from 'react';
import { handOver } from '../parts/handOver.ts';
import { PageLink } from '../parts/PageLink.tsx';
import { formatAddress } from '../view/address.ts';
import { useView } from '../view/store.ts';

const w = (zh: string, en: string): Bilingual => ({ zh, en });

const words = {
  head: w('凭证', 'Proof'),
  text: w(
    '回执证明这条记录在日志里，记录是它所证的内容。两份一起交给任何人，都可自行核验。',
    'The receipt proves that the log holds this record; the record is what it proves. With both, anybody can verify it alone.',
  ),
  receipt: w('下载回执（.tlog-proof）', 'Download the receipt (.tlog-proof)'),
  record: w('下载记录（.json）', 'Download the record (.json)'),
  verify: w('去核验', 'Verify them'),
  pending: w('日志还没有出具回执，过几秒再取。', 'The log has not given the receipt yet; ask again in a few seconds.'),
  none: w('这条记录不在本站的日志里，没有回执。', 'This record is not in the log of this site: there is no receipt.'),
} as const;

/** What an auditor takes along of one act: its receipt, the record that it proves, and the way to where they are verified. */
export default function FactReceipt({ caseId, fact }: { readonly caseId: string; readonly fact: Fact }) {
  const view = useView();
  const { lang } = view;
  const [told, setTold] = useState<string>();
  const name = `${caseId}-${fact.version}`;
  const take = async () => {
    const response = await fetch(`/api/cases/${encodeURIComponent(caseId)}/facts/${fact.version}/receipt`);
    if (response.status !== 200) return setTold(words[response.status === 202 ? 'pending' : 'none'][lang]);
    setTold(undefined);
    handOver(await response.blob(), `${name}.tlog-proof`);
  };
  const toVerify = { page: 'verify', caseId: undefined, sel: undefined, why: undefined } as const;
  return (
    <section className="why-section">
      <h3>{words.head[lang]}</h3>
      <p className="muted">{words.text[lang]}</p>
      <p className="commands">
        <button type="button" className="small" data-take="receipt" onClick={take}>
          {words.receipt[lang]}
        </button>
        <button
          type="button"
          className="small"
          data-take="record"
          onClick={() => handOver(new Blob([JSON.stringify(fact)], { type: 'application/json' }), `${name}.json`)}
        >
          {words.record[lang]}
        </button>
        <PageLink href={formatAddress({ ...view, ...toVerify })} change={toVerify}>
          {words.verify[lang]}
        </PageLink>
      </p>
      {told !== undefined && (
        <p className="field-fault" role="alert">
          {told}
        </p>
      )}
    </section>
  );
}
