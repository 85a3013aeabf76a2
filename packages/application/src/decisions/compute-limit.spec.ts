import type { PreviewDecisionRequest } from '@permanence/contracts';
import { DECISION_IDS, isoDate, PAPERS, type DecisionFacts } from '@permanence/rules';
import { clockAt } from '../support/clock.ts';
import { asRuleInput, computeLimit, toOutcome } from './compute-limit.ts';
import { COVERED_ROWS } from './coverage.ts';

const CLOCK = clockAt('2026-11-21T09:30:00Z');
const given = (more: Omit<Partial<PreviewDecisionRequest>, 'facts'> & { facts?: DecisionFacts } = {}): PreviewDecisionRequest =>
  ({
    decision: 'auto',
    decisionOn: '2026-11-10',
    notifiedOn: '2026-11-16',
    ...more,
    facts: { paper: 'permit-refusal', departement: '69', ...more.facts },
  }) as PreviewDecisionRequest;
const outcome = (request: PreviewDecisionRequest) => toOutcome(computeLimit(asRuleInput(request)), CLOCK);
const ANY_DATE = /\d{4}-\d{2}-\d{2}T|"\d{4}-\d{2}-\d{2}"/;

describe('a decision becomes a limit', () => {
  it('gives a refusal two months, clear, with its working', () => {
    expect(outcome(given())).toMatchObject({
      status: 'computed',
      ruleId: 'refus-sejour-sans-oqtf',
      termOn: '2027-01-16',
      // Clear: the 17th is the last day, a Sunday, carried over to the Monday.
      lastDayOn: '2027-01-18',
      prudentOn: '2027-01-15',
      gravity: 6,
      daysLeft: 55,
      working: { court: { name: 'Lyon' } },
    });
  });
  it('counts hours from the minute, on the clock of the place', () => {
    const held = given({ notifiedOn: null, notifiedAt: '2026-11-20T18:40:00+01:00', facts: { paper: 'oqtf', measure: 'detention' } });
    expect(outcome(held)).toMatchObject({
      status: 'computed',
      ruleId: 'oqtf-retention',
      expiresAt: '2026-11-22T18:40:00+01:00',
      prudentOn: null,
      gravity: 1,
      daysLeft: 1,
      // From 10:30 in Paris on the 21st to 18:40 on the 22nd.
      minutesLeft: 32 * 60 + 10,
    });
  });
  it('asks for what is missing instead of guessing', () => {
    const asked = outcome(given({ notifiedOn: null }));
    expect(asked).toMatchObject({ status: 'missing' });
    expect(asked.status === 'missing' && asked.missingFacts).toContain('notifiedOn');
    expect(JSON.stringify(asked)).not.toMatch(ANY_DATE);
  });

  const orders = { paper: 'oqtf', measure: 'none' } as const;
  const covered: [string, PreviewDecisionRequest, object][] = [
    ['an order in Guyane', given({ facts: { ...orders, departement: '973' } }), { ruleId: 'oqtf-outre-mer-derogatoire', gravity: 1 }],
    [
      'an order of before 15 July 2024',
      given({
        decisionOn: isoDate('2024-07-14'),
        notifiedOn: isoDate('2024-07-16'),
        facts: { ...orders, voluntaryDepartureDays: 30, oqtfGround: 'L. 611-1 3°' },
      }),
      { ruleId: 'oqtf-30-jours-avant-2024', lastDayOn: '2024-08-16' },
    ],
    ['an order to a prisoner', given({ facts: { paper: 'oqtf', measure: 'prison' } }), { ruleId: 'oqtf-detention', gravity: 2 }],
    [
      'detention that came later: hours again',
      given({
        facts: { ...orders, measure: 'detention', measureNotifiedAt: '2026-11-20T10:00:00+01:00', newLimitInformationGiven: true },
      }),
      { running: 'replaced', expiresAt: '2026-11-22T10:00:00+01:00', prudentOn: null },
    ],
  ];
  it.each(covered)('gives the limit of %s, with its confidence', (_, request, expected) => {
    expect(outcome(request)).toMatchObject({ status: 'computed', ...expected });
  });
  it('moves the limit of a refusal when legal aid was asked in time, and says so', () => {
    const plain = outcome(given());
    const asked = outcome(
      given({
        decisionOn: isoDate('2026-06-01'),
        notifiedOn: isoDate('2026-06-05'),
        facts: {
          aideJuridictionnelleRequestedOn: isoDate('2026-06-20'),
          aideJuridictionnelleDecision: 'granted',
          aideJuridictionnelleNotifiedOn: isoDate('2026-10-30'),
          lawyerAppointedOn: isoDate('2026-11-05'),
        },
      }),
    );
    expect(plain).toMatchObject({ running: 'normal' });
    expect(asked).toMatchObject({ status: 'computed', ruleId: 'refus-sejour-sans-oqtf', running: 'interrupted' });
    // Two clear months from the end of the interruption, not from June.
    expect(asked.status === 'computed' && asked.lastDayOn! > '2026-12-28').toBe(true);
  });

  const outside: [string, PreviewDecisionRequest, string][] = [
    ['Nouvelle-Calédonie', given({ facts: { ...orders, departement: '988' } }), 'territory-not-covered'],
    ['Polynésie', given({ facts: { departement: '987' } }), 'territory-not-covered'],
    ['a measure in Wallis-et-Futuna', given({ facts: { ...orders, measureDepartement: '986' } }), 'territory-not-covered'],
    [
      'a row that was not in force yet',
      given({ decision: 'silence-carte-bleue-ue-30-jours', decisionOn: isoDate('2025-01-10'), notifiedOn: isoDate('2025-01-12') }),
      'no-version-in-force',
    ],
  ];
  it.each(outside)('gives no date for %s', (_, request, code) => {
    const answer = outcome(request);
    expect(answer).toMatchObject({ status: 'not-covered' });
    expect(answer.status === 'not-covered' && answer.reasons.map((reason) => reason.code)).toContain(code);
    expect(JSON.stringify(answer)).not.toMatch(ANY_DATE);
  });

  it('reaches every row of the rules, and gives no date where it gives no limit, whatever the paper', () => {
    const computed = new Set<string>();
    const withoutLimit: string[] = [];
    // The steps before the decision fall in its year: some rows are chosen by them.
    const factsIn = (year: string) => ({
      completeFileReceivedOn: isoDate(`${year}-05-04`),
      implicitRefusalOn: isoDate(`${year}-09-04`),
      reasonsRequestedOn: isoDate(`${year}-09-10`),
      recoursGracieuxReceivedOn: isoDate(`${year}-09-12`),
      measureNotifiedOn: isoDate('2026-11-20'),
      measureNotifiedAt: '2026-11-20T10:00:00+01:00',
      newLimitInformationGiven: true,
    });
    const days = [
      ['2026-11-10', '2026-11-16', '2026-11-16T10:00:00+01:00'],
      ['2022-11-10', '2022-11-16', '2022-11-16T10:00:00+01:00'],
    ] as const;
    for (const decision of ['auto', ...DECISION_IDS] as const)
      for (const paper of decision === 'auto' ? PAPERS : (['permit-refusal'] as const))
        for (const measure of ['none', 'house-arrest', 'detention', 'prison'] as const)
          for (const departement of ['69', '973'])
            for (const [decisionOn, notifiedOn, notifiedAt] of days) {
              const when = { decisionOn: isoDate(decisionOn), notifiedOn: isoDate(notifiedOn), notifiedAt };
              const answer = outcome(
                given({ decision, ...when, facts: { paper, measure, departement, ...factsIn(decisionOn.slice(0, 4)) } }),
              );
              if (answer.status === 'computed') computed.add(answer.ruleId);
              else withoutLimit.push(JSON.stringify(answer));
            }
    expect(withoutLimit.filter((answer) => ANY_DATE.test(answer))).toEqual([]);
    expect(COVERED_ROWS).toEqual(DECISION_IDS);
    expect(COVERED_ROWS.filter((row) => !computed.has(row))).toEqual([]);
  });

  it('announces a limit to nobody when it is only the day silence becomes a refusal', () => {
    const reminds = (decision: PreviewDecisionRequest['decision']) => {
      const limit = computeLimit(
        asRuleInput(given({ decision, facts: { paper: 'silence', completeFileReceivedOn: isoDate('2026-08-04') } })),
      );
      return limit.status === 'computed' && limit.dates.reminds;
    };
    expect(reminds('silence-titre-4-mois')).toBe(false);
    expect(reminds('refus-sejour-implicite')).toBe(true);
  });
});
