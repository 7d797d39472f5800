/** What an office is called by whoever reads: the government it belongs to, not its code. */
import type { Language } from '@gongze/domain/vocabulary/text';
import { useAsync } from '../engine/useAsync.ts';

type NameOf = (office: string, lang: Language) => string;

/** The tree of governments is large; nobody waits for it to see who is signed in. */
async function governmentNames(): Promise<NameOf> {
  const { gb2260 } = await import('@gongze/domain/vocabulary/governments/gb2260');
  const names = new Map([...gb2260().all()].map(({ code, name }) => [code as string, name]));
  return (office, lang) => names.get(governmentCodeOf(office))?.[lang] ?? office;
}

/** `610100#first` and `610100/transport` belong to 610100. */
function governmentCodeOf(office: string): string {
  return /^[^#/-]*/.exec(office)?.[0] ?? office;
}

/** Name of the government of an office or actor; its own id for a body, and until the names are there. */
export function useOfficeNames(): NameOf {
  const names = useAsync('governments', governmentNames);
  return names.state === 'ready' ? names.value : (office) => office;
}
