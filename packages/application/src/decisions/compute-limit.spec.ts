import type { PreviewDecisionRequest } from '@permanence/contracts';
import { DECISION_IDS, isoDate, PAPERS, type DecisionFacts } from '@permanence/rules';
import { asRuleInput, computeLimit, toOutcome } from './compute-limit.ts';
import { COVERED_ROWS } from './coverage.ts';

const TODAY = isoDate('2026-11-21');
const given = (more: Omit<Partial<PreviewDecisionRequest>, 'facts'> & { facts?: DecisionFacts } = {}): PreviewDecisionRequest =>
  ({
    decision: 'auto',
    decisionOn: '2026-11-10',
    notifiedOn: '2026-11-16',
    ...more,
    facts: { paper: 'permit-refusal', departement: '69', ...more.facts },
  }) as PreviewDecisionRequest;
const outcome = (request: PreviewDecisionRequest) => toOutcome(computeLimit(asRuleInput(request)), TODAY);
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
    });
  });
  it('asks for what is missing instead of guessing', () => {
    const asked = outcome(given({ notifiedOn: null }));
    expect(asked).toMatchObject({ status: 'missing' });
    expect(asked.status === 'missing' && asked.missingFacts).toContain('notifiedOn');
    expect(JSON.stringify(asked)).not.toMatch(ANY_DATE);
  });

  const orders = { paper: 'oqtf', measure: 'none' } as const;
  const outside: [string, PreviewDecisionRequest, string][] = [
    ['Guyane', given({ facts: { ...orders, departement: '973' } }), 'territory-not-covered'],
    ['a permit refusal in Mayotte', given({ facts: { departement: '976' } }), 'territory-not-covered'],
    ['a measure in Guadeloupe', given({ facts: { ...orders, measureDepartement: '971' } }), 'territory-not-covered'],
    ['Polynésie', given({ facts: { ...orders, departement: '987' } }), 'territory-not-covered'],
    ['taken before 15 July 2024', given({ decisionOn: isoDate('2024-07-14'), facts: orders }), 'decision-before-2024-07-15'],
    [
      'notified before 15 July 2024',
      given({ decisionOn: null, notifiedOn: isoDate('2024-07-14'), facts: orders }),
      'decision-before-2024-07-15',
    ],
    ['legal aid asked', given({ facts: { aideJuridictionnelleRequestedOn: isoDate('2026-11-18') } }), 'legal-aid-asked'],
    ['legal aid granted', given({ facts: { aideJuridictionnelleDecision: 'granted' } }), 'legal-aid-asked'],
    ['a lawyer appointed', given({ facts: { lawyerAppointedOn: isoDate('2026-11-18') } }), 'legal-aid-asked'],
    ['a prisoner', given({ facts: { paper: 'oqtf', measure: 'prison' } }), 'rule-not-covered'],
    [
      'detention that came later',
      given({ facts: { ...orders, measure: 'detention', measureNotifiedOn: isoDate('2026-11-20'), newLimitInformationGiven: true } }),
      'rule-not-covered',
    ],
  ];
  it.each(outside)('gives no date for %s', (_, request, code) => {
    const answer = outcome(request);
    expect(answer).toMatchObject({ status: 'not-covered' });
    expect(answer.status === 'not-covered' && answer.reasons.map((reason) => reason.code)).toContain(code);
    expect(JSON.stringify(answer)).not.toMatch(ANY_DATE);
  });

  it('gives no date for any row but those covered, whatever the paper', () => {
    const computed = new Set<string>();
    const withoutLimit: string[] = [];
    for (const decision of ['auto', ...DECISION_IDS] as const)
      for (const paper of PAPERS)
        for (const measure of ['none', 'house-arrest', 'detention', 'prison'] as const) {
          const answer = outcome(given({ decision, facts: { paper, measure, completeFileReceivedOn: isoDate('2026-05-04') } }));
          if (answer.status === 'computed') computed.add(answer.ruleId);
          else withoutLimit.push(JSON.stringify(answer));
        }
    expect(withoutLimit.filter((answer) => ANY_DATE.test(answer))).toEqual([]);
    expect([...computed].sort()).toEqual([...COVERED_ROWS].sort());
  });
});
