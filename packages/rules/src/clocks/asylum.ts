import { isoDate } from '../calendar/iso-date.ts';
import { BEFORE_REFORM_2024, days, from, hours, months, REFORM_2024, since2021, VISA_REFORM_2023 } from './columns.ts';
import type { ClockRule } from './rule.ts';

const PACT = 'European regulations of 2024: no French text adapting this limit was found';

/** Asylum. Every row is capped at medium after 12 June 2026, and what the letter prints must be followed when shorter. */
export const ASYLUM_RULES: readonly ClockRule[] = [
  {
    id: 'transfert-dublin',
    family: 'asylum',
    start: 'notification',
    asylumPact: true,
    versions: [
      from(REFORM_2024, {
        limits: [
          days(7, { court: 'TA-lieu', franc: 'NF', carry: 'Y', measures: ['house-arrest'] }),
          days(7, { court: 'TA-pref', franc: 'NF', carry: 'Y', measures: ['none', 'prison', 'detention'] }),
        ],
        legalBasis: ['L.572-4 CESEDA', 'L.921-1 CESEDA', 'R.921-3 CESEDA'],
        sources: ['CESEDA', 'CE438152', 'AMMR43'],
        leftOut: [PACT],
      }),
    ],
  },
  {
    id: 'transfert-dublin-retention',
    family: 'asylum',
    start: 'notification',
    asylumPact: true,
    versions: [
      from(REFORM_2024, {
        limits: [hours(48, { court: 'TA-lieu', confidence: 'medium' })],
        legalBasis: ['L.572-4 CESEDA', 'L.921-2 CESEDA'],
        sources: ['CESEDA', 'AMMR43'],
        leftOut: [PACT, 'Regulation 2024/1351 art. 43(2) requires one to three weeks where it applies'],
      }),
    ],
  },
  {
    id: 'assignation-transfert-l751-2',
    family: 'asylum',
    start: 'notification',
    asylumPact: true,
    versions: [
      from(REFORM_2024, {
        limits: [days(7, { court: 'TA-lieu' })],
        legalBasis: ['L.751-2 CESEDA', 'CE avis 14 Nov 2024 n° 496412'],
        sources: ['CE496412'],
        leftOut: [PACT],
      }),
    ],
  },
  {
    id: 'refus-entree-asile',
    family: 'asylum',
    start: 'notification',
    asylumPact: true,
    versions: [
      since2021({
        limits: [hours(48, { court: 'TA-zone', confidence: 'medium' })],
        legalBasis: ['L.352-4 CESEDA', 'L.921-2 CESEDA', 'R.922-3 CESEDA'],
        sources: ['CESEDA'],
        leftOut: [PACT],
      }),
    ],
  },
  {
    id: 'maintien-retention-asile',
    family: 'asylum',
    start: 'notification',
    asylumPact: true,
    versions: [
      since2021({
        limits: [hours(48, { court: 'TA-lieu', confidence: 'medium' })],
        legalBasis: ['L.754-4 CESEDA'],
        sources: ['CESEDA'],
        leftOut: [PACT],
      }),
    ],
  },
  {
    id: 'suspension-oqtf-asile',
    family: 'asylum',
    start: 'notification',
    asylumPact: true,
    versions: [
      from(REFORM_2024, {
        limits: [
          hours(48, { court: 'TA-lieu', confidence: 'medium', measures: ['detention'] }),
          days(7, { court: 'TA-lieu', measures: ['none', 'house-arrest', 'prison'] }),
        ],
        legalBasis: ['L.752-7 CESEDA', 'L.753-7 CESEDA'],
        sources: ['CESEDA'],
        leftOut: [PACT],
      }),
    ],
  },
  {
    id: 'refus-ou-fin-cma',
    family: 'asylum',
    start: 'notification',
    asylumPact: true,
    versions: [
      from(REFORM_2024, {
        limits: [days(7, { court: 'letter' })],
        legalBasis: ['L.555-1 CESEDA', 'L.921-1 CESEDA'],
        sources: ['CESEDA', 'CIMADECMA'],
        leftOut: [PACT, 'which court: as the letter states, not verified'],
      }),
    ],
  },
  {
    id: 'ofpra-rejet-cnda',
    family: 'asylum',
    start: 'notification',
    asylumPact: true,
    versions: [
      since2021({
        limits: [months(1, { court: 'CNDA', distance: 'none', adm: '0', aj: 'S', confidence: 'medium' })],
        legalBasis: ['L.532-1 CESEDA', 'R.532-10 CESEDA', 'R.531-17 CESEDA'],
        sources: ['CESEDA', 'MLGM'],
        leftOut: [PACT, 'distance: older guides give one month overseas, not verified, not applied'],
      }),
    ],
  },
  {
    id: 'cnda-aide-juridictionnelle',
    family: 'asylum',
    start: 'notification',
    asylumPact: true,
    warnings: ['by-sending'],
    versions: [
      from(isoDate('2019-01-01'), {
        limits: [days(15, { court: 'CNDA', franc: 'NF', carry: 'unknown', confidence: 'high' })],
        legalBasis: ['art. 9-4 law 91-647', 'CE 13 Nov 2023 n° 467595'],
        sources: ['CE467595', 'A94'],
        leftOut: [PACT, 'carry-over: not verified, not applied'],
      }),
    ],
  },
];

