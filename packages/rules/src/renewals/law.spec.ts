import { join } from 'node:path';
import { itIsAsReviewed } from '../test/reviewed.ts';
import * as lists from './lists.ts';
import { RENEWAL_ROWS } from './rows.ts';
import { renewalSourceUrls } from './sources.ts';
import { TARIFFS } from './tax.ts';
import * as answers from './types.ts';

const sources = [...new Set(RENEWAL_ROWS.flatMap((row) => row.sources))].sort();

describe('the law of renewals and retention, as data', () => {
  itIsAsReviewed(join(import.meta.dirname, 'law.reviewed.json'), {
    rows: Object.fromEntries(RENEWAL_ROWS.map(({ id, ...row }) => [id, row])),
    sources: Object.fromEntries(sources.map((source) => [source, renewalSourceUrls(source)])),
    tariffs: TARIFFS,
    lists: { ...lists },
    answers: { ...answers },
  });
});
