import type { IsoDate } from '../calendar/iso-date.ts';
import { ASYLUM_RULES, FORMER_RULES, JUDGMENT_RULES, VISA_RULES } from './asylum.ts';
import type { DecisionId } from './ids.ts';
import { REMOVAL_RULES } from './removal.ts';
import { RESIDENCE_RULES } from './residence.ts';
import type { ClockRule, ClockVersion } from './rule.ts';
import { SILENCE_RULES } from './silence.ts';

export const CLOCK_RULES: readonly ClockRule[] = [
  ...RESIDENCE_RULES,
  ...SILENCE_RULES,
  ...REMOVAL_RULES,
  ...ASYLUM_RULES,
  ...VISA_RULES,
  ...JUDGMENT_RULES,
  ...FORMER_RULES,
];
const BY_ID = new Map(CLOCK_RULES.map((rule) => [rule.id, rule]));
/** Every id of the list has a rule: the registry spec holds it. */
export const clockRule = (id: DecisionId): ClockRule => BY_ID.get(id)!;

/** The version in force on a day; the latest one when the day is unknown; null when none was in force. Never the nearest. */
export const versionOn = (rule: ClockRule, day: IsoDate | null): ClockVersion | null =>
  day === null
    ? rule.versions.at(-1)!
    : (rule.versions.find((v) => (v.from === null || v.from <= day) && (v.until === null || day <= v.until)) ?? null);
