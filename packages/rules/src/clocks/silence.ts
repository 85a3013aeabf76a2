import { isoDate } from '../calendar/iso-date.ts';
import { from, silence, since2021 } from './columns.ts';
import type { ClockRule } from './rule.ts';

/** When silence becomes a refusal. Months go from day-number to day-number, days are added; the birth date is never moved. */
export const SILENCE_RULES: readonly ClockRule[] = [
  {
    id: 'silence-titre-4-mois',
    family: 'silence',
    start: 'silence-permit',
    versions: [since2021({ limits: [silence(4, 'months')], legalBasis: ['R.432-2 al. 1 CESEDA'], sources: ['CESEDA', 'CE499904'] })],
  },
  {
    id: 'silence-titre-90-jours',
    family: 'silence',
    start: 'silence-permit',
    versions: [
      since2021({
        limits: [silence(90, 'days')],
        legalBasis: ['R.432-2 al. 2 CESEDA'],
        sources: ['CESEDA'],
        leftOut: ['the permits of the list are picked by permitRequested'],
      }),
    ],
  },
  {
    id: 'silence-titre-60-jours',
    family: 'silence',
    start: 'silence-permit',
    versions: [since2021({ limits: [silence(60, 'days')], legalBasis: ['R.421-26 CESEDA', 'R.432-2 al. 3 CESEDA'], sources: ['CESEDA'] })],
  },
  {
    id: 'silence-carte-bleue-ue-90-jours',
    family: 'silence',
    start: 'silence-permit',
    versions: [
      since2021({
        limits: [silence(90, 'days')],
        legalBasis: ['R.421-23 CESEDA', 'R.421-37-7 CESEDA'],
        sources: ['CESEDA'],
        leftOut: ['the family card: only since 16 June 2025'],
      }),
    ],
  },
  {
    id: 'silence-carte-bleue-ue-30-jours',
    family: 'silence',
    start: 'silence-permit',
    versions: [
      from(isoDate('2025-06-16'), {
        limits: [silence(30, 'days')],
        legalBasis: ['R.421-23 al. 2 CESEDA', 'R.421-37-7 CESEDA'],
        sources: ['CESEDA'],
        leftOut: ['one extension by 30 days: enter the birth of the refusal when the prefecture announced it'],
      }),
    ],
  },
  {
    id: 'silence-recours-administratif-2-mois',
    family: 'silence',
    start: 'silence-appeal',
    versions: [since2021({ limits: [silence(2, 'months')], legalBasis: ['L.411-7 CRPA', 'L.231-4 CRPA'], sources: ['CRPA'] })],
  },
  {
    id: 'silence-regroupement-6-mois',
    family: 'silence',
    start: 'silence-family',
    versions: [since2021({ limits: [silence(6, 'months')], legalBasis: ['R.434-26 CESEDA'], sources: ['CESEDA'] })],
  },
  {
    id: 'silence-rapo-visa-2-mois',
    family: 'silence',
    start: 'silence-rapo',
    versions: [since2021({ limits: [silence(2, 'months')], legalBasis: ['D.312-8-1 CESEDA'], sources: ['CESEDA'] })],
  },
  {
    id: 'silence-rapo-naturalisation-4-mois',
    family: 'silence',
    start: 'silence-rapo',
    versions: [since2021({ limits: [silence(4, 'months')], legalBasis: ['decree 93-1362'], sources: ['NAT1', 'NAT2'] })],
  },
];
