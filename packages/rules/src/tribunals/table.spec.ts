import { join } from 'node:path';
import { isDerogatory, isOverseas, isPacific, territoryOf } from '../calendar/territory.ts';
import { itIsAsReviewed } from '../test/reviewed.ts';
import { DEPARTEMENTS } from './table.ts';

describe('the departments', () => {
  itIsAsReviewed(join(import.meta.dirname, 'table.reviewed.json'), {
    departements: Object.fromEntries(
      Object.entries(DEPARTEMENTS).map(([code, departement]) => {
        const territory = territoryOf(code);
        const flags = { overseas: isOverseas(territory), pacific: isPacific(territory), derogatory: isDerogatory(territory) };
        return [code, { ...departement, territory, ...flags }];
      }),
    ),
  });
});
