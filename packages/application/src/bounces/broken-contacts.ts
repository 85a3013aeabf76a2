import type { BrokenContact } from '@permanence/contracts';
import { query } from '../support/use-case.ts';

/** Addresses nothing goes to any more until someone repairs them, longest broken first. */
export const brokenContacts = query<Record<string, never>, BrokenContact[]>({
  name: 'broken-contacts',
  permission: 'coordination.read',
  execute: ({ repositories }) => repositories.contactStates.broken(),
});
