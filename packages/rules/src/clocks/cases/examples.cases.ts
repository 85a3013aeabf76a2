import type { DeadlineCase } from './case.ts';

/** The worked examples of the law page, in their order. The first six and the thirteenth to fifteenth rest on published decisions. */
export const EXAMPLES: readonly DeadlineCase[] = [
  {
    name: 'Ascension',
    given: { decision: 'appel-jugement-sejour', notifiedOn: '2018-03-09', facts: { residence: 'metropole', departement: '75' } },
    expect: {
      term: '2018-05-09',
      lastDay: '2018-05-11',
      prudentDay: '2018-05-09',
      confidence: 'high',
      steps: ['franc-day-added', 'carried-over'],
    },
    why: 'CE 29 Sep 2021 n° 447332: the clear day is Ascension',
  },
  {
    name: 'plain clear days',
    given: { decision: 'appel-jugement-sejour', notifiedOn: '2012-04-10' },
    expect: { term: '2012-06-10', lastDay: '2012-06-11', prudentDay: '2012-06-08', confidence: 'high' },
    why: 'CE 30 Dec 2014 n° 372473: 12 June was late',
  },
  {
    name: 'Sunday',
    given: { decision: 'refus-sejour-sans-oqtf', notifiedOn: '2007-10-01' },
    expect: { term: '2007-12-01', lastDay: '2007-12-03', prudentDay: '2007-11-30' },
    why: 'the clear day, 2 December, is a Sunday',
  },
  {
    name: 'one month on Télérecours',
    given: { decision: 'appel-jugement-oqtf', facts: { notificationMeans: 'telerecours', firstOpenedOn: '2014-04-11' } },
    expect: { term: '2014-05-11', lastDay: '2014-05-12', prudentDay: '2014-05-09' },
    why: 'CAA Bordeaux 8 Dec 2014: clear day first, then no carry-over is needed',
  },
  {
    name: 'hour of receipt is irrelevant for months',
    given: { decision: 'appel-jugement-oqtf', notifiedAt: '2017-04-03T16:31:00+02:00' },
    expect: { term: '2017-05-03', lastDay: '2017-05-04', prudentDay: '2017-05-03' },
    why: 'CE 19 Mar 2018 n° 416510',
  },
  {
    name: '48 hours over a weekend',
    given: { decision: 'oqtf-48h-assignation-ou-retention-avant-2024', notifiedAt: '2004-09-17T16:00:00+02:00' },
    expect: { expiresAt: '2004-09-19T16:00:00+02:00', confidence: 'high' },
    why: 'CE 10 Feb 2006 n° 273484: registered at 16:17, inadmissible',
  },
  {
    name: 'house arrest, seven days',
    given: { decision: 'oqtf-assignation-residence', decisionOn: '2026-11-05', notifiedOn: '2026-11-05', facts: { departement: '69' } },
    expect: {
      term: '2026-11-12',
      lastDay: '2026-11-12',
      prudentDay: '2026-11-12',
      confidence: 'medium',
      court: { kind: 'TA-lieu', name: 'Lyon' },
    },
    why: 'not clear days (CAA Lyon)',
  },
  {
    name: 'house arrest, seventh day on a Saturday',
    given: { decision: 'oqtf-assignation-residence', decisionOn: '2026-11-14', notifiedOn: '2026-11-14' },
    expect: { term: '2026-11-21', lastDay: '2026-11-23', prudentDay: '2026-11-20', confidence: 'medium', steps: ['carry-over-disputed'] },
    why: 'the carry-over is argued: nobody should rely on it',
  },
  {
    name: 'prisoner, seven days',
    given: { decision: 'oqtf-detention', decisionOn: '2026-11-12', notifiedOn: '2026-11-12' },
    expect: { term: '2026-11-19', lastDay: '2026-11-20', prudentDay: '2026-11-19', confidence: 'medium' },
    why: 'clear days (CAA Toulouse)',
  },
  {
    name: 'month end, leap year',
    given: { decision: 'refus-sejour-sans-oqtf', decisionOn: '2027-12-28', notifiedOn: '2027-12-30' },
    expect: {
      term: '2028-02-29',
      lastDay: '2028-03-01',
      prudentDay: '2028-02-29',
      confidence: 'medium',
      steps: ['clamped-to-month-end', 'month-end-disputed'],
    },
    why: 'no 30 February; the other method gives 29 February',
  },
  {
    name: 'recours gracieux',
    given: {
      decision: 'recours-gracieux-ou-hierarchique',
      decisionOn: '2026-09-01',
      notifiedOn: '2026-09-02',
      facts: { initialDecision: 'refus-sejour-sans-oqtf', recoursGracieuxPostedOn: '2026-11-02', recoursGracieuxReceivedOn: '2026-11-05' },
    },
    expect: { term: '2027-03-05', lastDay: '2027-03-08', prudentDay: '2027-03-05', running: 'interrupted', confidence: 'high' },
    why: 'posted by the last day (3 November), silent rejection on 5 January 2027, fresh two months',
  },
  {
    name: 'silence',
    given: {
      decision: 'refus-sejour-implicite',
      facts: { completeFileReceivedOn: '2026-06-15', permitRequested: 'general', acknowledgementWithRoutes: true },
    },
    expect: { term: '2026-12-15', lastDay: '2026-12-16', prudentDay: '2026-12-15', running: 'normal', confidence: 'high' },
    why: 'implied refusal on 15 October 2026',
  },
  {
    name: 'silence, reasons received',
    given: {
      decision: 'communication-des-motifs',
      facts: {
        completeFileReceivedOn: '2026-06-15',
        permitRequested: 'general',
        acknowledgementWithRoutes: true,
        reasonsRequestedOn: '2026-12-01',
        reasonsReceivedOn: '2027-01-04',
      },
    },
    expect: { term: '2027-03-04', lastDay: '2027-03-05', prudentDay: '2027-03-04', running: 'interrupted', version: '2025-10-02' },
    why: 'two months from the reasons',
  },
  {
    name: 'silence, reasons never received',
    given: {
      decision: 'communication-des-motifs',
      facts: {
        completeFileReceivedOn: '2026-06-15',
        permitRequested: 'general',
        acknowledgementWithRoutes: true,
        reasonsRequestedOn: '2026-12-01',
      },
    },
    expect: { term: '2027-12-01', lastDay: '2027-12-01', confidence: 'medium', missing: ['reasonsReceivedOn'] },
    why: 'never later than one year from the request',
  },
  {
    name: 'order to leave and legal aid',
    given: {
      decision: 'oqtf-un-mois',
      decisionOn: '2024-07-30',
      notifiedOn: '2024-08-01',
      facts: {
        aideJuridictionnelleRequestedOn: '2024-08-02',
        aideJuridictionnelleDecision: 'granted',
        aideJuridictionnelleNotifiedOn: '2024-10-10',
      },
    },
    expect: { term: '2024-11-25', lastDay: '2024-11-26', prudentDay: '2024-11-08', running: 'interrupted' },
    why: 'CAA Paris 19 Dec 2025: interrupted; fifteen days after the grant, then the month',
  },
  {
    name: 'asylum court and legal aid',
    given: {
      decision: 'ofpra-rejet-cnda',
      decisionOn: '2019-06-01',
      notifiedOn: '2019-06-04',
      facts: { aideJuridictionnelleRequestedOn: '2019-06-17', aideJuridictionnelleNotifiedOn: '2019-08-06' },
    },
    expect: { term: '2019-08-24', lastDay: '2019-08-26', prudentDay: '2019-08-23', running: 'suspended' },
    why: 'eighteen days were left, 24 August is a Saturday',
  },
  {
    name: 'straddling the reform',
    given: {
      decision: 'oqtf-un-mois',
      decisionOn: '2024-07-10',
      notifiedOn: '2024-07-20',
      facts: { voluntaryDepartureDays: 30, oqtfGround: 'L.611-1 3°' },
    },
    expect: { rule: 'oqtf-30-jours-avant-2024', term: '2024-08-19', lastDay: '2024-08-20', steps: ['row-follows-facts'] },
    why: 'the day the decision was taken picks the regime, not its notification',
  },
];
