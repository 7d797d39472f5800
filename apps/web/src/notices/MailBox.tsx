import { useState } from 'react';
import { send } from '../account/send.ts';
import { useAsync } from '../engine/useAsync.ts';
import { Choice } from '../header/Choice.tsx';
import { ReadFault } from '../parts/ReadFault.tsx';
import { useViewOf } from '../view/store.ts';
import { type NoticeSettings, readSettings } from './load.ts';
import { words } from './words.ts';

const hours = Array.from({ length: 24 }, (_, hour) => hour);
const nights = { from: 21, until: 8 } as const;

/** Whether mail is wanted, when, and when not. What is chosen is kept at once. */
export function MailBox({ local }: { readonly local: boolean }) {
  const lang = useViewOf('lang');
  const settings = useAsync('notice settings', () => readSettings(lang));
  return (
    <section>
      <h2>{words.mailTitle[lang]}</h2>
      <p className="muted">{(local ? words.mailLocal : words.mailText)[lang]}</p>
      {!local && settings.state === 'failed' && <ReadFault of={settings} />}
      {!local && settings.state === 'ready' && <Fields first={settings.value} />}
    </section>
  );
}

function Fields({ first }: { readonly first: NoticeSettings }) {
  const lang = useViewOf('lang');
  const [kept, setKept] = useState(first);
  const [told, setTold] = useState('');
  const change = async (part: Partial<NoticeSettings>): Promise<void> => {
    const next = { ...kept, ...part };
    setKept(next);
    const sent = await send('PUT', '/api/notifications/settings', lang, next);
    setTold(sent.ok ? words.saved[lang] : sent.detail);
  };
  const { mail, digestHour, quiet } = kept;
  return (
    <div className="notice-settings">
      <Choice
        label={words.how[lang]}
        value={mail}
        options={(['off', 'each', 'daily'] as const).map((value) => ({ value, text: words[value][lang] }))}
        onChoose={(value) => change({ mail: value })}
      />
      {mail === 'daily' && <Hour label={words.digestHour[lang]} value={digestHour} onHour={(hour) => change({ digestHour: hour })} />}
      {mail !== 'off' && (
        <>
          <Choice
            label={words.language[lang]}
            value={kept.language}
            options={[
              { value: 'zh', text: '中文', lang: 'zh' },
              { value: 'en', text: 'English', lang: 'en' },
            ]}
            onChoose={(language) => change({ language })}
          />
          <fieldset>
            <legend>{words.quiet[lang]}</legend>
            <label>
              <input type="checkbox" checked={quiet !== null} onChange={() => change({ quiet: quiet === null ? nights : null })} />{' '}
              {words.quietOn[lang]}
            </label>
            {quiet !== null && (
              <>
                <Hour
                  label={words.from[lang]}
                  value={quiet.from}
                  not={quiet.until}
                  onHour={(from) => change({ quiet: { ...quiet, from } })}
                />
                <Hour
                  label={words.until[lang]}
                  value={quiet.until}
                  not={quiet.from}
                  onHour={(until) => change({ quiet: { ...quiet, until } })}
                />
              </>
            )}
            <p className="muted">{words.quietText[lang]}</p>
          </fieldset>
        </>
      )}
      <p role="status">{told}</p>
    </div>
  );
}

interface HourProps {
  readonly label: string;
  readonly value: number;
  /** An hour that would make no span. */
  readonly not?: number;
  readonly onHour: (hour: number) => void;
}

function Hour({ label, value, not, onHour }: HourProps) {
  return (
    <label className="notice-hour">
      {label}{' '}
      <select value={value} onChange={(event) => onHour(Number(event.currentTarget.value))}>
        {hours.map((hour) => (
          <option key={hour} value={hour} disabled={hour === not}>
            {String(hour).padStart(2, '0')}:00
          </option>
        ))}
      </select>
    </label>
  );
}