const BEFORE_VISA_REFORM = isoDate('2022-12-31');

export const VISA_RULES: readonly ClockRule[] = [
  {
    id: 'refus-visa-rapo',
    family: 'visa',
    start: 'notification',
    warnings: ['mandatory-appeal-first'],
    versions: [
      from(VISA_REFORM_2023, {
        limits: [days(30, { court: 'visa-appeal', franc: 'NF', carry: 'Y', adm: 'RAPO', aj: 'unknown' })],
        legalBasis: ['D.312-3 CESEDA', 'D.312-4 CESEDA'],
        sources: ['CESEDA', 'VISA23', 'NANTES19'],
        leftOut: ['some lawyers count the day of notification itself'],
      }),
    ],
  },
  {
    id: 'refus-visa-rapo-avant-2023',
    family: 'visa',
    start: 'notification',
    warnings: ['mandatory-appeal-first'],
    versions: [
      since2021(
        {
          limits: [months(2, { court: 'visa-appeal', franc: 'NF', distance: 'none', adm: 'RAPO', aj: 'unknown' })],
          legalBasis: ['former D.312-4 CESEDA'],
          sources: ['CESEDA', 'VISA23'],
          leftOut: ['distance: not verified, not applied'],
        },
        BEFORE_VISA_REFORM,
      ),
    ],
  },
  {
    id: 'refus-visa-tribunal',
    family: 'visa',
    start: 'rapo-visa',
    versions: [
      from(VISA_REFORM_2023, {
        limits: [months(2, { court: 'TA-Nantes', distance: 'none', adm: '0' })],
        legalBasis: ['R.312-6 CESEDA', 'R.312-7-3 CESEDA', 'D.312-8-1 CESEDA', 'R.777-5 CJA', 'R.312-18 CJA'],
        sources: ['CESEDA', 'CJA'],
      }),
    ],
  },
];

const TELERECOURS = 'R.751-4-1 CJA';
const APPEAL = { court: 'CAA', adm: '0' } as const;

