import type { IsoDate } from '../calendar/iso-date.ts';
import { isDerogatory, territoryOf } from '../calendar/territory.ts';
import type { Case } from './case.ts';
import { REFORM_2024, VISA_REFORM_2023 } from './columns.ts';
import type { DecisionId } from './ids.ts';
import type { Measure } from './types.ts';
import { birthUnder } from './silence-birth.ts';

const ORDERS_TO_LEAVE: readonly DecisionId[] = ['oqtf-un-mois', 'oqtf-assignation-residence', 'oqtf-detention', 'oqtf-retention'];
const LATER_MEASURES: readonly DecisionId[] = ['oqtf-puis-assignation', 'oqtf-puis-retention', 'oqtf-puis-detention'];
const FORMER_ORDERS: readonly DecisionId[] = [
  'oqtf-30-jours-avant-2024',
  'oqtf-15-jours-avant-2024',
  'oqtf-sans-delai-avant-2024',
  'oqtf-48h-assignation-ou-retention-avant-2024',
  'oqtf-detenu-avant-2024',
];
const anyOrder = (id: DecisionId) =>
  ORDERS_TO_LEAVE.includes(id) || LATER_MEASURES.includes(id) || FORMER_ORDERS.includes(id) || id === 'oqtf-outre-mer-derogatoire';

/** Latest day the decision can have been taken: its date, else the day it reached the person. */
const takenBy = (c: Case): IsoDate | null =>
  c.decisionOn ?? c.input.notifiedOn ?? ((c.input.notifiedAt?.slice(0, 10) ?? null) as IsoDate | null);
/** True: surely before. False: surely not. Null: the date of the decision is not known, and could be either. */
const takenBefore = (c: Case, day: IsoDate): boolean | null => {
  const taken = takenBy(c);
  if (taken !== null && taken < day) return true;
  return c.decisionOn === null ? null : false;
};

/** A measure dated after the notification is a later one; otherwise it was there when the decision was notified. */
const laterMeasure = (c: Case): boolean => {
  const notified = c.input.notifiedOn ?? c.input.notifiedAt?.slice(0, 10);
  const measured = c.facts.measureNotifiedOn ?? c.facts.measureNotifiedAt?.slice(0, 10);
  return measured !== undefined && measured !== null && (!notified || measured > notified);
};
/** Other house arrests (L.731-3, L.523-1, L.751-2) leave the ordinary limit of an order to leave: only L.731-1 shortens it. */
const otherHouseArrest = (c: Case): boolean =>
  c.facts.measure === 'house-arrest' && /731-3|523-1|751-2/.test(c.facts.houseArrestArticle ?? '');
const measureOnNotification = (c: Case): Measure | null => (laterMeasure(c) || otherHouseArrest(c) ? 'none' : (c.facts.measure ?? null));

const groundNumber = (ground: string): number | null => {
  const found = /L\.?\s*611-1\s*,?\s*(\d)\s*°?/i.exec(ground);
  return found ? Number(found[1]) : null;
};

/** 30 days, 15 days or 48 hours before 15 July 2024: by the time given to leave, then by the ground; the shortest while unknown. */
export const formerKind = (c: Case): 'oqtf-30-jours-avant-2024' | 'oqtf-15-jours-avant-2024' | 'oqtf-sans-delai-avant-2024' => {
  const given = c.ask('voluntaryDepartureDays');
  if (given === null || given === 0) return 'oqtf-sans-delai-avant-2024';
  const ground = c.ask('oqtfGround');
  if (ground === null) return 'oqtf-15-jours-avant-2024';
  if (/L\.?\s*251-1/i.test(ground)) return 'oqtf-30-jours-avant-2024';
  return [3, 5, 6].includes(groundNumber(ground) ?? 0) ? 'oqtf-30-jours-avant-2024' : 'oqtf-15-jours-avant-2024';
};

const formerOrder = (c: Case, measure: Measure | null): DecisionId => {
  if (measure === 'house-arrest' || measure === 'detention') return 'oqtf-48h-assignation-ou-retention-avant-2024';
  return measure === 'prison' ? 'oqtf-detenu-avant-2024' : formerKind(c);
};
const orderByMeasure = (measure: Measure | null): DecisionId => {
  if (measure === 'house-arrest') return 'oqtf-assignation-residence';
  if (measure === 'prison') return 'oqtf-detention';
  return measure === 'none' ? 'oqtf-un-mois' : 'oqtf-retention';
};

