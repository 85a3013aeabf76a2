import type { StoredAnswer } from '@permanence/persistence';
import { isoDate } from '@permanence/rules';
import { assembleFacts } from './to-facts.ts';

const answer = (fact: string, value: StoredAnswer['value'], more: Partial<StoredAnswer> = {}): StoredAnswer => ({
  fact,
  childId: null,
  state: 'value',
  value,
  saidBy: 'person',
  saidOn: '2026-11-21',
  recordedByName: null,
  recordedAt: '2026-11-21T09:00:00.000Z',
  ...more,
});
const nobody = { nationality: null, birthOn: null };

describe('what the rules are given', () => {
  it('is nothing at all when nothing was answered: unknown, never a default', () => {
    expect(assembleFacts(nobody, [], [])).toEqual({});
  });
  it('leaves out what the person does not know or prefers not to say', () => {
    const answers = [
      answer('livesInFrance', true),
      answer('residenceSince', null, { state: 'dont-know' }),
      answer('domesticViolence', null, { state: 'prefers-not' }),
    ];
    expect(assembleFacts(nobody, [], answers)).toEqual({ livesInFrance: true });
  });
  it('keeps “no” as an answer', () => {
    expect(assembleFacts(nobody, [], [answer('bornInFrance', false)])).toEqual({ bornInFrance: false });
  });
  it('takes nationality and birth date from the record, whatever an old answer says', () => {
    const facts = assembleFacts({ nationality: 'DZA', birthOn: '1990-05-04' }, [], [answer('nationality', 'MAR')]);
    expect(facts).toEqual({ nationality: 'DZA', birthDate: isoDate('1990-05-04') });
  });
  it('tells children that are unknown from none, and from those registered', () => {
    expect(assembleFacts(nobody, [], [answer('children', null, { state: 'dont-know' })])).toEqual({});
    expect(assembleFacts(nobody, [], [answer('children', 'none')])).toEqual({ children: [] });
    expect(assembleFacts(nobody, [{ id: 'a' }], [answer('children', 'none')])).toEqual({ children: [{}] });
  });
  it('puts each answer with its child, in the order of the children, and drops those about a child no longer there', () => {
    const about = (childId: string, value: boolean) => answer('children[].isFrench', value, { childId });
    expect(assembleFacts(nobody, [{ id: 'b' }, { id: 'a' }], [about('a', true), about('b', false), about('gone', true)])).toEqual({
      children: [{ isFrench: false }, { isFrench: true }],
    });
  });
  it('drops what the dictionary no longer knows or takes: unknown, not bent to fit', () => {
    const answers = [answer('formerQuestion', true), answer('partnerRelation', 'fiancés'), answer('residenceSince', '2026-02-30')];
    expect(assembleFacts(nobody, [], answers)).toEqual({});
  });
});
