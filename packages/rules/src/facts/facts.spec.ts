import { CHILD_FACTS, FACT_GROUPS, FACTS } from './dictionary.ts';
import { childFactName, factSpec, isChildFact, isFactName, listFacts } from './facts.ts';

describe('the fact dictionary', () => {
  it('lists every fact once, children between violence and family', () => {
    const names = listFacts().map(({ name }) => name);
    expect(names).toHaveLength(Object.keys(FACTS).length + Object.keys(CHILD_FACTS).length);
    expect(new Set(names).size).toBe(names.length);
    expect(names.indexOf('children[].birthDate')).toBe(names.indexOf('undignifiedHousingComplaint') + 1);
    expect(names.indexOf('frenchParent')).toBe(names.indexOf('children[].ofiiOpinion') + 1);
    expect(names[0]).toBe('nationality');
    expect(names.at(-1)).toBe('exceptionalGrounds');
  });
  it('gives every enum its answers and every fact a group', () => {
    for (const { spec, group } of listFacts()) {
      expect(FACT_GROUPS).toContain(group);
      expect(spec.values !== undefined).toBe(spec.type === 'enum');
      expect(spec.format !== undefined).toBe(spec.type === 'string');
      expect(spec.unit !== undefined).toBe(spec.type === 'int' || spec.type === 'number');
      expect(new Set(spec.values).size).toBe(spec.values?.length ?? 0);
    }
  });
  it('marks health, violence and trafficking as sensitive', () => {
    const sensitive = listFacts()
      .filter(({ spec }) => spec.sensitive)
      .map(({ name }) => name);
    expect(sensitive).toEqual([
      ...listFacts()
        .filter(({ group }) => group === 'violence')
        .map(({ name }) => name),
      'children[].seriousCondition',
      'children[].ofiiOpinion',
      'seriousCondition',
      'treatmentUnavailableHome',
      'ofiiOpinion',
    ]);
  });
  it('answers by name', () => {
    expect(factSpec('partnerRelation')).toEqual({ type: 'enum', group: 'couple', values: ['none', 'married', 'pacs', 'cohabiting'] });
    expect(factSpec('children[].isFrench')).toEqual({ type: 'bool', group: 'children' });
    expect(() => factSpec('children')).toThrow(new RangeError('unknown fact: "children"'));
    expect([isFactName('nationality'), isFactName('children[].isFrench'), isFactName('isFrench'), isFactName('toString')]).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect([isChildFact('children[].isFrench'), isChildFact('frenchParent')]).toEqual([true, false]);
    expect(childFactName('children[].schoolingSince')).toBe('schoolingSince');
  });
});
