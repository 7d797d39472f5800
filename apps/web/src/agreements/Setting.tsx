import type { Language } from '@gongze/domain/vocabulary/text';
import type { Draft } from './draftStore.ts';
import { GovernmentInput } from './GovernmentInput.tsx';
import { actorOf, type Names } from './names.ts';
import { words } from './words.ts';

interface SettingProps {
  readonly draft: Draft;
  readonly seen: Language;
  readonly names: readonly string[];
  readonly defined: Names;
  readonly lang: Language;
  readonly onChange: (change: Partial<Draft>) => void;
}

/** Opens the setting where it is said who the name stands for. */
export function askWhoIs(name: string): void {
  const setting = document.querySelector<HTMLDetailsElement>('details.setting');
  if (setting === null) return;
  setting.open = true;
  const row = [...setting.querySelectorAll('tr')].find((one) => one.querySelector('th')?.textContent === name);
  (row?.querySelector<HTMLElement>('[role=combobox]') ?? setting.querySelector<HTMLElement>('summary'))?.focus();
}

/** What the reader cannot know from the text: its language if it is mixed, the day of signature, who the parties are. */
export function Setting({ draft, seen, names, defined, lang, onChange }: SettingProps) {
  const { language, signed } = draft;
  const name = (own: string, change: Names[string]): void =>
    onChange({ names: { ...draft.names, [own]: { ...draft.names[own], ...change } } });
  return (
    <details className="setting">
      <summary>{words.setting[lang]}</summary>
      <div className="setting-body">
        <label className="field">
          {words.language[lang]}
          <select value={language} onChange={(event) => onChange({ language: event.currentTarget.value as Draft['language'] })}>
            <option value="auto">
              {words.languageAuto[lang]}
              {lang === 'zh' ? `（${words.seen.zh}${words[seen].zh}）` : ` (${words.seen.en} ${words[seen].en})`}
            </option>
            <option value="zh">{words.zh[lang]}</option>
            <option value="en">{words.en[lang]}</option>
          </select>
        </label>
        <label className="field">
          {words.signed[lang]}
          <input type="date" value={signed} onChange={(event) => onChange({ signed: event.currentTarget.value })} />
          <span className="note">{words.signedNote[lang]}</span>
        </label>
        <div className="field">
          <h3>{words.names[lang]}</h3>
          <p className="note">{names.length === 0 ? words.noNames[lang] : words.namesNote[lang]}</p>
          {names.length > 0 && (
            <table className="names">
              <thead>
                <tr>
                  <th scope="col">{words.name[lang]}</th>
                  <th scope="col">{words.full[lang]}</th>
                  <th scope="col">{words.government[lang]}</th>
                </tr>
              </thead>
              <tbody>
                {names.slice(0, 40).map((own) => (
                  <tr key={own}>
                    <th scope="row">{own}</th>
                    <td>
                      <input
                        aria-label={`${own} — ${words.full[lang]}`}
                        placeholder={words.full[lang]}
                        value={draft.names[own]?.full ?? defined[own]?.full ?? ''}
                        onChange={(event) => name(own, { full: event.currentTarget.value })}
                      />
                    </td>
                    <td>
                      <GovernmentInput
                        label={`${own} — ${words.government[lang]}`}
                        actor={actorOf(own, draft.names, defined)}
                        lang={lang}
                        onActor={(actor) => name(own, { actor })}
                      />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </div>
      </div>
    </details>
  );
}
