/** A row of the ledger, as the account looks at it. */
export interface Noted {
  id: string;
  state: string;
  dueAt: string;
  /** Null: it did not leave. */
  leftAt: string | null;
}
export interface Account {
  notices: number;
  /** Reached the mail server, each counted once. */
  sent: number;
  /** Neither at the mail server, nor shown to a person as refused or in doubt. */
  lost: number;
  /** Reached the mail server more than once, or will again since the ledger does not know that it did. */
  doubled: number;
  inDoubt: number;
  /** Refused by the mail server for good: the ledger says so, and a call takes its place. */
  refused: number;
  /** Left on a later day than the one on which it was due and nothing hindered it any more. */
  late: number;
}
const day = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Paris', year: 'numeric', month: '2-digit', day: '2-digit' });
const dayOf = (instant: string): string => day.format(new Date(instant));
const KNOWN_TO_HAVE_LEFT = ['handed_over', 'closed', 'in_doubt'];

/**
 * Holds the ledger against what the mail server really accepted.
 * @param expected how many notices there had to be: a plan that was lost leaves no row
 * @param received Message-IDs' first part, which is the row's id, once per message accepted
 * @param healedAt ISO instant from which on nothing hindered the sending
 */
export function account(expected: number, rows: readonly Noted[], received: readonly string[], healedAt: string): Account {
  const times = new Map<string, number>();
  for (const id of received) times.set(id, (times.get(id) ?? 0) + 1);
  const found: Account = {
    notices: expected,
    sent: 0,
    lost: Math.max(0, expected - rows.length),
    doubled: 0,
    inDoubt: 0,
    refused: 0,
    late: 0,
  };
  for (const { id, state, dueAt, leftAt } of rows) {
    const arrived = times.get(id) ?? 0;
    if (arrived) found.sent += 1;
    if (arrived > 1 || (arrived === 1 && !KNOWN_TO_HAVE_LEFT.includes(state))) found.doubled += 1;
    if (state === 'in_doubt') found.inDoubt += 1;
    else if (!arrived && state === 'failed') found.refused += 1;
    else if (!arrived) found.lost += 1;
    if (leftAt && dayOf(leftAt) > dayOf(dueAt > healedAt ? dueAt : healedAt)) found.late += 1;
  }
  return found;
}
export const sumOf = (accounts: readonly Account[]): Account =>
  accounts.reduce(
    // fromEntries forgets the names of the fields.
    (sum, one) => Object.fromEntries(Object.entries(sum).map(([key, n]) => [key, n + one[key as keyof Account]])) as unknown as Account,
    { notices: 0, sent: 0, lost: 0, doubled: 0, inDoubt: 0, refused: 0, late: 0 },
  );
