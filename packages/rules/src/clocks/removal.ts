import { days, from, hours, months, REFORM_2024, since2021, BEFORE_REFORM_2024 } from './columns.ts';
import type { ClockRule } from './rule.ts';

const FREE = ['none'] as const;
const HOUSE_OR_PRISON = ['house-arrest', 'prison'] as const;
const DETAINED = ['detention'] as const;
/** The month of the order to leave: no distance and no effect of an administrative appeal, but legal aid interrupts. */
const MONTH = { court: 'TA-res', distance: 'none', adm: '0' } as const;
const NO_INTERVAL = 'the same limit covers the refusal, the entry ban and the country of return notified with the order';

/** Orders to leave and the measures around them, for decisions taken from 15 July 2024, and the regimes that did not change that day. */
export const REMOVAL_RULES: readonly ClockRule[] = [
  {
    id: 'oqtf-un-mois',
    family: 'removal',
    start: 'notification',
    replaceableBy: ['house-arrest', 'detention', 'prison'],
    versions: [
      from(REFORM_2024, {
        limits: [months(1, MONTH)],
        legalBasis: ['L.614-1 CESEDA', 'L.911-1 CESEDA', 'R.911-1 CESEDA'],
        sources: ['CESEDA', 'CAA25PA02826', 'REPLICK642', 'L86'],
        leftOut: [NO_INTERVAL, 'the legal-aid request must be made at the latest with the appeal'],
      }),
    ],
  },
  {
    id: 'oqtf-assignation-residence',
    family: 'removal',
    start: 'notification',
    replaceableBy: ['detention'],
    versions: [
      from(REFORM_2024, {
        limits: [days(7, { court: 'TA-lieu', franc: 'NF' })],
        legalBasis: ['L.614-2 CESEDA', 'L.921-1 CESEDA', 'R.921-3 CESEDA'],
        sources: ['LYON', 'CESEDA'],
        leftOut: ['the reading of the court of appeal of Toulouse (clear days) would give one more day'],
      }),
    ],
  },
  {
    id: 'oqtf-detention',
    family: 'removal',
    start: 'notification',
    replaceableBy: ['detention'],
    versions: [
      from(REFORM_2024, {
        limits: [days(7, { court: 'TA-lieu', franc: 'F' })],
        legalBasis: ['L.614-3 CESEDA', 'L.921-1 CESEDA', 'R.921-3 CESEDA'],
        sources: ['TLSE'],
        leftOut: ['the court of appeal of Lyon reads the same article as not clear'],
      }),
    ],
  },
  {
    id: 'oqtf-retention',
    family: 'removal',
    start: 'notification',
    versions: [
      from(REFORM_2024, {
        limits: [hours(48, { court: 'TA-lieu' })],
        legalBasis: ['L.614-2 al. 2 CESEDA', 'L.921-2 CESEDA', 'R.921-3 CESEDA', 'R.922-6 CESEDA'],
        sources: ['CESEDA', 'CE273484', 'CE466541'],
        leftOut: ['R.922-9: a petition handed to the head of the centre against a time-stamped receipt counts'],
      }),
    ],
  },
  {
    id: 'oqtf-puis-assignation',
    family: 'removal',
    start: 'later-measure',
    versions: [
      from(REFORM_2024, { limits: [days(7, { court: 'TA-lieu', franc: 'NF' })], legalBasis: ['R.921-1 al. 1 CESEDA'], sources: ['R9211'] }),
    ],
  },
  {
    id: 'oqtf-puis-retention',
    family: 'removal',
    start: 'later-measure',
    versions: [from(REFORM_2024, { limits: [hours(48, { court: 'TA-lieu' })], legalBasis: ['R.921-1 al. 2 CESEDA'], sources: ['R9211'] })],
  },
  {
    id: 'oqtf-puis-detention',
    family: 'removal',
    start: 'later-measure',
    versions: [
      from(REFORM_2024, {
        limits: [days(7, { court: 'TA-lieu', franc: 'F?' })],
        legalBasis: ['R.921-2 CESEDA'],
        sources: ['CESEDA'],
        leftOut: ['the text quotes L.921-2 by mistake for L.921-1'],
      }),
    ],
  },
  {
    id: 'oqtf-outre-mer-derogatoire',
    family: 'removal',
    start: 'notification',
    warnings: ['overseas-not-suspensive'],
    versions: [
      since2021({
        limits: [months(2, { court: 'TA-res' })],
        legalBasis: [
          'L.651-3 CESEDA',
          'L.651-4 CESEDA',
          'L.651-6 CESEDA',
          'L.652-3 CESEDA',
          'L.653-3 CESEDA',
          'L.931-2 CESEDA',
          'L.931-3 CESEDA',
          'L.931-4 CESEDA',
          'R.421-1 CJA',
        ],
        sources: ['CESEDA', 'J931', 'GISTI2718', 'MOM346700'],
        leftOut: ['Saint-Barthélemy and Saint-Martin: effect of the extension of law 2024-42 not verified'],
      }),
    ],
  },
  {
    id: 'irtf-autonome',
    family: 'removal',
    start: 'notification',
    versions: [
      from(REFORM_2024, {
        limits: [
          hours(48, { court: 'TA-lieu', measures: DETAINED }),
          days(7, { court: 'TA-pref', measures: ['none', 'house-arrest', 'prison'] }),
        ],
        legalBasis: ['L.614-4 CESEDA', 'R.614-2 CESEDA'],
        sources: ['CESEDA'],
      }),
    ],
  },
  {
    id: 'fin-delai-depart-volontaire',
    family: 'removal',
    start: 'notification',
    versions: [
      from(REFORM_2024, {
        limits: [
          hours(48, { court: 'TA-lieu', measures: DETAINED }),
          days(7, { court: 'TA-lieu', measures: HOUSE_OR_PRISON }),
          months(1, { ...MONTH, measures: FREE }),
        ],
        legalBasis: ['R.614-1 CESEDA'],
        sources: ['CESEDA'],
      }),
    ],
  },
  {
    id: 'pays-de-renvoi',
    family: 'removal',
    start: 'notification',
    versions: [
      from(REFORM_2024, {
        limits: [
          hours(48, { court: 'TA-lieu', measures: DETAINED }),
          days(7, { court: 'TA-lieu', measures: HOUSE_OR_PRISON }),
          months(1, { ...MONTH, measures: FREE }),
        ],
        legalBasis: ['L.721-5 CESEDA', 'R.721-3-1 CESEDA'],
        sources: ['CESEDA'],
        leftOut: ['a criminal ban from the territory, for a free person: two months; no fact tells it, the month is kept'],
      }),
    ],
  },
  {
    id: 'assignation-residence-l731-1',
    family: 'removal',
    start: 'notification',
    versions: [
      from(REFORM_2024, {
        limits: [
          months(2, {
            court: 'TA-res',
            territories: ['guadeloupe', 'guyane', 'mayotte'],
            legalBasis: ['L.761-2 CESEDA', 'L.761-4 CESEDA', 'L.761-8 CESEDA'],
          }),
          days(7, { court: 'TA-lieu' }),
        ],
        legalBasis: ['L.732-8 CESEDA'],
        sources: ['CESEDA'],
      }),
    ],
  },
  {
    id: 'assignation-residence-autre',
    family: 'removal',
    start: 'notification',
    warnings: ['ministerial-order-paris'],
    versions: [
      since2021({
        limits: [
          months(2, { court: 'TA-res', houseArrestArticle: '523-1', legalBasis: ['CE avis 16 Oct 2025 n° 501031'] }),
          months(2, { court: 'TA-res', confidence: 'medium' }),
        ],
        legalBasis: ['R.421-1 CJA', 'R.312-8 CJA', 'L.732-8 CESEDA'],
        sources: ['CE501031', 'CESEDA'],
        leftOut: ['an order of the minister goes to the court of Paris: no fact says who signed'],
      }),
    ],
  },
  {
    id: 'remise-ou-mesure-etat-membre',
    family: 'removal',
    start: 'notification',
    versions: [
      from(REFORM_2024, {
        limits: [
          hours(48, { court: 'TA-lieu', measures: DETAINED }),
          days(7, { court: 'TA-lieu', measures: HOUSE_OR_PRISON }),
          months(2, { court: 'TA-res', confidence: 'medium', measures: FREE }),
        ],
        legalBasis: ['L.615-2 CESEDA', 'R.615-6 CESEDA', 'L.623-1 CESEDA', 'R.623-1 CESEDA'],
        sources: ['CESEDA'],
      }),
    ],
  },
  {
    id: 'placement-retention-juge-judiciaire',
    family: 'removal',
    start: 'notification',
    versions: [
      since2021(
        { limits: [hours(48, { court: 'TJ', confidence: 'low' })], legalBasis: ['L.741-10 CESEDA'], sources: ['CESEDA'] },
        BEFORE_REFORM_2024,
      ),
      from(REFORM_2024, {
        limits: [days(4, { court: 'TJ', franc: 'NF', carry: 'N', confidence: 'low', countsFirstDay: true })],
        legalBasis: ['L.741-10 CESEDA'],
        sources: ['CESEDA', 'CASS24'],
        leftOut: ['the Cour de cassation ruled on the four days of L.741-1: applied here by analogy'],
      }),
    ],
  },
];
