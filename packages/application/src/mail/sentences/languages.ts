import type { MessageLanguage } from '@permanence/contracts';
import { ar } from './ar.ts';
import { bn } from './bn.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { prs } from './prs.ts';
import { ps } from './ps.ts';
import { pt } from './pt.ts';
import { ru } from './ru.ts';
import type { Language } from './shape.ts';
import { ti } from './ti.ts';
import { tr } from './tr.ts';
import { uk } from './uk.ts';

export const LANGUAGES_WRITTEN: Record<MessageLanguage, Language> = { fr, en, ar, es, pt, ru, bn, prs, ps, ti, tr, uk };
/** French when none was chosen, or one that is not written. */
export const languageOf = (code: string | null): Language =>
  code !== null && Object.hasOwn(LANGUAGES_WRITTEN, code) ? LANGUAGES_WRITTEN[code as MessageLanguage] : fr;
