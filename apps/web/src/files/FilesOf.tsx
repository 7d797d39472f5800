import type { Fact } from '@gongze/domain/events/catalogue';
import { filesNamedIn } from '@gongze/domain/events/files';
import { lazy, Suspense } from 'react';

/** Fetched only where a record has files. */
const FileList = lazy(() => import('./FileList.tsx'));

/** The files that these records name, each once; nothing where they name none. */
export function FilesOf({ facts }: { readonly facts: readonly Fact[] }) {
  const files = new Map(facts.flatMap(({ payload }) => filesNamedIn(payload)).map((file) => [file.sha256, file]));
  if (files.size === 0) return null;
  return (
    <Suspense fallback={null}>
      <FileList files={[...files.values()]} />
    </Suspense>
  );
}