/** After the judgment. */
export const JUDGMENT_RULES: readonly ClockRule[] = [
  {
    id: 'appel-jugement-oqtf',
    family: 'judgment',
    start: 'notification',
    warnings: ['two-months-if-not-mentioned'],
    versions: [
      since2021({
        limits: [months(1, APPEAL)],
        legalBasis: ['R.911-8 CESEDA', 'R.922-27 CESEDA', 'R.811-5 CJA', TELERECOURS],
        sources: ['CESEDA', 'CJA'],
        leftOut: ['R.811-3: two months when the notification forgets the shorter limit; enter what the letter prints'],
      }),
    ],
  },
  {
    id: 'appel-jugement-sejour',
    family: 'judgment',
    start: 'notification',
    versions: [
      since2021({ limits: [months(2, APPEAL)], legalBasis: ['R.811-2 CJA', 'R.811-5 CJA', TELERECOURS], sources: ['CJA', 'CE447332'] }),
    ],
  },
  {
    id: 'appel-refus-entree-asile',
    family: 'judgment',
    start: 'notification',
    versions: [
      since2021({
        limits: [days(15, { court: 'CAA', franc: 'F', carry: 'Y', aj: 'unknown' })],
        legalBasis: ['L.352-9 CESEDA', 'R.922-27 CESEDA', TELERECOURS],
        sources: ['CESEDA'],
      }),
    ],
  },
  {
    id: 'cassation-transfert',
    family: 'judgment',
    start: 'notification',
    versions: [
      from(REFORM_2024, {
        limits: [months(2, { court: 'CE', adm: '0', distance: 'D?', confidence: 'medium' })],
        legalBasis: ['R.922-26 CESEDA', 'R.811-1 13° CJA', 'R.821-1 CJA', TELERECOURS],
        sources: ['CESEDA', 'CJA'],
      }),
    ],
  },
  {
    id: 'refere-suspension-cassation',
    family: 'judgment',
    start: 'notification',
    versions: [
      since2021({
        limits: [days(15, { court: 'CE', franc: 'F', carry: 'Y', aj: 'I', confidence: 'high' })],
        legalBasis: ['R.523-1 CJA', TELERECOURS],
        sources: ['CJA'],
      }),
    ],
  },
  {
    id: 'refere-liberte-appel',
    family: 'judgment',
    start: 'notification',
    versions: [
      since2021({
        limits: [days(15, { court: 'CE', franc: 'F', carry: 'Y', aj: 'I', confidence: 'high' })],
        legalBasis: ['L.523-1 CJA', TELERECOURS],
        sources: ['CJA'],
      }),
    ],
  },
  {
    id: 'recours-decision-baj',
    family: 'judgment',
    start: 'notification',
    versions: [
      from(isoDate('2021-01-01'), {
        limits: [days(15, { court: 'letter', franc: 'NF', carry: 'unknown' })],
        legalBasis: ['art. 69 decree 2020-1717'],
        sources: ['REPLICKAJ', 'A43'],
        leftOut: ['whether the fifteen days are clear or carried over: not verified, the shorter reading is kept'],
      }),
    ],
  },
];

