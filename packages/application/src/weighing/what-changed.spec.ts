import { changedFacts } from './what-changed.ts';

describe('facts that differ between two weighings', () => {
  it.each([
    ['nothing', { livesInFrance: true }, { livesInFrance: true }, []],
    ['an answer that changed', { residenceSince: '2019-01-01' }, { residenceSince: '2020-01-01' }, ['residenceSince']],
    ['an answer that became known, or unknown again', { a: 1 }, { b: false }, ['a', 'b']],
    ['false and absent: no is not unknown', { wishesToWork: false }, {}, ['wishesToWork']],
    ['unknown children and no children', {}, { children: [] }, ['children']],
    ['a child more, with what is known of it', { children: [] }, { children: [{ isFrench: true }] }, ['children', 'children[0].isFrench']],
    [
      'an answer about the second child',
      { children: [{ isFrench: true }, {}] },
      { children: [{ isFrench: true }, { isFrench: false }] },
      ['children[1].isFrench'],
    ],
    ['a column that is no object', null, { a: 1 }, ['a']],
  ])('%s', (_, before, after, expected) => {
    expect(changedFacts(before, after)).toEqual(expected);
  });
});
