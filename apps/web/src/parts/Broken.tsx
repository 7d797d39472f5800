import { Component, type ReactNode } from 'react';
import { BrokenNotice } from './BrokenNotice.tsx';

interface State {
  readonly error: Error | undefined;
}

/** Catches a defect while drawing, so that one part does not take the page with it. */
export class Broken extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { error: undefined };

  static getDerivedStateFromError(error: unknown): State {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override render(): ReactNode {
    const { error } = this.state;
    return error === undefined ? (
      this.props.children
    ) : (
      <BrokenNotice message={error.message} onRetry={() => this.setState({ error: undefined })} />
    );
  }
}
