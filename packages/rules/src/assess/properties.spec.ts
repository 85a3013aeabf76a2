import fc from 'fast-check';
import { listCases } from '../bases/cases/index.ts';
import { ALL, BY_ID } from '../bases/registry.ts';
import { type Facts, isChildFact, listFacts } from '../facts/facts.ts';
import { documentTypes, type EvidenceDocument } from '../evidence/document.ts';
import { addMonths, isoDate } from '../calendar/iso-date.ts';
import { repeats, stride } from '../test/repeats.ts';
import { assess, statuses } from './assess.ts';
import type { Assessment } from './assessment.ts';
import { ON, partialPerson, SEED } from './test/random-people.ts';

const every = ({ results }: Assessment) => Object.fromEntries(Object.entries(results).map(([id, { status }]) => [id, status]));
const statusesOf = ({ results }: Assessment) => Object.fromEntries(ALL.map(({ id }) => [id, results[id]!.status]));

describe('statuses alone', () => {
  it('are those of the whole weighing, on every kind of day', () => {
    const days = [ON, isoDate('2021-04-30'), isoDate('2023-06-30'), isoDate('2025-12-31'), isoDate('2027-01-01')];
    fc.assert(
      fc.property(partialPerson, fc.constantFrom(...days), ({ known }, onDate) => {
        const { results } = assess({ onDate, facts: known });
        expect(statuses({ onDate, facts: known })).toEqual(Object.fromEntries(ALL.map(({ id }) => [id, results[id]!.status])));
      }),
      { numRuns: repeats(150), seed: SEED },
    );
    for (const { id, given, onDate: on } of listCases().filter((_, i) => i % stride === 0))
      expect([id, statuses({ onDate: isoDate(on), facts: given as Facts })]).toEqual([
        id,
        statusesOf(assess({ onDate: isoDate(on), facts: given as Facts })),
      ]);
    expect(statuses({ onDate: ON })['aes-l435-1']).toBe('unknown');
  });
});

describe('what must not matter', () => {
  it('the order of the facts', () => {
    fc.assert(
      fc.property(partialPerson, ({ known }) => {
        const reversed = Object.fromEntries(Object.entries(known).reverse()) as Facts;
        expect(JSON.stringify(assess({ onDate: ON, facts: reversed }))).toBe(JSON.stringify(assess({ onDate: ON, facts: known })));
      }),
      { numRuns: repeats(30), seed: SEED },
    );
  });

  it('null instead of absent', () => {
    fc.assert(
      fc.property(partialPerson, ({ known }) => {
        const nulls = Object.fromEntries([
          ...listFacts()
            .filter(({ name }) => !isChildFact(name))
            .map(({ name }) => [name, null]),
          ['children', null],
        ]) as Facts;
        expect(JSON.stringify(assess({ onDate: ON, facts: { ...nulls, ...known } }))).toBe(
          JSON.stringify(assess({ onDate: ON, facts: known })),
        );
      }),
      { numRuns: repeats(10), seed: SEED },
    );
  });
});

const paper: fc.Arbitrary<EvidenceDocument> = fc.record({
  docType: fc.constantFrom(...documentTypes),
  dateDrawnUp: fc.integer({ min: 0, max: 100 }).map((back) => addMonths(ON, -back)),
  names: fc.constantFrom(null, ['client' as const], ['partner' as const], ['client' as const, 'partner' as const], []),
  issuerKind: fc.constantFrom('public-administration' as const, 'private-institution' as const, 'personal' as const, null),
  addressMatches: fc.constantFrom(true, false, null),
  handwritten: fc.constantFrom(true, false, null),
});

