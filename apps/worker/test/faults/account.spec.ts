import { account, sumOf, type Noted } from './account.ts';

const at = '2027-02-01T09:00:00.000Z';
const row = (id: string, state = 'handed_over', leftAt: string | null = at): Noted => ({ id, state, dueAt: at, leftAt });
const none = { sent: 0, lost: 0, doubled: 0, inDoubt: 0, refused: 0, late: 0 };

describe('the account of ledger and mail server', () => {
  it('finds nothing wrong where each notice arrived once', () => {
    expect(account(2, [row('a'), row('b', 'closed')], ['b', 'a'], at)).toEqual({ ...none, notices: 2, sent: 2 });
  });
  it('sees a planted loss: handed over by the ledger, unknown to the server; still waiting; never planned', () => {
    expect(account(1, [row('a')], [], at)).toMatchObject({ sent: 0, lost: 1 });
    expect(account(1, [row('a', 'planned', null)], [], at)).toMatchObject({ lost: 1 });
    expect(account(1, [row('a', 'taken', null)], [], at)).toMatchObject({ lost: 1 });
    expect(account(3, [row('a')], ['a'], at)).toMatchObject({ sent: 1, lost: 2 });
  });
  it('sees a planted double: arrived twice, or about to leave again', () => {
    expect(account(1, [row('a')], ['a', 'a'], at)).toMatchObject({ sent: 1, doubled: 1 });
    expect(account(1, [row('a', 'in_doubt')], ['a', 'a'], at)).toMatchObject({ doubled: 1, inDoubt: 1 });
    expect(account(1, [row('a', 'planned', null)], ['a'], at)).toMatchObject({ doubled: 1, lost: 0 });
    expect(account(1, [row('a', 'failed', null)], ['a'], at)).toMatchObject({ doubled: 1 });
  });
  it('counts a doubt and a refusal as what they are, whether or not the message arrived', () => {
    expect(account(3, [row('a', 'in_doubt'), row('b', 'in_doubt'), row('c', 'failed', null)], ['a'], at)).toEqual({
      ...none,
      notices: 3,
      sent: 1,
      inDoubt: 2,
      refused: 1,
    });
  });
  it('counts as late what left on a later day in Paris than it could', () => {
    const [evening, night] = ['2027-02-01T22:59:59.000Z', '2027-02-01T23:00:00.000Z'];
    expect(account(1, [row('a', 'handed_over', evening)], ['a'], at)).toMatchObject({ late: 0 });
    expect(account(1, [row('a', 'handed_over', night)], ['a'], at)).toMatchObject({ late: 1 });
    expect(account(1, [row('a', 'handed_over', night)], ['a'], night)).toMatchObject({ late: 0 });
  });
  it('adds up', () => {
    const one = account(1, [row('a')], [], at);
    expect(sumOf([one, one])).toEqual({ ...none, notices: 2, lost: 2 });
  });
});
