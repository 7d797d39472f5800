import type { ReactNode } from 'react';

interface FaultProps {
  readonly what: string;
  readonly right?: string;
  readonly children?: ReactNode;
}

/** What is wrong, what would be right, and a button that does it. */
export function Fault({ what, right, children }: FaultProps) {
  return (
    <div className="fault" role="alert">
      <p className="fault-what">{what}</p>
      {right !== undefined && <p>{right}</p>}
      {children !== undefined && <p className="fault-actions">{children}</p>}
    </div>
  );
}
