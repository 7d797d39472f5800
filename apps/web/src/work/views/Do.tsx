import type { CommandName } from '@gongze/domain/decisions/decide';
import { commandTitles } from '@gongze/domain/decisions/titles';
import type { TypedFields } from '../../forms/value.ts';
import { useFrame } from '../../view/useCase.ts';
import type { OpenForm } from './types.ts';

interface DoProps {
  readonly command: CommandName;
  readonly subject?: string | undefined;
  readonly given?: TypedFields | undefined;
  readonly onDo: OpenForm;
  /** What it is done to, for those who hear the page. */
  readonly about?: string | undefined;
}

/** The button that opens the form of a command. */
export function Do({ command, subject, given, onDo, about }: DoProps) {
  const { lang } = useFrame();
  return (
    <button type="button" className="small" data-do={command} onClick={() => onDo(command, subject, given)}>
      {commandTitles[command][lang]}
      {about !== undefined && <span className="visually-hidden"> {about}</span>}
    </button>
  );
}
