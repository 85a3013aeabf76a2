import { listBars, listBases, conditionTitle } from '../assess/catalogue.ts';
import { assess, resultIds } from '../assess/assess.ts';
import { CHECKLIST } from '../bases/checklist.ts';
import { ALL } from '../bases/registry.ts';
import { isoDate } from '../calendar/iso-date.ts';
import { documentTypes } from '../evidence/document.ts';
import { FACT_GROUPS } from '../facts/dictionary.ts';
import { listFacts } from '../facts/facts.ts';
import { say, sayAnswer, sayDay, sayTitle, weighingMessages } from './weighing-say.ts';
import type { WeighingMessages } from './weighing-shape.ts';

const LANGUAGES = ['fr', 'en'] as const;
const keysOf = (messages: WeighingMessages): string[] =>
  Object.entries(messages).flatMap(([section, entries]) =>
    Object.entries(entries as Record<string, unknown>).map(([key, value]) => `${section}/${key}/${typeof value}`),
  );

describe('the words of the weighing', () => {
  it('has the same keys in both languages', () => {
    expect(keysOf(weighingMessages('en')).sort()).toEqual(keysOf(weighingMessages('fr')).sort());
  });

  it.each(LANGUAGES)('has a word for everything the rules can say (%s)', (language) => {
    const messages = weighingMessages(language);
    const without = (section: Readonly<Record<string, unknown>>, keys: readonly string[]) =>
      keys.filter((key) => !Object.hasOwn(section, key));
    expect(without(messages.facts, ['children', ...listFacts().map(({ name }) => name)])).toEqual([]);
    expect(without(messages.groups, FACT_GROUPS)).toEqual([]);
    expect(without(messages.documents, documentTypes)).toEqual([]);
    expect(
      without(
        messages.bases,
        [...listBases(), ...listBars()].map(({ id }) => id),
      ),
    ).toEqual([]);
    expect(
      without(
        messages.families,
        [...listBases(), ...listBars()].map(({ family }) => family),
      ),
    ).toEqual([]);
    expect(
      without(
        messages.checklist,
        CHECKLIST.map(({ id }) => id),
      ),
    ).toEqual([]);
    expect(
      without(
        messages.warnings,
        ALL.flatMap(({ warnings }) => (warnings ?? []).map(({ code }) => code)),
      ),
    ).toEqual([]);
    const titles = ALL.flatMap(({ versions }) =>
      versions.flatMap(({ conditions }) => conditions.flatMap(({ title, members }) => [title, ...members.map((m) => m.title)])),
    );
    expect(without(messages.conditions, titles)).toEqual([]);
    const answers = listFacts().flatMap(({ name, spec }) => (spec.values ?? []).map((value) => [name, value] as const));
    expect(
      answers.filter(([name, value]) => !Object.hasOwn(messages.values, `${name}=${value}`) && !Object.hasOwn(messages.values, value)),
    ).toEqual([]);
  });

  it.each(LANGUAGES)('uses every sentence and title that it holds (%s)', (language) => {
    const { conditions, bases, warnings } = weighingMessages(language);
    const titles = new Set([
      'validity',
      ...ALL.flatMap(({ versions }) =>
        versions.flatMap((v) => v.conditions.flatMap(({ title, members }) => [title, ...members.map((m) => m.title)])),
      ),
    ]);
    const codes = new Set(['indicators-unfavourable', ...ALL.flatMap((basis) => (basis.warnings ?? []).map(({ code }) => code))]);
    expect(Object.keys(conditions).filter((key) => !titles.has(key))).toEqual([]);
    expect(Object.keys(bases).filter((key) => !ALL.some(({ id }) => id === key))).toEqual([]);
    expect(Object.keys(warnings).filter((key) => !codes.has(key))).toEqual([]);
  });

  it('fills every place of every reason it gives', () => {
    const children = [
      { birthDate: isoDate('2018-03-01'), filiationEstablished: true, isFrench: true, clientContributesSince: isoDate('2025-01-01') },
    ];
    const people = [
      {},
      { nationality: 'DZA', residenceSince: isoDate('2010-01-01'), birthDate: isoDate('1990-02-28'), children },
      {
        nationality: 'MAR',
        residenceSince: isoDate('2022-01-01'),
        birthDate: isoDate('2008-06-01'),
        childWelfareDate: isoDate('2023-01-01'),
        children: [],
      },
      {
        nationality: 'FRA',
        avgMonthlyNetResources: 1200,
        householdSize: 4,
        housingSurface: 30,
        housingZone: 'A' as const,
        excludedStayMonths: 2,
      },
      {
        nationality: 'TUN',
        currentPermitBasis: 'vpf-l423-23',
        regularStaySince: isoDate('2026-01-01'),
        protectionOrderEnd: isoDate('2027-01-01'),
        children,
      },
      {
        currentPermitBasis: 'other',
        residenceSince: isoDate('2015-05-05'),
        excludedStayMonths: 0,
        ofiiOpinion: 'pending' as const,
        oqtfStatus: 'in-force' as const,
        oqtfDate: isoDate('2025-01-01'),
      },
    ];
    for (const facts of people) {
      const { results } = assess({ onDate: isoDate('2026-11-21'), facts });
      for (const { conditions, warnings } of Object.values(results)) {
        for (const language of LANGUAGES) {
          for (const { because } of conditions)
            expect(say(because.code, because.values, language, conditionTitle)).not.toMatch(/[{}]|undefined|\[object/);
          for (const { code, values } of warnings)
            expect(say(code, values, language, conditionTitle)).not.toMatch(/[{}]|undefined|\[object/);
        }
      }
    }
  });

  it('says days and answers without the locale of the machine', () => {
    expect(sayDay('2026-03-01', 'fr')).toBe('1er mars 2026');
    expect(sayDay('2026-12-25', 'fr')).toBe('25 décembre 2026');
    expect(sayDay('2026-03-01', 'en')).toBe('1 March 2026');
    expect(sayDay('soon', 'fr')).toBe('soon');
    const months = Array.from({ length: 12 }, (_, i) => `2026-${String(i + 1).padStart(2, '0')}-02`);
    expect(months.map((day) => sayDay(day, 'fr').split(' ')[1])).toEqual([
      'janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre',
    ]); // prettier-ignore
    expect(months.map((day) => sayDay(day, 'en').split(' ')[1])).toEqual([
      'January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December',
    ]); // prettier-ignore
    expect(sayAnswer('entryVisa', 'long-stay', 'fr')).toBe('visa long séjour (D)');
    expect(sayAnswer('civicExam', 'csp', 'en')).toBe('exam for the multi-year card');
    expect(sayAnswer('currentStatus', 'csp', 'en')).toBe('multi-year card');
    expect(sayAnswer('currentPermitBasis', 'vpf-l423-23', 'en')).toBe('Personal and family ties');
    expect(sayAnswer('currentPermitBasis', 'other', 'fr')).toBe('autre');
    expect(sayAnswer('nationality', 'MAR', 'fr')).toBe('MAR');
    expect(sayAnswer('domesticViolence', true, 'fr')).toBe('oui');
  });

  it('says reasons in words', () => {
    expect(say('fact-missing', { facts: ['nationality', 'children[].birthDate'] }, 'fr')).toBe(
      'On ne sait pas encore : la nationalité, la date de naissance de l’enfant.',
    );
    expect(
      say(
        'duration-reached',
        { fact: 'residenceSince', since: '2020-01-01', amount: 5, unit: 'years', strictly: false, anniversary: '2025-01-01' },
        'en',
      ),
    ).toBe(
      'The length asked (5 years) is reached for start of residence in France: given date, 1 January 2020; anniversary, 1 January 2025.',
    );
    expect(say('answer-does-not-fit', { fact: 'partnerRelation', answer: 'married', wanted: ['pacs', 'cohabiting'] }, 'en')).toBe(
      'It does not fit for couple: civil marriage. It should be: Pacs, living together.',
    );
    expect(say('situation-holds', { situations: ['vpf-l423-23.s6'] }, 'fr', conditionTitle)).toBe(
      'Situation remplie : Des liens personnels forts en France.',
    );
    expect(say('situation-holds', { situations: ['vpf-l423-23.s6'] }, 'fr')).toBe('Situation remplie : vpf-l423-23.s6.');
    expect(say('subsidiary-to-undecided', { bases: ['dz-6-1', 'dz-6-2'] }, 'en')).toBe(
      'This ground serves only if no other fits. Still to be checked: Algerian: ten years of residence, Algerian: spouse of a French national.',
    );
    expect(say('too-young', { fact: 'birthDate', birth: '2010-01-01', from: 18, reachedOn: '2028-01-01' }, 'fr')).toBe(
      'Trop jeune : 18 ans le 1er janvier 2028.',
    );
    expect(() => say('no-such-code', {}, 'fr')).toThrow(new RangeError('no sentence for the code "no-such-code"'));
    expect(() => say('toString', {}, 'fr')).toThrow(RangeError);
    expect(sayTitle('bar-fraud', 'en')).toBe('Fraud');
  });

  it('names every id it answers for', () => {
    for (const id of resultIds()) expect(sayTitle(id, 'fr', conditionTitle)).not.toBe(id);
  });
});
