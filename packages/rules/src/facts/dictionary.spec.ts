import { join } from 'node:path';
import { itIsAsReviewed } from '../test/reviewed.ts';
import { COUNTRY_CODES } from './countries.ts';
import { FACT_GROUPS } from './dictionary.ts';
import { listFacts } from './facts.ts';

describe('the questions asked of a person', () => {
  itIsAsReviewed(join(import.meta.dirname, 'dictionary.reviewed.json'), {
    groups: FACT_GROUPS,
    facts: Object.fromEntries(listFacts().map(({ name, ...entry }) => [name, entry])),
    countries: [...COUNTRY_CODES],
  });
});
