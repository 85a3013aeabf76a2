import { isoDate } from '../calendar/iso-date.ts';
import { from, months, since2021 } from './columns.ts';
import type { ClockRule } from './rule.ts';

const CJA_TWO_MONTHS = ['R.421-1 CJA', 'R.421-5 CJA', 'R.421-7 CJA', 'L.411-2 CRPA'];

/** Refusals of a permit, express or by silence, and what follows from them. */
export const RESIDENCE_RULES: readonly ClockRule[] = [
  {
    id: 'refus-sejour-sans-oqtf',
    family: 'residence',
    start: 'notification',
    versions: [
      since2021({
        limits: [months(2, { court: 'TA-res' })],
        legalBasis: CJA_TWO_MONTHS,
        sources: ['CJA', 'CRPA', 'CPC', 'ICARD1', 'CE447332', 'CE466541'],
        leftOut: ['R.421-5: what exactly the notification must say is judged case by case'],
      }),
    ],
  },
  {
    id: 'retrait-titre-sejour',
    family: 'residence',
    start: 'notification',
    versions: [
      since2021({
        limits: [months(2, { court: 'TA-res' })],
        legalBasis: [...CJA_TWO_MONTHS, 'R.432-3 CESEDA', 'R.432-4 CESEDA', 'R.432-5 CESEDA'],
        sources: ['CJA', 'CESEDA'],
        leftOut: ['the grounds of withdrawal themselves'],
      }),
    ],
  },
  {
    id: 'refus-enregistrement-demande',
    family: 'residence',
    start: 'notification-or-permit-silence',
    warnings: ['no-appeal-if-incomplete'],
    versions: [
      since2021({
        limits: [months(2, { court: 'TA-res', confidence: 'medium' })],
        legalBasis: ['R.421-1 CJA', 'R.431-10 CESEDA', 'R.431-11 CESEDA'],
        sources: ['CE494718', 'INFOMIE'],
        leftOut: ['whether the file really was incomplete, which closes every appeal'],
      }),
    ],
  },
  {
    id: 'refus-sejour-implicite',
    family: 'residence',
    start: 'permit-silence',
    versions: [
      since2021({
        limits: [months(2, { court: 'TA-res' })],
        legalBasis: ['R.*432-1 CESEDA', 'R.432-2 CESEDA', 'R.421-2 CJA', 'L.112-3 CRPA', 'L.112-6 CRPA', 'R.112-5 CRPA'],
        sources: ['CESEDA', 'CJA', 'CRPA', 'CE499904'],
        leftOut: ['L.114-5 CRPA: a period fixed to complete the file suspends the silence; enter the birth of the refusal instead'],
      }),
    ],
  },
  {
    id: 'decision-expresse-apres-silence',
    family: 'residence',
    start: 'express-after-silence',
    versions: [since2021({ limits: [months(2, { court: 'TA-res' })], legalBasis: ['R.421-2 CJA'], sources: ['CJA'] })],
  },
  {
    id: 'communication-des-motifs',
    family: 'residence',
    start: 'reasons',
    versions: [
      since2021(
        {
          limits: [months(2, { court: 'TA-res', distance: 'D?', adm: '0' })],
          legalBasis: ['L.232-4 CRPA', 'CE avis 2 Oct 2025 n° 504677'],
          sources: ['CRPA', 'CE504677', 'CDMF'],
        },
        isoDate('2025-10-01'),
      ),
      from(isoDate('2025-10-02'), {
        limits: [months(2, { court: 'TA-res', distance: 'D?', adm: '0' })],
        legalBasis: ['L.232-4 CRPA', 'CE avis 2 Oct 2025 n° 504677'],
        sources: ['CRPA', 'CE504677', 'CDMF'],
        leftOut: ['carry-over at the end of the one-year cap: no authority found, not applied'],
      }),
    ],
  },
  {
    id: 'delai-raisonnable-un-an',
    family: 'residence',
    start: 'reasonable-year',
    versions: [
      from(isoDate('2016-07-13'), {
        limits: [
          months(12, {
            court: 'TA-res',
            franc: 'NF',
            carry: 'unknown',
            distance: 'none',
            adm: 'conserves',
            aj: 'I?',
            confidence: 'medium',
          }),
        ],
        legalBasis: ['CE 13 Jul 2016 n° 387763', 'CE 18 Mar 2019 n° 417270'],
        sources: ['CE504677', 'ALYODA5089', 'LAPUELLE'],
        leftOut: ['special circumstances: they may lengthen the year by no fixed amount', 'implied decisions: only since 18 March 2019'],
      }),
    ],
  },
  {
    id: 'recours-gracieux-ou-hierarchique',
    family: 'residence',
    start: 'appeal',
    versions: [
      since2021({
        limits: [months(2, { court: 'TA-res' })],
        legalBasis: ['L.411-2 CRPA', 'L.411-3 CRPA', 'L.411-7 CRPA', 'L.231-4 CRPA', 'L.112-6 CRPA'],
        sources: ['CRPA', 'CE494573', 'CE420797'],
        leftOut: ['a second administrative appeal after a rejection: taken as without effect, not verified again'],
      }),
    ],
  },
  {
    id: 'refus-regroupement-familial',
    family: 'residence',
    start: 'notification',
    warnings: ['court-not-settled'],
    versions: [since2021({ limits: [months(2, { court: 'TA-pref' })], legalBasis: ['R.421-1 CJA'], sources: ['CJA'] })],
  },
  {
    id: 'regroupement-familial-implicite',
    family: 'residence',
    start: 'family-silence',
    warnings: ['court-not-settled'],
    versions: [
      since2021({
        limits: [months(2, { court: 'TA-pref' })],
        legalBasis: ['R.434-12 CESEDA', 'R.434-26 CESEDA', 'R.421-2 CJA'],
        sources: ['CESEDA', 'CJA'],
      }),
    ],
  },
  {
    id: 'expulsion',
    family: 'residence',
    start: 'notification',
    warnings: ['ministerial-order-paris'],
    versions: [
      since2021({
        limits: [months(2, { court: 'TA-res' })],
        legalBasis: ['R.421-1 CJA', 'R.312-8 CJA'],
        sources: ['CJA', 'EXPULSION'],
        leftOut: ['an order of the minister goes to the court of Paris: no fact says who signed'],
      }),
    ],
  },
  {
    id: 'naturalisation-rapo',
    family: 'residence',
    start: 'notification',
    warnings: ['mandatory-appeal-first'],
    versions: [
      since2021({
        limits: [
          months(2, { court: 'minister', franc: 'NF', carry: 'Y?', distance: 'none', adm: 'RAPO', aj: 'unknown', confidence: 'medium' }),
        ],
        legalBasis: ['art. 45 decree 93-1362'],
        sources: ['NAT1', 'NAT2'],
        leftOut: ['distance and legal aid: not read in a primary text, not applied'],
      }),
    ],
  },
  {
    id: 'naturalisation-tribunal',
    family: 'residence',
    start: 'rapo-naturalisation',
    versions: [
      since2021({
        limits: [months(2, { court: 'TA-Nantes' })],
        legalBasis: ['R.421-1 CJA', 'R.421-2 CJA', 'R.312-18 CJA'],
        sources: ['CJA', 'NAT2'],
      }),
    ],
  },
];
