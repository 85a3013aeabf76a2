import { listBases } from '@permanence/rules';
import type { RulesWords } from '../i18n/rules-words.ts';
import type { Option } from '../ui/fields.tsx';

/** Every basis of the rules, by its plain title. */
export const basisOptions = (rules: Pick<RulesWords, 'title' | 'locale'>): Option[] =>
  listBases()
    .map(({ id }) => ({ value: id, label: rules.title(id) }))
    .sort((a, b) => a.label.localeCompare(b.label, rules.locale));
