import { type ReactNode, useState } from 'react';

interface UnfoldProps {
  readonly summary: ReactNode;
  /** Asked for only once it is opened: what nobody looks at costs nothing. */
  readonly children: () => ReactNode;
  readonly className?: string;
}

/** A heading that opens what belongs to it. */
export function Unfold({ summary, children, className }: UnfoldProps) {
  const [open, setOpen] = useState(false);
  return (
    <details className={className} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{summary}</summary>
      {open && children()}
    </details>
  );
}
