import { factSpec, isFactName } from '@permanence/rules';

/** Page of the interview where a fact is asked. */
export const questionPath = (personId: string, fact: string): string =>
  `/persons/${personId}/facts/${fact === 'children' ? 'children' : isFactName(fact) ? factSpec(fact).group : ''}`;
