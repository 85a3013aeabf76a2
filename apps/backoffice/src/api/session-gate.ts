/**
 * When a session ends under someone who is typing, requests wait here while a dialog asks them to sign in again; then they are sent once
 * more. What was typed never leaves the screen.
 */
type Outcome = 'signed-in' | 'gave-up';

let waiting: ((outcome: Outcome) => void)[] = [];
const listeners = new Set<() => void>();
const tell = () => listeners.forEach((listener) => listener());

export const sessionGate = {
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  /** Whether the dialog is to be shown. */
  isClosed: (): boolean => waiting.length > 0,
  /** Waits for the dialog. */
  reopened: (): Promise<Outcome> =>
    new Promise((resolve) => {
      waiting = [...waiting, resolve];
      tell();
    }),
  settle: (outcome: Outcome): void => {
    const resolvers = waiting;
    waiting = [];
    tell();
    for (const resolve of resolvers) resolve(outcome);
  },
};
