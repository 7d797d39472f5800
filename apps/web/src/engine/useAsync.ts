import { useCallback, useEffect, useState } from 'react';

export type Async<T> =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly error: unknown; readonly retry: () => void }
  | { readonly state: 'ready'; readonly value: T };

/** The result of `load`, asked again when `key` changes or on retry. An answer that comes too late is dropped. */
export function useAsync<T>(key: string, load: () => Promise<T>): Async<T> {
  const [attempt, setAttempt] = useState(0);
  const [result, setResult] = useState<{ key: string; value: Async<T> }>();
  const retry = useCallback(() => setAttempt((n) => n + 1), []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` names what `load` asks for
  useEffect(() => {
    let wanted = true;
    load().then(
      (value) => wanted && setResult({ key, value: { state: 'ready', value } }),
      (error: unknown) => wanted && setResult({ key, value: { state: 'failed', error, retry } }),
    );
    return () => {
      wanted = false;
    };
  }, [key, attempt, retry]);
  return result?.key === key ? result.value : { state: 'loading' };
}
