import { join } from 'node:path';
import { itIsAsReviewed } from '../test/reviewed.ts';
import { DOCUMENT_NAMES, DOCUMENT_TYPES, ISSUER_KINDS } from './document.ts';
import { DEFAULT_TOLERANCE, EVIDENCE_SUBJECTS } from './requirement.ts';

describe('the papers and what they prove', () => {
  itIsAsReviewed(join(import.meta.dirname, 'document.reviewed.json'), {
    papers: DOCUMENT_TYPES,
    issuers: ISSUER_KINDS,
    names: DOCUMENT_NAMES,
    subjects: EVIDENCE_SUBJECTS,
    'nearly complete': DEFAULT_TOLERANCE,
  });
});
