import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Notes } from '../notes/store.ts';
import type { SheetProps } from '../picture/Sheet.tsx';

const PictureDialog = lazy(() => import('../picture/PictureDialog.tsx'));
const NotesPanel = lazy(() => import('../notes/NotesPanel.tsx'));

interface AxisToolsProps {
  readonly notes: Notes;
  readonly picture: Omit<SheetProps, 'notes'>;
}

/** What a reader does with the axis beside reading it: writes on it, and takes it along. */
export function AxisTools({ notes, picture }: AxisToolsProps) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<'picture' | 'notes'>();
  return (
    <>
      <div className="zoom">
        <button
          type="button"
          className="small"
          aria-expanded={open === 'notes'}
          onClick={() => setOpen(open === 'notes' ? undefined : 'notes')}
        >
          {t('timeline.notes')}
          {notes.all.length > 0 && ` ${notes.all.length}`}
        </button>
        <button type="button" className="small" aria-haspopup="dialog" onClick={() => setOpen('picture')}>
          {t('timeline.picture')}
        </button>
      </div>
      {(open === 'notes' || notes.sent.length > 0) && (
        <Suspense>
          <NotesPanel notes={notes} />
        </Suspense>
      )}
      {open === 'picture' && (
        <Suspense>
          <PictureDialog {...picture} notes={notes.all} onClose={() => setOpen(undefined)} />
        </Suspense>
      )}
    </>
  );
}