/** Rows whose name changed on 15 July 2024: new → former. */
const FORMER_OF: Partial<Record<DecisionId, DecisionId>> = {
  'oqtf-assignation-residence': 'oqtf-48h-assignation-ou-retention-avant-2024',
  'oqtf-retention': 'oqtf-48h-assignation-ou-retention-avant-2024',
  'oqtf-detention': 'oqtf-detenu-avant-2024',
  'irtf-autonome': 'irtf-15-jours-avant-2024',
  'fin-delai-depart-volontaire': 'fin-delai-depart-avant-2024',
  'assignation-residence-l731-1': 'oqtf-48h-assignation-ou-retention-avant-2024',
  'transfert-dublin': 'transfert-15-jours-avant-2024',
  'transfert-dublin-retention': 'transfert-48h-avant-2024',
  'refus-ou-fin-cma': 'cma-rapo-avant-2024',
};
const NEW_OF: Partial<Record<DecisionId, DecisionId>> = {
  'irtf-15-jours-avant-2024': 'irtf-autonome',
  'fin-delai-depart-avant-2024': 'fin-delai-depart-volontaire',
  'transfert-15-jours-avant-2024': 'transfert-dublin',
  'cma-rapo-avant-2024': 'refus-ou-fin-cma',
};

/** An order to leave: overseas regime, then the date of the decision, then the measure when it was notified. */
const orderToLeave = (c: Case, asked: DecisionId): DecisionId => {
  if (c.territory && isDerogatory(c.territory)) return 'oqtf-outre-mer-derogatoire';
  const measure = measureOnNotification(c);
  if (asked === 'oqtf-outre-mer-derogatoire') {
    if (c.departement === null) return asked;
    return takenBefore(c, REFORM_2024) ? formerOrder(c, measure) : orderByMeasure(measure);
  }
  const before = takenBefore(c, REFORM_2024);
  if (before === null) c.missing.add('decisionOn');
  if (LATER_MEASURES.includes(asked)) return asked;
  const isFormer = FORMER_ORDERS.includes(asked);
  if (before === true && !isFormer) return FORMER_OF[asked] ?? formerOrder(c, measure);
  if (before === false && isFormer) {
    if (asked === 'oqtf-detenu-avant-2024') return 'oqtf-detention';
    return asked === 'oqtf-48h-assignation-ou-retention-avant-2024' && measure !== 'house-arrest'
      ? 'oqtf-retention'
      : orderByMeasure(measure ?? 'none');
  }
  if (isFormer) return measure === 'house-arrest' || measure === 'detention' ? 'oqtf-48h-assignation-ou-retention-avant-2024' : asked;
  if (asked === 'oqtf-un-mois' && measure === null) c.missing.add('measure');
  // A measure that is known only ever shortens the row that was named.
  if (measure === 'detention') return 'oqtf-retention';
  if (asked === 'oqtf-un-mois' && (measure === 'house-arrest' || measure === 'prison')) return orderByMeasure(measure);
  return asked;
};

const transfer = (c: Case, asked: DecisionId): DecisionId => {
  const measure = c.facts.measure ?? null;
  const before = takenBefore(c, REFORM_2024);
  if (before === null) c.missing.add('decisionOn');
  const held = asked.includes('retention') || asked === 'transfert-48h-avant-2024';
  const former = before === true || (before === null && asked.endsWith('avant-2024'));
  if (former)
    return held || measure === 'detention' || measure === 'house-arrest' ? 'transfert-48h-avant-2024' : 'transfert-15-jours-avant-2024';
  if (asked === 'transfert-48h-avant-2024' && measure === 'house-arrest') return 'transfert-dublin';
  return held || measure === 'detention' ? 'transfert-dublin-retention' : 'transfert-dublin';
};

const visa = (c: Case, asked: DecisionId): DecisionId => {
  const before = takenBefore(c, VISA_REFORM_2023);
  if (before === null) {
    c.missing.add('decisionOn');
    return asked;
  }
  return before ? 'refus-visa-rapo-avant-2023' : 'refus-visa-rapo';
};

/** The row the law applies to these facts, when another was named. */
export const lawfulRow = (c: Case, asked: DecisionId): DecisionId => {
  if (anyOrder(asked)) return orderToLeave(c, asked);
  if (asked.startsWith('transfert-')) return transfer(c, asked);
  if (asked === 'refus-visa-rapo' || asked === 'refus-visa-rapo-avant-2023') return visa(c, asked);
  const before = FORMER_OF[asked] || NEW_OF[asked] ? takenBefore(c, REFORM_2024) : null;
  if ((FORMER_OF[asked] || NEW_OF[asked]) && before === null) c.missing.add('decisionOn');
  if (before === true) return FORMER_OF[asked] ?? asked;
  if (before === false) return NEW_OF[asked] ?? asked;
  return asked;
};

const houseArrest = (c: Case): DecisionId => {
  const article = c.ask('houseArrestArticle');
  if (article === null) return 'assignation-residence-l731-1';
  if (/751-2/.test(article)) return 'assignation-transfert-l751-2';
  if (/731-3|523-1/.test(article) || /731-1\D+[678]/.test(article)) return 'assignation-residence-autre';
  return 'assignation-residence-l731-1';
};

