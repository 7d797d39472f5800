import { useState } from 'react';
import { useAsync } from '../engine/useAsync.ts';
import { DataTable } from '../parts/DataTable.tsx';
import { useViewOf } from '../view/store.ts';
import { createOfficeKey } from './passkey.ts';
import { type OfficeHeld, type OfficeKey, send } from './send.ts';
import { accountWords } from './words.ts';

/** The keys with which the office signs, and a way to register a passkey of this device. */
export function OfficeKeys({ office }: { readonly office: OfficeHeld }) {
  const lang = useViewOf('lang');
  const [generation, setGeneration] = useState(0);
  const [told, setTold] = useState<string>();
  const keys = useAsync(`keys ${generation}`, () => send<{ keys: readonly OfficeKey[] }>('GET', '/api/registry/keys', lang));
  const own = keys.state === 'ready' && keys.value.ok ? keys.value.value.keys.filter((key) => key.office === office.office) : [];
  const add = async () => {
    // Only the first key of an actor stands without the signature of another; a new passkey would overwrite the one on this device.
    const known = await send<{ keys: readonly OfficeKey[] }>('GET', '/api/registry/keys', lang);
    if (known.ok && known.value.keys.some((key) => key.actor === office.actor)) return setTold(accountWords.keyStands[lang]);
    try {
      const key = await createOfficeKey(office.office, office.actor, office.office);
      const sent = await send('POST', '/api/keys', lang, { ...key, idempotencyKey: crypto.randomUUID() });
      setTold(sent.ok ? accountWords.keyDone[lang] : sent.detail);
      setGeneration((n) => n + 1);
    } catch (fault) {
      setTold(`${accountWords.keyFailed[lang]} ${fault instanceof Error ? fault.message : ''}`);
    }
  };
  return (
    <section>
      <h2>{accountWords.keys[lang]}</h2>
      <p>{accountWords.keysText[lang]}</p>
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
            { key: 'state', head: accountWords.state[lang], cell: ({ valid }) => accountWords[valid ? 'keyValid' : 'keyEnded'][lang] },
          ]}
        />
      )}
      <p>
        <button type="button" onClick={add}>
          {accountWords.keyAdd[lang]}
        </button>
      </p>
      {told !== undefined && <p role="status">{told}</p>}
    </section>
  );
}
