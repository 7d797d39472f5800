import { type ReactNode, useId } from 'react';

interface LineProps {
  readonly label: string;
  readonly value: string;
  readonly type?: string;
  readonly autoComplete: string;
  readonly onType: (value: string) => void;
}

export function Line({ label, value, type = 'text', autoComplete, onType }: LineProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input id={id} type={type} value={value} autoComplete={autoComplete} onChange={(event) => onType(event.currentTarget.value)} />
    </div>
  );
}

export function Told({ children }: { readonly children: ReactNode }) {
  return (
    <p className="field-fault" role="alert">
      {children}
    </p>
  );
}
