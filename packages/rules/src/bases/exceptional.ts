import { fullMonths, type IsoDate } from '../calendar/iso-date.ts';
import { atLeast, atLeastNumber, missingFact, moreThan, no, noneOf, oneOf, reader, yes } from '../engine/answers.ts';
import { type BasisDefinition, defineBasis } from '../engine/basis.ts';
import { c0General } from '../engine/regime.ts';
import type { FactName } from '../facts/facts.ts';
import { add, type Context, type Test } from '../engine/outcome.ts';
import { CODE_2021, indicator, LAW_2024, nationals, noPapers, numbered, required, seeTwin, since, exclusion } from './common.ts';
import { l4353 } from './young.ts';

const admission: Omit<BasisDefinition, 'id' | 'article' | 'versions' | 'risk'> = {
  kind: 'basis',
  family: 'exceptional',
  regime: 'general',
  twin: 'dz-discretionary',
  place: 'in-country',
  strength: 'discretionary',
  confidence: 'high',
  permit: { kind: 'cst', mention: 'vpf', years: 1, work: true },
  next: ['csp-general-l433-4'],
};
const c0 = () => c0General('dz-discretionary');

const overTenYears = moreThan('residenceSince', { years: 10 });
const aesConditions = (years: 5 | 7, retailleau: boolean) => [
  c0(),
  ...numbered(['exceptional-grounds', oneOf('exceptionalGrounds', ['humanitarian', 'exceptional'])]),
  indicator('i1', years === 7 ? 'seven-years-of-residence' : 'five-years-of-residence', atLeast('residenceSince', { years }), {
    articles: [years === 7 ? 'circular of 23 January 2025' : 'circular of 28 November 2012'],
  }),
  ...(retailleau
    ? [
        indicator('i2', 'french-certified', yes('frenchLevelCertified'), { articles: ['circular of 23 January 2025'] }),
        indicator('i3', 'no-oqtf-in-force', noneOf('oqtfStatus', ['in-force']), { articles: ['circular of 23 January 2025'] }),
      ]
    : []),
  indicator('i4', 'work', noneOf('contractType', ['none'])),
];
const AES_LEFT_OUT = ['the narrative that makes the grounds exceptional: assessed by the adviser in exceptionalGrounds'];

export const aesL4351 = defineBasis({
  ...admission,
  id: 'aes-l435-1',
  article: 'L.435-1',
  risk: 'very-high',
  evidence: () => [[{ subject: 'presence', months: 84 }]],
  warnings: [
    seeTwin('dz-discretionary'),
    nationals('work-branch-governed-by-agreement', ['TUN', 'MAR']),
    { code: 'permit-commission-due', when: ({ context }) => overTenYears.status(context) === 'met' },
    { code: 'see-a-lawyer-first', when: ({ status }) => status !== 'not-met' },
    { code: 'work-cases-go-to-l435-4', when: ({ context: { facts } }) => facts.inShortageJob === true },
    noPapers,
  ],
  versions: [
    since(CODE_2021, aesConditions(5, false), { until: '2025-01-22', sources: ['L435-1', 'CIRC-2012'], leftOut: AES_LEFT_OUT }),
    since('2025-01-23', aesConditions(7, true), {
      sources: ['L435-1', 'CIRC-2025', 'TN-MA'],
      leftOut: [...AES_LEFT_OUT, 'thresholds of the 2012 circular: repealed on 23 January 2025, never to be quoted as rights'],
    }),
  ],
});

const residence = reader<IsoDate>('residenceSince');
const excluded = reader<number>('excludedStayMonths');
const COUNTABLE = 36;
/** Three years of residence, without the months as a seasonal worker, student or asylum seeker. */
const countableResidence = (): Test => {
  const facts: readonly FactName[] = ['residenceSince', 'excludedStayMonths'];
  const months = (context: Context, start: IsoDate): number => fullMonths(start, context.onDate);
  const missing = (context: Context, into: FactName[]): void => {
    if (residence(context) === null) add(into, 'residenceSince');
    if (excluded(context) === null) add(into, 'excludedStayMonths');
  };
  return {
    facts,
    thresholds: [{ fact: 'residenceSince', is: 'at-least', amount: COUNTABLE, unit: 'months' }],
    status: (context) => {
      const [start, less] = [residence(context), excluded(context)];
      if (start === null) return 'unknown';
      const all = months(context, start);
      // Excluded months only take away: too short a stay is decided without them.
      if (all < COUNTABLE) return 'not-met';
      return less === null ? 'unknown' : all - less >= COUNTABLE ? 'met' : 'not-met';
    },
    because: (context, status) => {
      if (status === 'unknown') {
        const open: FactName[] = [];
        missing(context, open);
        return missingFact(open);
      }
      const all = months(context, residence(context)!);
      const less = excluded(context) ?? 0;
      return {
        code: status === 'met' ? 'countable-months-reached' : 'countable-months-not-reached',
        values: { all, less, counted: all - less, minimum: COUNTABLE },
      };
    },
    missing,
  };
};

export const aesL4354 = defineBasis({
  ...admission,
  id: 'aes-shortage-l435-4',
  article: 'L.435-4',
  permit: { kind: 'cst', mention: 'salarie', years: 1, work: true },
  risk: 'high',
  evidence: () => [
    [
      { subject: 'work', months: 12, window: 24 },
      { subject: 'presence', months: COUNTABLE },
    ],
  ],
  warnings: [
    seeTwin('dz-discretionary'),
    nationals('same-criteria-under-general-power', ['TUN', 'MAR']),
    { code: 'shortage-regime-ends', when: ({ context: { onDate } }) => onDate >= '2026-10-01', values: () => ({ until: '2026-12-31' }) },
    { code: 'conditions-do-not-bind', when: ({ status }) => status === 'met' },
    { code: 'see-a-lawyer-first', when: ({ status }) => status !== 'not-met' },
    noPapers,
  ],
  versions: [
    since(
      LAW_2024,
      [
        required('c0', 'regime-general-not-tunisian-moroccan', c0General('dz-discretionary', ['TUN', 'MAR']).test),
        ...numbered(
          ['shortage-work-12-of-24', atLeastNumber('shortageMonthsLast24', 12, 'months')],
          ['in-shortage-job', yes('inShortageJob')],
          ['countable-residence-3-years', countableResidence()],
        ),
        exclusion('c4', 'clean-criminal-record', no('criminalRecordB2')),
      ],
      {
        until: '2026-12-31',
        sources: ['L435-4', 'LIST-2025', 'TN-MA'],
        leftOut: [
          'social and family integration (i1): no fact of its own',
          'an application filed before the last day and decided after it: not settled',
        ],
      },
    ),
  ],
});

export const aesL4352 = defineBasis({
  ...admission,
  id: 'aes-community-l435-2',
  article: 'L.435-2',
  risk: 'medium',
  warnings: [seeTwin('dz-discretionary'), { code: 'see-a-lawyer-first', when: ({ status }) => status !== 'not-met' }, noPapers],
  versions: [
    since(
      CODE_2021,
      [
        c0(),
        ...numbered(
          ['community-3-years', atLeast('communitySince', { years: 3 })],
          ['community-activity-serious', yes('communityActivitySerious')],
          ['integration-prospects', yes('integrationProspects')],
        ),
      ],
      { sources: ['L435-2'] },
    ),
  ],
});

export const EXCEPTIONAL = [aesL4351, aesL4354, aesL4352, l4353];