/** The judgment follows the decision it was about; the shortest appeal while nobody said which. */
const judgment = (c: Case): DecisionId => {
  const about = c.ask('initialDecision');
  if (about === null || about === 'refus-entree-asile') return 'appel-refus-entree-asile';
  if (about.startsWith('transfert-') || about === 'assignation-transfert-l751-2') return 'cassation-transfert';
  const shortAppeal: readonly DecisionId[] = [
    'irtf-autonome',
    'irtf-15-jours-avant-2024',
    'fin-delai-depart-volontaire',
    'fin-delai-depart-avant-2024',
    'pays-de-renvoi',
    'assignation-residence-l731-1',
    'remise-ou-mesure-etat-membre',
    'suspension-oqtf-asile',
    'maintien-retention-asile',
    'refus-ou-fin-cma',
  ];
  return (anyOrder(about) && about !== 'oqtf-outre-mer-derogatoire') || shortAppeal.includes(about)
    ? 'appel-jugement-oqtf'
    : 'appel-jugement-sejour';
};

/** An express refusal after silence: only when the birth of the implied refusal is known and earlier. */
const permitRefusal = (c: Case): DecisionId => {
  const { implicitRefusalOn, completeFileReceivedOn, permitRequested } = c.facts;
  const counted =
    completeFileReceivedOn && permitRequested === 'general' ? birthUnder('silence-titre-4-mois', completeFileReceivedOn) : null;
  const birth = implicitRefusalOn ?? counted;
  return birth && c.input.notifiedOn && birth < c.input.notifiedOn ? 'decision-expresse-apres-silence' : 'refus-sejour-sans-oqtf';
};

const appealMade = (c: Case) =>
  Boolean(
    c.facts.recoursHierarchiquePostedOn ??
    c.facts.recoursHierarchiqueReceivedOn ??
    c.facts.recoursGracieuxPostedOn ??
    c.facts.recoursGracieuxReceivedOn,
  );

/** An order followed by a measure of a known kind has a row of its own. */
const laterRow = (c: Case): DecisionId | null => {
  switch (c.facts.measure) {
    case 'house-arrest':
      return 'oqtf-puis-assignation';
    case 'detention':
      return 'oqtf-puis-retention';
    case 'prison':
      return 'oqtf-puis-detention';
    default:
      return null;
  }
};

/** The row for the paper that was received; null when nobody said what it is. */
const byPaper = (c: Case): DecisionId | null => {
  switch (c.ask('paper')) {
    case null:
      return null;
    case 'permit-refusal':
      return permitRefusal(c);
    case 'permit-withdrawal':
      return 'retrait-titre-sejour';
    case 'registration-refusal':
      return 'refus-enregistrement-demande';
    case 'silence':
      return c.facts.reasonsRequestedOn || c.facts.reasonsReceivedOn ? 'communication-des-motifs' : 'refus-sejour-implicite';
    case 'oqtf': {
      if (c.departement !== null && isDerogatory(territoryOf(c.departement))) return 'oqtf-outre-mer-derogatoire';
      const later = laterMeasure(c) && takenBefore(c, REFORM_2024) !== true ? laterRow(c) : null;
      if (later) return later;
      const measure = measureOnNotification(c) ?? c.ask('measure');
      return takenBefore(c, REFORM_2024) === true ? formerOrder(c, measure) : orderByMeasure(measure);
    }
    case 'entry-ban':
      return 'irtf-autonome';
    case 'end-of-departure-time':
      return 'fin-delai-depart-volontaire';
    case 'house-arrest':
      return houseArrest(c);
    case 'transfer': {
      const measure = c.ask('measure');
      return measure === null || measure === 'detention' ? 'transfert-dublin-retention' : 'transfert-dublin';
    }
    case 'ofpra-rejection':
      return 'ofpra-rejet-cnda';
    case 'reception-conditions':
      return 'refus-ou-fin-cma';
    case 'visa-refusal':
      return appealMade(c) ? 'refus-visa-tribunal' : 'refus-visa-rapo';
    case 'naturalisation-refusal':
      return appealMade(c) ? 'naturalisation-tribunal' : 'naturalisation-rapo';
    case 'family-reunification-refusal':
      return c.input.notifiedOn || c.input.notifiedAt || !(c.facts.completeFileReceivedOn ?? c.facts.implicitRefusalOn)
        ? 'refus-regroupement-familial'
        : 'regroupement-familial-implicite';
    case 'expulsion':
      return 'expulsion';
    case 'judgment':
      return judgment(c);
  }
};

/** The row to compute: the one named, or the one the facts belong to, said in a step. */
export const chooseRow = (c: Case): DecisionId | null => {
  const asked = c.input.decision === 'auto' ? byPaper(c) : c.input.decision;
  if (asked === null) return null;
  if (c.input.decision === 'auto') c.step('row-chosen', undefined, { row: asked });
  const row = lawfulRow(c, asked);
  if (row !== asked) {
    c.step('row-follows-facts', undefined, { asked, row });
    if (c.input.decision !== 'auto') c.warn('row-follows-facts', { asked, row });
  }
  return row;
};
