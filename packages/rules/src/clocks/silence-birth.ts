import { addDays, addMonths, type IsoDate } from '../calendar/iso-date.ts';
import type { Case } from './case.ts';
import type { DecisionId } from './ids.ts';
import { clockRule, versionOn } from './registry.ts';
import type { PermitRequested } from './types.ts';

const NINETY_DAYS: readonly PermitRequested[] = ['student', 'seasonal', 'au-pair', 'trainee', 'ict', 'job-search'];

/** The birth of the refusal picks the version: the thirty days count when they end under the new rule. */
const mobileRule = (receivedOn: IsoDate): boolean => birthUnder('silence-carte-bleue-ue-30-jours', receivedOn) !== null;

const silenceRow = (permit: PermitRequested, receivedOn: IsoDate): DecisionId => {
  if (permit === 'general') return 'silence-titre-4-mois';
  if (permit === 'talent-researcher') return 'silence-titre-60-jours';
  if (NINETY_DAYS.includes(permit)) return 'silence-titre-90-jours';
  if (permit === 'eu-blue-card-mobile' && mobileRule(receivedOn)) return 'silence-carte-bleue-ue-30-jours';
  return 'silence-carte-bleue-ue-90-jours';
};
/** The shortest silence in force, for a permit nobody named. */
const shortestRow = (receivedOn: IsoDate): DecisionId =>
  mobileRule(receivedOn) ? 'silence-carte-bleue-ue-30-jours' : 'silence-titre-60-jours';

/** The day silence became a refusal under a row of the silence table; null when the row was not in force on that day. */
export const birthUnder = (row: DecisionId, receivedOn: IsoDate): IsoDate | null => {
  const rule = clockRule(row);
  for (const version of rule.versions) {
    const [limit] = version.limits;
    const birth = limit!.unit === 'months' ? addMonths(receivedOn, limit!.amount) : addDays(receivedOn, limit!.amount);
    if (versionOn(rule, birth) === version) return birth;
  }
  return null;
};

const born = (c: Case, row: DecisionId, receivedOn: IsoDate): IsoDate | null => {
  const birth = birthUnder(row, receivedOn);
  if (birth) c.step('silence-became-refusal', birth, { from: receivedOn, row });
  return birth;
};

/** Birth of the implied refusal of a permit: as given, else counted from the complete file and the permit asked for. */
export const permitRefusalBirth = (c: Case): IsoDate | null => {
  if (c.facts.implicitRefusalOn) {
    c.step('implicit-refusal-given', c.facts.implicitRefusalOn);
    return c.facts.implicitRefusalOn;
  }
  const received = c.facts.completeFileReceivedOn;
  if (!received) {
    c.ask('implicitRefusalOn');
    c.ask('completeFileReceivedOn');
    c.ask('permitRequested');
    return null;
  }
  const permit = c.ask('permitRequested');
  return born(c, permit ? silenceRow(permit, received) : shortestRow(received), received);
};

/** Birth under one row of the silence table, from the day it starts on. */
export const refusalBirth = (c: Case, row: DecisionId, received: IsoDate | null): IsoDate | null => {
  if (c.facts.implicitRefusalOn) {
    c.step('implicit-refusal-given', c.facts.implicitRefusalOn);
    return c.facts.implicitRefusalOn;
  }
  return received ? born(c, row, received) : null;
};
