import { Component, type ReactNode } from 'react';
import { useWords } from '../i18n/words.ts';

/** A screen that fails must not take the menu with it. */
export class Crash extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };
  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }
  override render(): ReactNode {
    return this.state.failed ? <Crashed /> : this.props.children;
  }
}

function Crashed() {
  const { words } = useWords();
  return (
    <div role="alert">
      <h1>{words.common.crashed}</h1>
      <p>{words.common.crashedHelp}</p>
      <button type="button" className="btn btn-main" onClick={() => window.location.reload()}>
        {words.common.reload}
      </button>
    </div>
  );
}