describe('the score', () => {
  it('is never lowered by one more paper', () => {
    fc.assert(
      fc.property(partialPerson, fc.array(paper, { maxLength: 60 }), paper, ({ known }, papers, one) => {
        const before = assess({ onDate: ON, facts: known, documents: papers }).results;
        const after = assess({ onDate: ON, facts: known, documents: [...papers, one] }).results;
        expect(Object.keys(before).filter((id) => after[id]!.score < before[id]!.score)).toEqual([]);
        const none = assess({ onDate: ON, facts: known }).results;
        expect(Object.keys(none).filter((id) => before[id]!.score < none[id]!.score)).toEqual([]);
      }),
      { numRuns: repeats(30), seed: SEED },
    );
  });

  it('is never raised by a bar', () => {
    const raised: Facts[] = [
      { publicOrderThreat: 'established' },
      { fraud: true },
      { listedOffenceFacts: true },
      { engagementContractSigned: false },
    ];
    const free: Facts[] = [
      { publicOrderThreat: 'none' },
      { fraud: false },
      { listedOffenceFacts: false },
      { engagementContractSigned: true, republicanBreach: false },
    ];
    fc.assert(
      fc.property(partialPerson, fc.nat({ max: raised.length - 1 }), ({ known }, which) => {
        const without = assess({ onDate: ON, facts: { ...known, ...free[which] } }).results;
        const withBar = assess({ onDate: ON, facts: { ...known, ...raised[which] } }).results;
        expect(Object.keys(without).filter((id) => withBar[id]!.score > without[id]!.score)).toEqual([]);
      }),
      { numRuns: repeats(30), seed: SEED },
    );
  });

  it('is 0 for what is not met, and between 1 and 100 otherwise; the ranking follows it', () => {
    fc.assert(
      fc.property(partialPerson, fc.array(paper, { maxLength: 30 }), ({ known }, documents) => {
        const { results, ranking, nextFacts } = assess({ onDate: ON, facts: known, documents });
        const wrong: string[] = [];
        for (const [id, { status, score }] of Object.entries(results)) {
          const right = id.startsWith('bar-') || status === 'not-met' ? score === 0 : score >= 1 && score <= 100;
          if (!right) wrong.push(id);
        }
        expect(wrong).toEqual([]);
        const scores = ranking.map((id) => results[id]!.score);
        expect(scores).toEqual([...scores].sort((a, b) => b - a));
        expect([...ranking].sort()).toEqual(
          ALL.filter(({ id, kind }) => kind === 'basis' && results[id]!.status !== 'not-met')
            .map(({ id }) => id)
            .sort(),
        );
        const said = nextFacts.map(({ fact, couldChange }) => `${fact}: ${couldChange.join()}`).sort();
        const asking = ALL.filter(({ kind }) => kind === 'basis').flatMap(({ id }) =>
          results[id]!.missingFacts.map((fact) => [fact, id] as const),
        );
        const facts = [...new Set(asking.map(([fact]) => fact))];
        expect(said).toEqual(
          facts
            .map(
              (fact) =>
                `${fact}: ${asking
                  .filter(([other]) => other === fact)
                  .map(([, id]) => id)
                  .join()}`,
            )
            .sort(),
        );
      }),
      { numRuns: repeats(30), seed: SEED },
    );
  });
});

it('gives every result the shape of the contract', () => {
  fc.assert(
    fc.property(partialPerson, ({ known }) => {
      const assessment = assess({ onDate: ON, facts: known, documents: [] });
      for (const [id, result] of Object.entries(assessment.results)) {
        const basis = BY_ID.get(id.replace(/\.s\d$/, ''))!;
        expect('strength' in result).toBe(basis.kind === 'basis' && basis.id === id);
        expect(['met', 'not-met', 'unknown']).toContain(result.status);
        expect(result.failedConditions.length > 0).toBe(result.status === 'not-met');
        for (const failed of result.failedConditions)
          expect(result.conditions.find((condition) => condition.id === failed)?.status).toBe('not-met');
      }
      expect(every(assessment)).toEqual(every(assess({ onDate: ON, facts: known })));
    }),
    { numRuns: repeats(10), seed: SEED },
  );
});
