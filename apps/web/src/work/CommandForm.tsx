import { commandTitles } from '@gongze/domain/decisions/titles';
import { useEffect, useRef } from 'react';
import { DayInput } from '../forms/DayInput.tsx';
import { FieldInput } from '../forms/FieldInput.tsx';
import { useFrame } from '../view/useCase.ts';
import { Decided } from './Decided.tsx';
import { type CommandProps, useCommand } from './useCommand.ts';
import { workWords } from './words.ts';

interface CommandFormProps extends CommandProps {
  readonly onCancel: () => void;
}

/** The form of one command: it asks what the schema wants, and says before anything is sent whether it can be done. */
export function CommandForm({ onCancel, ...asked }: CommandFormProps) {
  const { lang } = useFrame();
  const form = useCommand(asked);
  const { needed, further, day, decision, sending } = form;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const input = (field: (typeof needed)[number]) => (
    <FieldInput
      key={field.name}
      field={field}
      path={field.name}
      typed={form.valueOf(field.name)}
      offers={form.offers}
      onType={(value) => form.write(field.name, value)}
    />
  );
  return (
    <form
      className="command"
      onSubmit={(event) => {
        event.preventDefault();
        void form.submit();
      }}
      noValidate
    >
      <h3 ref={heading} tabIndex={-1}>
        {commandTitles[asked.command][lang]}
      </h3>
      {needed.map(input)}
      {day !== undefined && (
        <div className="field">
          <label htmlFor={day.id}>{workWords.happenedOn[lang]}</label>
          <DayInput {...day} lang={lang} />
        </div>
      )}
      {further.length > 0 && (
        <details>
          <summary>{workWords.more[lang]}</summary>
          {further.map(input)}
        </details>
      )}
      {form.unchanged ? (
        <p className="muted">{workWords.noChange[lang]}</p>
      ) : (
        decision !== undefined && <Decided decision={decision} lang={lang} />
      )}
      {sending && <p className="muted">{workWords.filesUnderWay[lang]}</p>}
      {decision === undefined && form.touched && !sending && <p className="field-fault">{workWords.invalid[lang]}</p>}
      <p className="buttons">
        <button type="submit" className="main" disabled={form.isBarred}>
          {workWords[form.busy ? 'saving' : 'submit'][lang]}
        </button>{' '}
        <button type="button" onClick={onCancel}>
          {workWords.cancel[lang]}
        </button>
      </p>
    </form>
  );
}
