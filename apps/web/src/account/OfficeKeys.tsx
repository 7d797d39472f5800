import { useState } from 'react';
import { useAsync } from '../engine/useAsync.ts';
import { DataTable } from '../parts/DataTable.tsx';
import { useViewOf } from '../view/store.ts';
import { KeyState } from './KeyState.tsx';
import { RevokeKey } from './RevokeKey.tsx';
import { createOfficeKey, vouchFor } from './passkey.ts';
import { type OfficeHeld, type OfficeKey, send } from './send.ts';
import { accountWords } from './words.ts';

type NewKey = Awaited<ReturnType<typeof createOfficeKey>>;

/** The keys with which the office signs, and a way to register a passkey of this device. */
export function OfficeKeys({ office, person }: { readonly office: OfficeHeld; readonly person: string }) {
  const lang = useViewOf('lang');
  const [generation, setGeneration] = useState(0);
  const [told, setTold] = useState<string>();
  const [made, setMade] = useState<{ readonly key: NewKey; readonly standing: readonly OfficeKey[] }>();
  const keys = useAsync(`keys ${generation}`, () => send<{ keys: readonly OfficeKey[] }>('GET', '/api/registry/keys', lang));
  const all = keys.state === 'ready' && keys.value.ok ? keys.value.value.keys : [];
  const own = all.filter((key) => key.office === office.office);
  const register = async (key: NewKey, more: object) => {
    const sent = await send('POST', '/api/keys', lang, { ...key, ...more });
    setTold(sent.ok ? accountWords.keyDone[lang] : sent.detail);
    setMade(undefined);
    setGeneration((n) => n + 1);
  };
  /** Whatever the device does not finish is said, and nothing was registered. */
  const trying = async (act: () => Promise<void>) => {
    try {
      await act();
    } catch (fault) {
      setTold(`${accountWords.keyFailed[lang]} ${fault instanceof Error ? fault.message : ''}`);
    }
  };
  const add = () =>
    trying(async () => {
      const known = await send<{ keys: readonly OfficeKey[] }>('GET', '/api/registry/keys', lang);
      if (!known.ok) return setTold(known.detail);
      const before = known.value.keys.filter((key) => key.actor === office.actor);
      const standing = before.filter(({ valid }) => valid);
      // Where all have ended, only a superior's key could vouch: that is not of this device.
      if (before.length > 0 && standing.length === 0) return setTold(accountWords.keyAllEnded[lang]);
      const key = await createOfficeKey(office.office, office.actor, office.office);
      if (standing.length === 0) return await register(key, { idempotencyKey: crypto.randomUUID() });
      setMade({ key, standing });
      setTold(accountWords.keyVouchNow[lang]);
    });
  const vouch = ({ key, standing }: NonNullable<typeof made>) =>
    trying(async () => {
      const idempotencyKey = crypto.randomUUID();
      const signature = await vouchFor(key, { person, office, idempotencyKey }, standing);
      if (signature === undefined) return setTold(accountWords.keyWrongVoucher[lang]);
      await register(key, { idempotencyKey, signatures: [signature] });
    });
  return (
    <section>
      <h2>{accountWords.keys[lang]}</h2>
      <p>{accountWords.keysText[lang]}</p>
      <KeysTable
        own={own}
        isOnly={all.filter(({ actor, valid }) => actor === office.actor && valid).length === 1}
        mayRevoke={office.roles.includes('signer')}
        onRevoked={() => {
          setTold(accountWords.keyRevoked[lang]);
          setGeneration((n) => n + 1);
        }}
      />
      <p>
        <button type="button" onClick={add}>
          {accountWords.keyAdd[lang]}
        </button>{' '}
        {made !== undefined && (
          <button type="button" className="main" onClick={() => vouch(made)}>
            {accountWords.keyVouch[lang]}
          </button>
        )}
      </p>
      {told !== undefined && <p role="status">{told}</p>}
    </section>
  );
}

interface KeysTableProps {
  readonly own: readonly OfficeKey[];
  /** One key of the body stands and no other. */
  readonly isOnly: boolean;
  readonly mayRevoke: boolean;
  readonly onRevoked: () => void;
}

function KeysTable({ own, isOnly, mayRevoke, onRevoked }: KeysTableProps) {
  const lang = useViewOf('lang');
  const [revoking, setRevoking] = useState<string>();
  return (
    <>
      {own.length === 0 ? (
        <p className="muted">{accountWords.keyNone[lang]}</p>
      ) : (
        <DataTable
          caption={accountWords.keys[lang]}
          hideCaption
          rows={own}
          rowKey={({ keyId }) => keyId}
          columns={[
            { key: 'id', head: accountWords.key[lang], rowHead: true, cell: ({ keyId }) => <code>{keyId}</code> },
            {
              key: 'ground',
              head: accountWords.keyGround[lang],
              cell: ({ vouchedBy }) => (vouchedBy.length === 0 ? accountWords.keyOnWord[lang] : <code>{vouchedBy.join(' ')}</code>),
            },
            { key: 'state', head: accountWords.state[lang], cell: (key) => <KeyState of={key} /> },
            {
              key: 'revoke',
              head: accountWords.keyRevoke[lang],
              cell: ({ keyId, valid }) =>
                valid && mayRevoke ? (
                  <button type="button" className="small" onClick={() => setRevoking(keyId)}>
                    {accountWords.keyRevoke[lang]}
                    <span className="visually-hidden"> {keyId}</span>
                  </button>
                ) : null,
            },
          ]}
        />
      )}
      {revoking !== undefined && (
        <RevokeKey
          key={revoking}
          keyId={revoking}
          isLast={isOnly}
          onDrop={() => setRevoking(undefined)}
          onDone={() => {
            setRevoking(undefined);
            onRevoked();
          }}
        />
      )}
    </>
  );
}
