import { useId, useState } from 'react';
import { useAsync } from '../engine/useAsync.ts';
import { DataTable } from '../parts/DataTable.tsx';
import { ReadFault } from '../parts/ReadFault.tsx';
import { useViewOf } from '../view/store.ts';
import { instantIn, KeyState } from './KeyState.tsx';
import { useOfficeNames } from './officeNames.ts';
import { RevokeKey } from './RevokeKey.tsx';
import { type OfficeInCare, type OfficeKey, readOrTold } from './send.ts';
import { accountWords } from './words.ts';

/** A key, or an office that has none. */
interface Row {
  readonly office: OfficeInCare;
  readonly key?: OfficeKey;
}

/** From so many rows on there is a field to find one by. */
const FOUND_AT_A_GLANCE = 12;

async function readAll(lang: 'zh' | 'en'): Promise<readonly OfficeInCare[]> {
  const all: OfficeInCare[] = [];
  for (let cursor: string | undefined = ''; cursor !== undefined; ) {
    const from: string = cursor === '' ? '' : `&cursor=${cursor}`;
    const page: { offices: readonly OfficeInCare[]; next?: string } = await readOrTold(`/api/offices?limit=500${from}`, lang);
    all.push(...page.offices);
    cursor = page.next;
  }
  return all;
}

/** The keys of the other offices that one may fill or silence: of one's own body, and of what lies below it. */
export function OtherKeys({ own }: { readonly own: string }) {
  const lang = useViewOf('lang');
  const nameOf = useOfficeNames();
  const [generation, setGeneration] = useState(0);
  const [revoking, setRevoking] = useState<Row>();
  const [told, setTold] = useState<string>();
  const care = useAsync(`offices in care ${own} ${generation}`, () => readAll(lang));
  const offices = care.state === 'ready' ? care.value : [];
  const rows = offices
    .filter(({ office }) => office !== own)
    .flatMap((office): readonly Row[] => (office.keys.length === 0 ? [{ office }] : office.keys.map((key) => ({ office, key }))));
  const standing = (actor: string) => offices.flatMap(({ keys }) => keys).filter((key) => key.actor === actor && key.valid);
  const called = ({ office: { actor, office } }: Row) => `${nameOf(actor, lang)} ${office}`;
  if (care.state === 'ready' && rows.length === 0) return null;
  return (
    <section>
      <h2>{accountWords.otherKeys[lang]}</h2>
      <p>{accountWords.otherKeysText[lang]}</p>
      {care.state === 'loading' && rows.length === 0 && <p className="loading">{accountWords.otherKeysReading[lang]}</p>}
      {care.state === 'failed' && <ReadFault of={care} />}
      {rows.length > 0 && <KeysOfOthers rows={rows} onRevoke={setRevoking} />}
      {revoking?.key !== undefined && (
        <RevokeKey
          key={revoking.key.keyId}
          keyId={revoking.key.keyId}
          of={called(revoking)}
          isLast={standing(revoking.key.actor).length === 1}
          onDrop={() => setRevoking(undefined)}
          onDone={() => {
            setTold(`${accountWords.otherRevoked[lang]}${called(revoking)} · ${revoking.key?.keyId}`);
            setRevoking(undefined);
            setGeneration((n) => n + 1);
          }}
        />
      )}
      {told !== undefined && <p role="status">{told}</p>}
    </section>
  );
}

function KeysOfOthers({ rows, onRevoke }: { readonly rows: readonly Row[]; readonly onRevoke: (row: Row) => void }) {
  const lang = useViewOf('lang');
  const nameOf = useOfficeNames();
  const id = useId();
  const [wanted, setWanted] = useState('');
  const textOf = ({ office, key }: Row) => `${nameOf(office.actor, lang)} ${office.office} ${key?.keyId ?? ''}`.toLowerCase();
  const shown = rows.filter((row) => textOf(row).includes(wanted.trim().toLowerCase()));
  return (
    <>
      {rows.length > FOUND_AT_A_GLANCE && (
        <div className="field">
          <label htmlFor={id}>{accountWords.otherFind[lang]}</label>
          <input id={id} type="search" autoComplete="off" value={wanted} onChange={({ currentTarget }) => setWanted(currentTarget.value)} />
        </div>
      )}
      <DataTable
        caption={accountWords.otherKeys[lang]}
        hideCaption
        rows={shown}
        rowKey={({ office, key }) => key?.keyId ?? office.office}
        columns={[
          {
            key: 'office',
            head: accountWords.officeId[lang],
            rowHead: true,
            cell: ({ office }) => (
              <>
                {nameOf(office.actor, lang)} <span className="muted">{office.office}</span>
              </>
            ),
          },
          {
            key: 'kind',
            head: accountWords.key[lang],
            cell: ({ key }) =>
              key === undefined ? (
                <span className="muted">{accountWords.keyNone[lang]}</span>
              ) : (
                <>
                  {accountWords[key.algorithm === 'ed25519' ? 'keyFile' : 'keyPasskey'][lang]} <code>{key.keyId}</code>
                </>
              ),
          },
          { key: 'since', head: accountWords.keySince[lang], cell: ({ key }) => (key === undefined ? '—' : instantIn(lang, key.since)) },
          { key: 'state', head: accountWords.state[lang], cell: ({ key }) => (key === undefined ? '—' : <KeyState of={key} />) },
          { key: 'revoke', head: accountWords.keyRevoke[lang], cell: (row) => <Revoke row={row} onPress={() => onRevoke(row)} /> },
        ]}
      />
    </>
  );
}

function Revoke({ row: { office, key }, onPress }: { readonly row: Row; readonly onPress: () => void }) {
  const lang = useViewOf('lang');
  if (key === undefined || !key.valid) return '—';
  if (!office.mayRevoke) return <span className="muted">{accountWords.otherNotYours[lang]}</span>;
  return (
    <button type="button" className="small" onClick={onPress}>
      {accountWords.keyRevoke[lang]}
      <span className="visually-hidden"> {key.keyId}</span>
    </button>
  );
}
