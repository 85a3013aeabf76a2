import type { DeadlineCase } from './case.ts';

const at = { decisionOn: '2026-03-02', notifiedOn: '2026-03-03' } as const;
const old = { decisionOn: '2024-07-10', notifiedOn: '2024-07-12' } as const;
const free = { departement: '75', measure: 'none', routesNotified: true } as const;

export const ASYLUM_CASES: readonly DeadlineCase[] = [
  { name: 'transfer', given: { decision: 'transfert-dublin', ...at, facts: free }, expect: { term: '2026-03-10', lastDay: '2026-03-10', confidence: 'medium', court: { kind: 'TA-pref', name: 'Paris' }, without: ['asylum-pact-follow-letter'] }, why: 'seven days, not clear' }, // prettier-ignore
  { name: 'transfer carried over', given: { decision: 'transfert-dublin', decisionOn: '2026-03-07', notifiedOn: '2026-03-07', facts: free }, expect: { term: '2026-03-14', lastDay: '2026-03-16', prudentDay: '2026-03-13', without: ['carry-over-disputed'] }, why: 'by analogy with CE avis 438152' }, // prettier-ignore
  { name: 'transfer, house arrest', given: { decision: 'transfert-dublin', ...at, facts: { ...free, measure: 'house-arrest', measureDepartement: '69' } }, expect: { lastDay: '2026-03-10', court: { kind: 'TA-lieu', name: 'Lyon' } }, why: 'the place of the house arrest' }, // prettier-ignore
  { name: 'transfer, detained', given: { decision: 'transfert-dublin', ...at, facts: { ...free, measure: 'detention' } }, expect: { rule: 'transfert-dublin-retention', expiresAt: '2026-03-05T00:00:00+01:00' }, why: '48 hours' }, // prettier-ignore
  { name: 'transfer row for the detained', given: { decision: 'transfert-dublin-retention', decisionOn: '2026-03-02', notifiedAt: '2026-03-03T11:20:00+01:00' }, expect: { expiresAt: '2026-03-05T11:20:00+01:00', confidence: 'medium' }, why: '48 hours' }, // prettier-ignore
  { name: 'transfer before the reform', given: { decision: 'transfert-dublin', ...old, facts: free }, expect: { rule: 'transfert-15-jours-avant-2024', term: '2024-07-27', lastDay: '2024-07-29', confidence: 'high' }, why: 'fifteen days, not clear, carried over (CE avis 438152)' }, // prettier-ignore
  { name: 'transfer before the reform, house arrest', given: { decision: 'transfert-dublin', ...old, facts: { measure: 'house-arrest' } }, expect: { rule: 'transfert-48h-avant-2024', expiresAt: '2024-07-14T00:00:00+02:00' }, why: '48 hours' }, // prettier-ignore
  { name: 'former transfer row, new decision', given: { decision: 'transfert-15-jours-avant-2024', ...at, facts: free }, expect: { rule: 'transfert-dublin', lastDay: '2026-03-10' }, why: 'the date picks the version' }, // prettier-ignore
  { name: 'former 48-hour transfer row, new decision, house arrest', given: { decision: 'transfert-48h-avant-2024', ...at, facts: { measure: 'house-arrest' } }, expect: { rule: 'transfert-dublin', lastDay: '2026-03-10' }, why: 'seven days since July 2024' }, // prettier-ignore
  { name: 'former transfer row, date unknown', given: { decision: 'transfert-15-jours-avant-2024', notifiedOn: '2024-08-01' }, expect: { rule: 'transfert-15-jours-avant-2024', missing: ['decisionOn'] }, why: 'the row named, and the question' }, // prettier-ignore
  { name: 'house arrest pending transfer', given: { decision: 'assignation-transfert-l751-2', ...at }, expect: { lastDay: '2026-03-10', confidence: 'medium' }, why: 'CE avis 14 Nov 2024' }, // prettier-ignore
  { name: 'refusal of entry', given: { decision: 'refus-entree-asile', decisionOn: '2026-03-02', notifiedAt: '2026-03-03T11:20:00+01:00', facts: { departement: '95', detentionCentre: 'Roissy-Charles-de-Gaulle' } }, expect: { expiresAt: '2026-03-05T11:20:00+01:00', court: { kind: 'TA-pref', name: 'Montreuil' } }, why: '48 hours; Roissy belongs to Montreuil' }, // prettier-ignore
  { name: 'continued detention', given: { decision: 'maintien-retention-asile', decisionOn: '2026-03-02', notifiedAt: '2026-03-03T11:20:00+01:00' }, expect: { expiresAt: '2026-03-05T11:20:00+01:00', confidence: 'medium' }, why: '48 hours' }, // prettier-ignore
  { name: 'suspension of removal, house arrest', given: { decision: 'suspension-oqtf-asile', ...at, facts: { measure: 'house-arrest' } }, expect: { lastDay: '2026-03-10', confidence: 'medium' }, why: 'seven days' }, // prettier-ignore
  { name: 'suspension of removal, detained', given: { decision: 'suspension-oqtf-asile', ...at, facts: { measure: 'detention' } }, expect: { expiresAt: '2026-03-05T00:00:00+01:00' }, why: '48 hours' }, // prettier-ignore
  { name: 'reception conditions', given: { decision: 'refus-ou-fin-cma', ...at }, expect: { lastDay: '2026-03-10', court: { kind: 'letter', name: null }, confidence: 'medium' }, why: 'seven days' }, // prettier-ignore
  { name: 'reception conditions before the reform', given: { decision: 'refus-ou-fin-cma', ...old }, expect: { rule: 'cma-rapo-avant-2024', term: '2024-09-12', lastDay: '2024-09-12', missing: ['recoursGracieuxReceivedOn'], warnings: ['mandatory-appeal-first'] }, why: 'mandatory appeal within two months' }, // prettier-ignore
  { name: 'reception conditions, mandatory appeal silently rejected', given: { decision: 'cma-rapo-avant-2024', ...old, facts: { recoursGracieuxReceivedOn: '2024-08-01' } }, expect: { term: '2024-12-01', lastDay: '2024-12-02', steps: ['mandatory-appeal-rejected'] }, why: 'silence of two months on 1 October, then two clear months' }, // prettier-ignore
  { name: 'reception conditions, mandatory appeal answered', given: { decision: 'cma-rapo-avant-2024', ...old, facts: { recoursGracieuxReceivedOn: '2024-08-01', recoursAnsweredOn: '2024-09-02' } }, expect: { term: '2024-11-02', lastDay: '2024-11-04' }, why: 'two clear months; 3 November is a Sunday' }, // prettier-ignore
  { name: 'asylum court, posted on the portal, opened', given: { decision: 'ofpra-rejet-cnda', decisionOn: '2026-03-02', facts: { notificationMeans: 'ofpra-portal', postedOnPortalOn: '2026-03-03', firstOpenedOn: '2026-03-18' } }, expect: { term: '2026-04-18', lastDay: '2026-04-20', prudentDay: '2026-04-17', confidence: 'medium', court: { kind: 'CNDA', name: null } }, why: 'opened on the fifteenth day' }, // prettier-ignore
  { name: 'asylum court, never opened', given: { decision: 'ofpra-rejet-cnda', decisionOn: '2026-03-02', facts: { notificationMeans: 'ofpra-portal', postedOnPortalOn: '2026-03-03', neverOpened: true } }, expect: { term: '2026-04-18' }, why: 'end of the fifteenth day (R.531-17)' }, // prettier-ignore
  { name: 'asylum court, opened after the fifteenth day', given: { decision: 'ofpra-rejet-cnda', decisionOn: '2026-03-02', facts: { notificationMeans: 'ofpra-portal', postedOnPortalOn: '2026-03-03', firstOpenedOn: '2026-03-19' } }, expect: { term: '2026-04-18' }, why: 'already deemed notified' }, // prettier-ignore
  { name: 'asylum court, opening unknown', given: { decision: 'ofpra-rejet-cnda', decisionOn: '2026-03-02', facts: { notificationMeans: 'ofpra-portal', postedOnPortalOn: '2026-03-03' } }, expect: { term: '2026-04-03', missing: ['firstOpenedOn', 'neverOpened'] }, why: 'the posting while unknown' }, // prettier-ignore
  { name: 'asylum court, posting unknown', given: { decision: 'ofpra-rejet-cnda', decisionOn: '2026-03-02', facts: { notificationMeans: 'ofpra-portal', firstOpenedOn: '2026-03-05' } }, expect: { term: '2026-04-05', missing: ['postedOnPortalOn'] }, why: 'the opening' }, // prettier-ignore
  { name: 'asylum court, legal aid on the fifteenth day', given: { decision: 'ofpra-rejet-cnda', ...at, facts: { aideJuridictionnelleRequestedOn: '2026-03-18', aideJuridictionnelleNotifiedOn: '2026-05-04' } }, expect: { term: '2026-05-21', lastDay: '2026-05-21', running: 'suspended', prudentDay: '2026-05-21' }, why: 'clear last day 4 April: seventeen days were left' }, // prettier-ignore
  { name: 'asylum court, legal aid on the sixteenth day', given: { decision: 'ofpra-rejet-cnda', ...at, facts: { aideJuridictionnelleRequestedOn: '2026-03-19' } }, expect: { lastDay: '2026-04-07', running: 'normal', steps: ['legal-aid-too-late'] }, why: 'too late; 4 April is a Saturday, 6 April Easter Monday' }, // prettier-ignore
  { name: 'asylum court, legal aid pending', given: { decision: 'ofpra-rejet-cnda', ...at, facts: { aideJuridictionnelleRequestedOn: '2026-03-10' } }, expect: { lastDay: null, prudentDay: '2026-04-03', running: 'suspended', missing: ['aideJuridictionnelleNotifiedOn'] }, why: 'its end is unknown' }, // prettier-ignore
  { name: 'asylum court after the pact', given: { decision: 'ofpra-rejet-cnda', decisionOn: '2026-06-12', notifiedOn: '2026-06-15', facts: { limitPrintedOnLetter: { amount: 10, unit: 'days' } } }, expect: { term: '2026-06-25', lastDay: '2026-06-26', prudentDay: '2026-06-25', confidence: 'medium', warnings: ['asylum-pact-follow-letter', 'letter-shorter-than-law'] }, why: 'computed from the limit printed on the letter' }, // prettier-ignore
  { name: 'asylum court after the pact, claim before, letter shorter', given: { decision: 'ofpra-rejet-cnda', decisionOn: '2026-06-12', notifiedOn: '2026-06-15', facts: { asylumClaimOn: '2026-06-11', limitPrintedOnLetter: { amount: 10, unit: 'days' } } }, expect: { lastDay: '2026-07-16', prudentDay: '2026-06-25' }, why: 'the claim was made under the older procedure: prudent only' }, // prettier-ignore
  { name: 'asylum court before the pact, letter shorter', given: { decision: 'ofpra-rejet-cnda', decisionOn: '2026-06-11', notifiedOn: '2026-06-15', facts: { limitPrintedOnLetter: { amount: 10, unit: 'days' } } }, expect: { lastDay: '2026-07-16', prudentDay: '2026-06-25' }, why: 'the month is the law of that day' }, // prettier-ignore
  { name: 'asylum court, legal aid, month end', given: { decision: 'ofpra-rejet-cnda', decisionOn: '2026-01-20', notifiedOn: '2026-01-30', facts: { departement: '69', aideJuridictionnelleRequestedOn: '2026-02-05', aideJuridictionnelleDecision: 'granted', aideJuridictionnelleNotifiedOn: '2026-05-04' } }, expect: { lastDay: '2026-05-28', prudentDay: '2026-05-27', running: 'suspended', confidence: 'medium' }, why: 'by the other count of months 23 days were left, not 24' }, // prettier-ignore
  { name: 'visa, appeal received after the refusal', given: { decision: 'auto', decisionOn: '2026-03-09', notifiedOn: '2026-03-10', facts: { paper: 'visa-refusal', recoursGracieuxReceivedOn: '2026-04-03' } }, expect: { rule: 'refus-visa-tribunal', term: '2026-08-03', lastDay: '2026-08-04' }, why: 'no rejection comes before its appeal: silence of two months' }, // prettier-ignore
  { name: 'asylum court after the pact, claim before', given: { decision: 'ofpra-rejet-cnda', decisionOn: '2026-06-12', notifiedOn: '2026-06-15', facts: { asylumClaimOn: '2026-06-11' } }, expect: { without: ['asylum-pact-follow-letter'], confidence: 'medium' }, why: 'the claim was made under the older procedure' }, // prettier-ignore
  { name: 'legal aid for the asylum court', given: { decision: 'cnda-aide-juridictionnelle', ...at }, expect: { term: '2026-03-18', lastDay: '2026-03-18', confidence: 'high', warnings: ['by-sending'] }, why: 'fifteen days, not clear' }, // prettier-ignore
  { name: 'legal aid for the asylum court, Saturday', given: { decision: 'cnda-aide-juridictionnelle', decisionOn: '2026-03-06', notifiedOn: '2026-03-06' }, expect: { lastDay: '2026-03-21', prudentDay: '2026-03-20' }, why: 'no carry-over: not verified' }, // prettier-ignore
  { name: 'legal aid for the asylum court after the pact', given: { decision: 'cnda-aide-juridictionnelle', decisionOn: '2026-06-12', notifiedOn: '2026-06-15' }, expect: { confidence: 'medium' }, why: 'every asylum row is capped' }, // prettier-ignore
  { name: 'legal aid for the asylum court before 2019', given: { decision: 'cnda-aide-juridictionnelle', decisionOn: '2018-12-31', notifiedOn: '2018-12-31' }, expect: { lastDay: null, warnings: ['not-covered'] }, why: 'the rule dates from 1 January 2019' }, // prettier-ignore
  // Visas
  { name: 'visa, thirty days', given: { decision: 'refus-visa-rapo', ...at, facts: { visaType: 'long-stay', departement: '44' } }, expect: { version: '2023-01-01', term: '2026-04-02', lastDay: '2026-04-02', confidence: 'medium', court: { kind: 'CRRV', name: null } }, why: 'not clear' }, // prettier-ignore
  { name: 'visa, short stay, carried over', given: { decision: 'refus-visa-rapo', decisionOn: '2026-03-05', notifiedOn: '2026-03-05', facts: { visaType: 'short-stay' } }, expect: { term: '2026-04-04', lastDay: '2026-04-07', prudentDay: '2026-04-03', court: { kind: 'sous-directeur-visas', name: null } }, why: 'Saturday, Easter Sunday and Monday' }, // prettier-ignore
  { name: 'visa before 2023', given: { decision: 'refus-visa-rapo', decisionOn: '2022-12-31', notifiedOn: '2023-01-04' }, expect: { rule: 'refus-visa-rapo-avant-2023', term: '2023-03-04', lastDay: '2023-03-06', confidence: 'high' }, why: 'two months for refusals taken before 1 January 2023' }, // prettier-ignore
  { name: 'visa on 1 January 2023', given: { decision: 'refus-visa-rapo-avant-2023', decisionOn: '2023-01-01', notifiedOn: '2023-01-04' }, expect: { rule: 'refus-visa-rapo', lastDay: '2023-02-03' }, why: 'thirty days' }, // prettier-ignore
  { name: 'visa, date of decision unknown', given: { decision: 'refus-visa-rapo', notifiedOn: '2023-01-04' }, expect: { rule: 'refus-visa-rapo', missing: ['decisionOn'] }, why: 'the row named' }, // prettier-ignore
  { name: 'visa, court', given: { decision: 'refus-visa-tribunal', ...at, facts: { residence: 'abroad', routesNotified: true } }, expect: { term: '2026-05-03', lastDay: '2026-05-04', court: { kind: 'TA', name: 'Nantes' }, without: ['residence'] }, why: 'distance is excluded' }, // prettier-ignore
  { name: 'visa, court after silence', given: { decision: 'refus-visa-tribunal', facts: { recoursHierarchiqueReceivedOn: '2026-03-03', acknowledgementWithRoutes: true } }, expect: { term: '2026-07-03', lastDay: '2026-07-06' }, why: 'two months of silence on 3 May; 4 July is a Saturday' }, // prettier-ignore
  { name: 'visa, court before 2023', given: { decision: 'refus-visa-tribunal', decisionOn: '2022-12-31', notifiedOn: '2023-01-04' }, expect: { lastDay: null, warnings: ['not-covered'] }, why: 'no row for it' }, // prettier-ignore
  // Judgments
  { name: 'judgment on an order to leave, never opened', given: { decision: 'appel-jugement-oqtf', facts: { notificationMeans: 'telerecours', postedOnPortalOn: '2026-11-20', neverOpened: true, residence: 'metropole' } }, expect: { term: '2026-12-24', lastDay: '2026-12-28', court: { kind: 'CAA', name: null } }, why: 'end of two working days: 24 November; then Christmas' }, // prettier-ignore
  { name: 'judgment on an order to leave', given: { decision: 'appel-jugement-oqtf', notifiedOn: '2026-03-03', facts: { residence: 'abroad' } }, expect: { term: '2026-06-03', lastDay: '2026-06-04', confidence: 'high', warnings: ['two-months-if-not-mentioned'] }, why: 'two more months (R.811-5)' }, // prettier-ignore
  { name: 'judgment on a refusal of entry', given: { decision: 'appel-refus-entree-asile', notifiedOn: '2026-03-03' }, expect: { term: '2026-03-18', lastDay: '2026-03-19', confidence: 'medium' }, why: 'fifteen clear days' }, // prettier-ignore
  { name: 'judgment on a transfer', given: { decision: 'cassation-transfert', decisionOn: '2026-03-02', notifiedOn: '2026-03-03', facts: { residence: 'overseas' } }, expect: { term: '2026-06-03', lastDay: '2026-06-04', prudentDay: '2026-04-30', confidence: 'medium', court: { kind: 'CE', name: null }, steps: ['distance-added-disputed'] }, why: 'D?: prudent without the extension; 3 May is a Sunday, 1 May a holiday' }, // prettier-ignore
  { name: 'référé-suspension order', given: { decision: 'refere-suspension-cassation', notifiedOn: '2026-03-03' }, expect: { lastDay: '2026-03-19', confidence: 'high' }, why: 'fifteen clear days' }, // prettier-ignore
  { name: 'référé-liberté order with legal aid', given: { decision: 'refere-liberte-appel', notifiedOn: '2026-03-03', facts: { aideJuridictionnelleRequestedOn: '2026-03-19', aideJuridictionnelleNotifiedOn: '2026-04-01' } }, expect: { term: '2026-05-01', lastDay: '2026-05-04', prudentDay: '2026-04-16', running: 'interrupted' }, why: 'asked on the last day; fifteen days, fifteen clear days' }, // prettier-ignore
  { name: 'legal aid refused', given: { decision: 'recours-decision-baj', ...at }, expect: { term: '2026-03-18', lastDay: '2026-03-18', confidence: 'medium' }, why: 'the shorter reading' }, // prettier-ignore
  // Former rules
  { name: 'thirty days', given: { decision: 'oqtf-30-jours-avant-2024', ...old, facts: { aideJuridictionnelleRequestedOn: '2024-08-12', aideJuridictionnelleNotifiedOn: '2024-09-02' } }, expect: { version: '2021-05-01', term: '2024-10-17', lastDay: '2024-10-18', prudentDay: '2024-10-02', running: 'interrupted' }, why: 'legal aid interrupts the thirty days' }, // prettier-ignore
  { name: 'fifteen days and legal aid', given: { decision: 'oqtf-15-jours-avant-2024', ...old, facts: { aideJuridictionnelleRequestedOn: '2024-07-15' } }, expect: { term: '2024-07-27', lastDay: '2024-07-29', steps: ['legal-aid-no-effect'] }, why: 'no effect' }, // prettier-ignore
  { name: 'without delay, by registered letter', given: { decision: 'oqtf-sans-delai-avant-2024', ...old, facts: { notificationMeans: 'registered-letter' } }, expect: { running: 'not-enforceable', lastDay: '2025-07-12', prudentDay: '2024-07-14', steps: ['registered-letter-does-not-start-hours'] }, why: 'CE 425111: only service by hand starts it' }, // prettier-ignore
  { name: 'without delay, by hand', given: { decision: 'oqtf-sans-delai-avant-2024', decisionOn: '2024-07-10', notifiedAt: '2024-07-12T09:30:00+02:00', facts: { notificationMeans: 'by-hand' } }, expect: { expiresAt: '2024-07-14T09:30:00+02:00', confidence: 'high' }, why: '48 hours' }, // prettier-ignore
  // Auto
  { name: 'auto without a paper', given: { decision: 'auto', notifiedOn: '2026-09-01' }, expect: { rule: null, version: null, term: null, lastDay: null, missing: ['paper'] }, why: 'asked, never guessed' }, // prettier-ignore
  { name: 'auto: order to leave, free', given: { decision: 'auto', decisionOn: '2026-08-31', notifiedOn: '2026-09-01', facts: { ...free, paper: 'oqtf' } }, expect: { rule: 'oqtf-un-mois', lastDay: '2026-10-02', steps: ['row-chosen'], without: ['row-follows-facts'] }, why: 'free' }, // prettier-ignore
  { name: 'auto: order to leave, measure unknown', given: { decision: 'auto', decisionOn: '2026-08-31', notifiedOn: '2026-09-01', facts: { paper: 'oqtf', departement: '75' } }, expect: { rule: 'oqtf-retention', missing: ['measure'] }, why: 'the shortest while unknown' }, // prettier-ignore
  { name: 'auto: order to leave, prison', given: { decision: 'auto', decisionOn: '2026-08-31', notifiedOn: '2026-09-01', facts: { paper: 'oqtf', measure: 'prison' } }, expect: { rule: 'oqtf-detention' }, why: 'prison' }, // prettier-ignore
  { name: 'auto: order to leave in Guyane', given: { decision: 'auto', decisionOn: '2026-08-31', notifiedOn: '2026-09-01', facts: { paper: 'oqtf', departement: '973' } }, expect: { rule: 'oqtf-outre-mer-derogatoire', without: ['measure'] }, why: 'overseas' }, // prettier-ignore
  { name: 'auto: old order to leave', given: { decision: 'auto', ...old, facts: { paper: 'oqtf', measure: 'none', voluntaryDepartureDays: 30, oqtfGround: 'L.611-1 3°' } }, expect: { rule: 'oqtf-30-jours-avant-2024' }, why: 'before the reform' }, // prettier-ignore
  { name: 'auto: permit refusal', given: { decision: 'auto', notifiedOn: '2026-09-02', facts: { paper: 'permit-refusal' } }, expect: { rule: 'refus-sejour-sans-oqtf' }, why: 'no silence before' }, // prettier-ignore
  { name: 'auto: permit refusal after silence', given: { decision: 'auto', notifiedOn: '2026-11-02', facts: { paper: 'permit-refusal', completeFileReceivedOn: '2026-06-15', permitRequested: 'general' } }, expect: { rule: 'decision-expresse-apres-silence' }, why: 'silence had become a refusal' }, // prettier-ignore
  { name: 'auto: permit refusal before silence', given: { decision: 'auto', notifiedOn: '2026-10-15', facts: { paper: 'permit-refusal', completeFileReceivedOn: '2026-06-15', permitRequested: 'general' } }, expect: { rule: 'refus-sejour-sans-oqtf' }, why: 'on the very day' }, // prettier-ignore
  { name: 'auto: silence', given: { decision: 'auto', facts: { paper: 'silence', implicitRefusalOn: '2026-10-15' } }, expect: { rule: 'refus-sejour-implicite' }, why: 'silence' }, // prettier-ignore
  { name: 'auto: silence, reasons asked', given: { decision: 'auto', facts: { paper: 'silence', implicitRefusalOn: '2026-10-15', reasonsRequestedOn: '2026-11-02' } }, expect: { rule: 'communication-des-motifs' }, why: 'reasons' }, // prettier-ignore
  ...(
    [
      ['permit-withdrawal', 'retrait-titre-sejour', {}],
      ['registration-refusal', 'refus-enregistrement-demande', {}],
      ['entry-ban', 'irtf-autonome', {}],
      ['end-of-departure-time', 'fin-delai-depart-volontaire', {}],
      ['house-arrest', 'assignation-residence-l731-1', {}],
      ['house-arrest', 'assignation-residence-l731-1', { houseArrestArticle: 'L.731-1 3°' }],
      ['house-arrest', 'assignation-residence-autre', { houseArrestArticle: 'L.731-1 6°' }],
      ['house-arrest', 'assignation-residence-autre', { houseArrestArticle: 'L.731-3' }],
      ['house-arrest', 'assignation-residence-autre', { houseArrestArticle: 'L. 523-1' }],
      ['house-arrest', 'assignation-transfert-l751-2', { houseArrestArticle: 'L.751-2' }],
      ['transfer', 'transfert-dublin-retention', {}],
      ['transfer', 'transfert-dublin', { measure: 'none' }],
      ['ofpra-rejection', 'ofpra-rejet-cnda', {}],
      ['reception-conditions', 'refus-ou-fin-cma', {}],
      ['visa-refusal', 'refus-visa-rapo', {}],
      ['visa-refusal', 'refus-visa-tribunal', { recoursHierarchiqueReceivedOn: '2026-01-05' }],
      ['naturalisation-refusal', 'naturalisation-rapo', {}],
      ['naturalisation-refusal', 'naturalisation-tribunal', { recoursHierarchiquePostedOn: '2026-01-05' }],
      ['family-reunification-refusal', 'refus-regroupement-familial', {}],
      ['expulsion', 'expulsion', {}],
      ['judgment', 'appel-refus-entree-asile', {}],
      ['judgment', 'appel-refus-entree-asile', { initialDecision: 'refus-entree-asile' }],
      ['judgment', 'cassation-transfert', { initialDecision: 'transfert-dublin' }],
      ['judgment', 'cassation-transfert', { initialDecision: 'assignation-transfert-l751-2' }],
      ['judgment', 'appel-jugement-oqtf', { initialDecision: 'oqtf-un-mois' }],
      ['judgment', 'appel-jugement-oqtf', { initialDecision: 'irtf-autonome' }],
      ['judgment', 'appel-jugement-sejour', { initialDecision: 'refus-sejour-sans-oqtf' }],
      ['judgment', 'appel-jugement-sejour', { initialDecision: 'oqtf-outre-mer-derogatoire' }],
    ] as const
  ).map(([paper, rule, facts]): DeadlineCase => ({
    name: `auto: ${paper} ${JSON.stringify(facts)}`,
    given: { decision: 'auto', decisionOn: '2026-03-02', notifiedOn: '2026-03-03', facts: { paper, ...facts } },
    expect: { rule, steps: ['row-chosen'] },
    why: 'the paper picks the row',
  })),
  { name: 'auto: family reunification by silence', given: { decision: 'auto', facts: { paper: 'family-reunification-refusal', completeFileReceivedOn: '2026-03-03' } }, expect: { rule: 'regroupement-familial-implicite', term: '2026-11-03' }, why: 'no paper came' }, // prettier-ignore
];