/** The rules for decisions taken before 15 July 2024. */
export const FORMER_RULES: readonly ClockRule[] = [
  {
    id: 'oqtf-30-jours-avant-2024',
    family: 'former',
    start: 'notification',
    versions: [
      since2021(
        {
          limits: [days(30, { court: 'TA-res', franc: 'F', carry: 'Y', aj: 'I', confidence: 'high' })],
          legalBasis: ['former L.614-4 CESEDA', 'former R.776-2 CJA', 'former R.776-5 I CJA'],
          sources: ['CESEDA', 'CJA', 'CE461471'],
        },
        BEFORE_REFORM_2024,
      ),
    ],
  },
  {
    id: 'oqtf-15-jours-avant-2024',
    family: 'former',
    start: 'notification',
    versions: [
      since2021(
        {
          limits: [days(15, { court: 'TA-res', franc: 'F', carry: 'Y', confidence: 'high' })],
          legalBasis: ['former L.614-5 CESEDA', 'former R.776-2 CJA', 'former R.776-5 II CJA'],
          sources: ['CESEDA', 'CJA', 'CE452878', 'MARS21', 'CE461471'],
        },
        BEFORE_REFORM_2024,
      ),
    ],
  },
  {
    id: 'oqtf-sans-delai-avant-2024',
    family: 'former',
    start: 'notification',
    byHandOnly: true,
    versions: [
      since2021(
        {
          limits: [hours(48, { court: 'TA-res' })],
          legalBasis: ['former L.614-6 CESEDA', 'former R.776-2 II CJA'],
          sources: ['CESEDA', 'CJA', 'CE425111'],
        },
        BEFORE_REFORM_2024,
      ),
    ],
  },
  {
    id: 'oqtf-48h-assignation-ou-retention-avant-2024',
    family: 'former',
    start: 'notification',
    versions: [
      since2021(
        {
          limits: [hours(48, { court: 'TA-lieu' })],
          legalBasis: ['former L.614-8 CESEDA', 'former L.732-8 CESEDA', 'former R.776-4 CJA'],
          sources: ['CESEDA', 'CJA', 'CE273484'],
        },
        BEFORE_REFORM_2024,
      ),
    ],
  },
  {
    id: 'oqtf-detenu-avant-2024',
    family: 'former',
    start: 'notification',
    versions: [
      since2021(
        {
          limits: [
            hours(48, { court: 'TA-lieu' }),
            days(15, { court: 'TA-lieu', franc: 'F', carry: 'Y', confidence: 'high' }),
            days(30, { court: 'TA-lieu', franc: 'F', carry: 'Y', aj: 'I', confidence: 'high' }),
          ],
          legalBasis: ['former L.614-15 CESEDA'],
          sources: ['CESEDA', 'CJA'],
          leftOut: ['the length follows the kind of order: time given to leave, and its ground'],
        },
        BEFORE_REFORM_2024,
      ),
    ],
  },
  {
    id: 'irtf-15-jours-avant-2024',
    family: 'former',
    start: 'notification',
    versions: [
      since2021(
        {
          limits: [days(15, { court: 'TA-pref', franc: 'F', carry: 'Y' })],
          legalBasis: ['former L.614-5 al. 2 CESEDA', 'former R.776-3 CJA'],
          sources: ['CESEDA', 'CJA'],
        },
        BEFORE_REFORM_2024,
      ),
    ],
  },
  {
    id: 'fin-delai-depart-avant-2024',
    family: 'former',
    start: 'notification',
    versions: [
      since2021(
        { limits: [hours(48, { court: 'TA-res' })], legalBasis: ['former R.776-2 I al. 3 CJA'], sources: ['CJA'] },
        BEFORE_REFORM_2024,
      ),
    ],
  },
  {
    id: 'transfert-15-jours-avant-2024',
    family: 'former',
    start: 'notification',
    versions: [
      since2021(
        {
          limits: [days(15, { court: 'TA-pref', franc: 'NF', carry: 'Y', confidence: 'high' })],
          legalBasis: ['former L.572-5 CESEDA', 'former R.777-3-1 CJA', 'former R.777-3-2 CJA'],
          sources: ['CESEDA', 'CJA', 'CE438152'],
        },
        BEFORE_REFORM_2024,
      ),
    ],
  },
  {
    id: 'transfert-48h-avant-2024',
    family: 'former',
    start: 'notification',
    versions: [
      since2021(
        { limits: [hours(48, { court: 'TA-lieu' })], legalBasis: ['former L.572-6 CESEDA'], sources: ['CESEDA'] },
        BEFORE_REFORM_2024,
      ),
    ],
  },
  {
    id: 'cma-rapo-avant-2024',
    family: 'former',
    start: 'rapo-then-court',
    warnings: ['mandatory-appeal-first'],
    versions: [
      since2021(
        {
          limits: [
            months(2, { court: 'letter', franc: 'NF', carry: 'unknown', distance: 'none', adm: 'RAPO', aj: '0', confidence: 'medium' }),
          ],
          legalBasis: ['former D.551-17 CESEDA'],
          sources: ['CESEDA', 'CIMADECMA'],
        },
        BEFORE_REFORM_2024,
      ),
    ],
  },
];
