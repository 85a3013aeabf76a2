import type { FactQuestion } from '@permanence/contracts';
import { gather, topicsOf, typedOf, type Typed } from './interview.ts';

const question = (key: string, type: FactQuestion['type'], answer: Partial<FactQuestion['answer']> = {}): FactQuestion => ({
  key,
  type,
  group: 'presence',
  values: null,
  unit: null,
  format: null,
  sensitive: false,
  heldBy: 'answers',
  childId: null,
  answer: { state: 'unanswered', value: null, saidBy: null, saidOn: null, recordedByName: null, recordedAt: null, ...answer },
});
const said = { saidBy: 'person' as const, saidOn: null };
const typed = (entries: Record<string, Typed>) => new Map(Object.entries(entries));

describe('an interview', () => {
  it('keeps "does not know" and "prefers not to say" apart, without a value', () => {
    const questions = [question('livesInFrance', 'bool'), question('residenceSince', 'date')];
    const { answers } = gather(
      questions,
      typed({ livesInFrance: { text: '', state: 'dont-know' }, residenceSince: { text: '', state: 'prefers-not' } }),
      said,
      '2026-11-21',
    );
    expect(answers).toEqual([
      { fact: 'livesInFrance', state: 'dont-know', ...said },
      { fact: 'residenceSince', state: 'prefers-not', ...said },
    ]);
  });
  it('sends nothing for a question left open or left as it was', () => {
    const kept = question('residenceSince', 'date', { state: 'value', value: '2019-03-01' });
    const { answers, problems } = gather(
      [kept, question('livesInFrance', 'bool')],
      typed({ residenceSince: typedOf(kept), livesInFrance: { text: '', state: '' } }),
      said,
      '2026-11-21',
    );
    expect([answers, problems]).toEqual([[], []]);
  });
  it('reads days day first and names the field of a day that does not exist', () => {
    const questions = [question('residenceSince', 'date'), question('regularStaySince', 'date')];
    const { answers, problems } = gather(
      questions,
      typed({ residenceSince: { text: '01/03/2019', state: 'value' }, regularStaySince: { text: '30/02/2020', state: 'value' } }),
      said,
      '2026-11-21',
    );
    expect(answers).toEqual([{ fact: 'residenceSince', state: 'value', value: '2019-03-01', ...said }]);
    expect(problems.map(({ field }) => field)).toEqual(['regularStaySince']);
  });
  it('refuses a start of residence that lies ahead', () => {
    const { problems } = gather(
      [question('residenceSince', 'date')],
      typed({ residenceSince: { text: '22/11/2026', state: 'value' } }),
      said,
      '2026-11-21',
    );
    expect(problems).toHaveLength(1);
  });
  it('counts a refusal to answer as an answer in the progress', () => {
    const [topic] = topicsOf([question('livesInFrance', 'bool', { state: 'prefers-not' }), question('residenceSince', 'date')]);
    expect(topic).toMatchObject({ group: 'presence', answered: 1 });
  });
});
