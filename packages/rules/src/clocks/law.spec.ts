import { join } from 'node:path';
import { itIsAsReviewed } from '../test/reviewed.ts';
import { DECISION_IDS_BY_FAMILY } from './ids.ts';
import { CLOCK_RULES } from './registry.ts';
import type { ClockRule } from './rule.ts';
import { CLOCK_SOURCES, CLOCK_SOURCES_READ_ON } from './sources.ts';
import {
  LEGAL_AID_DECISIONS,
  LETTER_UNITS,
  MEASURES,
  NOTIFICATION_MEANS,
  PAPERS,
  PERMITS_REQUESTED,
  RESIDENCES,
  VISA_TYPES,
} from './types.ts';

/** A row of the table, each version and each of its lengths on a line of its own. */
const sheetOf = ({ versions, ...rule }: ClockRule) => ({
  ...rule,
  ...Object.fromEntries(
    versions.flatMap(({ version, limits, ...rest }) => [
      [`version ${version}`, rest],
      ...limits.map((limit, i) => [`version ${version}, length ${i + 1}`, limit] as const),
    ]),
  ),
});

describe('the law of the clocks, as data', () => {
  itIsAsReviewed(join(import.meta.dirname, 'law.reviewed.json'), {
    ...Object.fromEntries(CLOCK_RULES.map((rule) => [rule.id, sheetOf(rule)])),
    families: DECISION_IDS_BY_FAMILY,
    sources: { readOn: CLOCK_SOURCES_READ_ON, ...CLOCK_SOURCES },
    answers: {
      PAPERS,
      MEASURES,
      NOTIFICATION_MEANS,
      PERMITS_REQUESTED,
      LEGAL_AID_DECISIONS,
      RESIDENCES,
      VISA_TYPES,
      LETTER_UNITS,
    },
  });
});
