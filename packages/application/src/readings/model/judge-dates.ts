import type { DateReason, ReadingWarning } from '@permanence/contracts';
import { addMonths, type IsoDate } from '@permanence/rules';
import type { FoundDate } from './find-dates.ts';
import { fold, type TextLine } from './text-line.ts';

/** What else a date on a paper can be: never proposed as the day it was drawn up. */
export type OtherRole = 'birth' | 'due' | 'expiry' | 'period' | 'event' | 'law' | 'reference' | 'table';

export interface JudgedDate {
  readonly found: FoundDate;
  readonly role: 'drawn-up' | OtherRole;
  readonly reason: DateReason;
  /** 0 to 100. */
  readonly score: number;
  readonly warnings: readonly ReadingWarning[];
}

const SCORES: Readonly<Record<DateReason, number>> = {
  'made-at': 100,
  'date-of-issue': 95,
  'issued-on': 92,
  'place-and-day': 90,
  'document-of': 84,
  'day-alone': 80,
  'date-label': 74,
  posted: 70,
  'paid-on': 50,
  'no-cue': 22,
};

type Cue<R> = readonly [R, RegExp];
const END = String.raw`\s*[:.,;)(]*\s*(le|du|au|en date du)?\s*[:.(]*\s*(lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)?\s*$`;
const ending = (source: string): RegExp => new RegExp(`(?:${source})${END}`, 'u');
/** Looked for right before the date, on its line or on what stands to its left or above. */
const OTHER_CUES: readonly Cue<OtherRole>[] = [
  ['birth', ending(String.raw`\bn[e6]+\s*\(?e?\)?|naissance( \S+)?|\bnai[s5]\.?|date de nais\S*|nee? le \S+ a \S+`)],
  [
    'due',
    ending(
      String.raw`avant|au plus tard|ech[e6]ances?|date limite( de \w+)*|limite de paiement|exigib\w+|a (regler|payer)( avant| d'ici)?|prelev\w*( \w+){0,6}|d'ici|prochain\w*( \w+){0,4}|vers|relance( \w+){0,2}|majoration( \w+){0,4}|a partir|rdv|rendez-vous( \w+){0,3}`,
    ),
  ],
  [
    'expiry',
    ending(
      String.raw`valab\w*( \w+){0,3}|valid\w*( \w+){0,4}|expir\w*( \w+){0,3}|fin (de|des) (\w+ ?){1,3}|jusqu'?( ?au| a)?|date de fin( \w+){0,3}|termine\w*|terme|cesse\w*`,
    ),
  ],
  [
    'period',
    ending(
      String.raw`p[e6]riode( \w+){0,4}|entre|depuis|a compter|date (de |d')?(debut|entree|effet|embauche|anciennete)( \w+){0,3}|debut( \w+){0,3}|effet|entre?e? (en|dans|au)( \w+){1,4}|embauche\w*( \w+){0,6}|engage\w*( \w+){0,6}|anciennete|inscrit\w*( \w+){0,6}|hospitalis\w+|admis\w*( \w+){0,2}|sorti\w*( \w+){0,2}|(droits|prestations|situation)( \w+){0,6}|consommation\w*|mois de|prise d'effet|ouverture( \w+){0,4}`,
    ),
  ],
  [
    'law',
    ending(
      String.raw`loi( n\S*)?( \S+)?|decret( n\S*)?( \S+)?|arrete( \w+)? du|ordonnance|circulaire|directive|code|version|modele|cerfa\S*( \S+)?|capital( \S+)*|rcs( \S+)*|siret( \S+)*`,
    ),
  ],
  [
    'reference',
    ending(
      String.raw`votre (courrier|lettre|demande|appel|mail|message)( \w+){0,4}|demande( \w+){0,5}|recue?( \w+){0,3} (du|le)|contrat( de \w+| \w+){0,4}|bail( \w+){0,4}|conclu\w*|souscri\w*( \w+){0,3}|client(e)? depuis|mise en service|releves? (reel|estime|de compteur)( \w+){0,3}|index( \w+){0,3}|dernier\w*( \w+){0,4}|precedente?( \w+){0,4}|(ancien|nouveau) solde( \S+){0,3}|solde( \S+){0,5}|(survenu|arrive|deroule|tenue?)\w*( \w+){0,4}|decision( \w+){0,4}|jugement( \w+){0,4}|vacances( \w+){0,3}|rentree( \w+){0,3}`,
    ),
  ],
];
const OWN_CUES: readonly Cue<DateReason>[] = [
  [
    'made-at',
    ending(
      String.raw`\b(fait|faite|etabli|etablie|delivre|delivree|signe|signee|redige|redigee|dresse|dressee) (a|en|au|aux) [\p{L}' -]+?[\s,]*(\d{0,2}(er|e|eme)?)?`,
    ),
  ],
  ['made-at', ending(String.raw`\b(fait|faite) (ce jour|pour (servir|valoir)[\p{L}' ]*)`)],
  [
    'date-of-issue',
    ending(
      String.raw`date d[e']\s?(l'|la |votre |ce |cette )?(edition|etablissement|emission|impression|delivrance|creation|signature|facture|facturation|document|attestation|certificat|releve|avis|quittance|redaction|etablissement de l'avis|courrier|bulletin|arrete|compte rendu|ordonnance|prescription|consultation|depot)( d[eu]( l[ae'])? ?\w+)?`,
    ),
  ],
  [
    'issued-on',
    ending(
      String.raw`\b(edite|emis|imprime|delivre|genere|cree|arrete|signe|etabli|calcule|telecharge|redige)(e?s?)( le| du| au| par [\p{L}. '-]{2,40})?|document (edite|genere|etabli|cree)|arrete (au|le)|signature( electronique)?`,
    ),
  ],
  [
    'document-of',
    ending(
      String.raw`\b(facture|avis|quittance|releve|attestation|certificat|courrier|lettre|document|bulletin|recu|ordonnance|contrat|recepisse|convocation)( \p{L}+){0,3}( n\S*( ?\S+){0,3})?[ ,-]* (du|en date du|date du|datee du)`,
    ),
  ],
  [
    'posted',
    ending(
      String.raw`\b(depose|postee?|expediee?|presentee?|distribuee?|remise?|recue?|achete|validee?|cachet( de la poste)?|date (de depot|d'envoi|de presentation|de distribution|d'achat|d'expedition|de transaction)|oblitere\w*)(\s*/?\s*\w+){0,2}`,
    ),
  ],
  [
    'paid-on',
    ending(
      String.raw`date (de |du )?(paiement|virement|versement|reglement|paie)|\b(paye|pale|verse|regle|acquitte|vire)e?(s)?( \w+){0,3}|paiement( \w+){0,3}|virement( \w+){0,3}`,
    ),
  ],
  ['date-label', ending(String.raw`(^|\s)dat[e6]`)],
];

const overlap = (a: { from: number; to: number }, b: { from: number; to: number }): number =>
  Math.max(0, Math.min(a.to, b.to) - Math.max(a.from, b.from));
const boxOf = (line: TextLine) => {
  const [first, last] = [line.words[0]!.box, line.words.at(-1)!.box];
  const y = Math.min(...line.words.map(({ box }) => box.y));
  const bottom = Math.max(...line.words.map(({ box }) => box.y + box.height));
  return { x: first.x, right: last.x + last.width, y, bottom, height: bottom - y };
};
const textOf = (line: TextLine): string => line.words.map(({ text }) => text).join(' ');

/** What stands beside a date on its row in other lines, and the text right above it: labels of forms and tables. */
function labels(date: FoundDate, lines: readonly TextLine[]): { left: string; above: string; right: string } {
  const at = date.box;
  let left: { text: string; right: number } | null = null;
  let above: { text: string; bottom: number } | null = null;
  let right: { text: string; x: number } | null = null;
  for (const line of lines) {
    if (line === date.line || line.page !== date.line.page || !line.words.length) continue;
    const box = boxOf(line);
    const sameRow = overlap({ from: box.y, to: box.bottom }, { from: at.y, to: at.y + at.height }) > 0.5 * Math.min(box.height, at.height);
    if (sameRow && box.right <= at.x + 0.005 && at.x - box.right < 0.35 && (!left || box.right > left.right))
      left = { text: textOf(line), right: box.right };
    if (sameRow && box.x >= at.x + at.width - 0.005 && (!right || box.x < right.x)) right = { text: textOf(line), x: box.x };
    const gap = at.y - box.bottom;
    if (!sameRow && gap > -0.25 * at.height && gap < 2 * Math.max(at.height, 0.01)) {
      // Only the words over the date, not the whole header of a table.
      const over = line.words.filter(
        ({ box: word }) => overlap({ from: word.x, to: word.x + word.width }, { from: at.x - 0.04, to: at.x + at.width + 0.04 }) > 0,
      );
      if (over.length && (!above || box.bottom > above.bottom))
        above = { text: over.map(({ text }) => text).join(' '), bottom: box.bottom };
    }
  }
  return { left: left?.text ?? '', above: above?.text ?? '', right: right?.text ?? '' };
}

const cueOf = <R>(cues: readonly Cue<R>[], context: string): R | null => cues.find(([, pattern]) => pattern.test(context))?.[0] ?? null;
/** “Paris, le” or “À Lyon, le”, and nothing else before it. */
const PLACE = /^(a |fait a )?\p{Lu}?[\p{L}'-]+( [\p{L}'-]+){0,4}( \d{1,2}(er|e|eme)?)?( cedex( \d+)?)? ?[,.]? ?(le|ce)\s*:?\s*$/u;
const NOT_A_PLACE =
  /^(avant|jusqu|valable|depuis|paye|naissance|nee?|presente|distribue|client|periode|loyer|total|montant|solde|releve|prochain)/;

function cueAround(date: FoundDate, lines: readonly TextLine[]): { role: 'drawn-up' | OtherRole; reason: DateReason } {
  const drawnUp = (reason: DateReason) => ({ role: 'drawn-up', reason }) as const;
  const other = (role: OtherRole) => ({ role, reason: 'no-cue' }) as const;
  const before = fold(date.text.slice(0, date.from));
  const after = fold(date.text.slice(date.to));
  const { left, above, right } = labels(date, lines);
  // The words right before speak first; a label beside or above only where nothing stands before.
  // A scan puts strokes where a table has its lines.
  const near = (
    before
      .split(/[.;|•]\s|\d{2}[/.]\d{2}[/.]\d{2,4}/)
      .at(-1)
      ?.slice(-80) ?? ''
  ).replace(/[\s—–_|~-]+$/u, '');
  if (date.inRange) {
    const own = cueOf(OWN_CUES, near);
    // “Relevé de compte arrêté au …” ends no range; “du … au …” does.
    return own === 'made-at' ? drawnUp(own) : other('period');
  }
  const made = OWN_CUES[0]![1].test(near) || OWN_CUES[1]![1].test(near);
  if (made) return drawnUp('made-at');
  const ownNow = cueOf(OWN_CUES.slice(2, 4), near);
  if (ownNow) return drawnUp(ownNow);
  // “du … au …” in cells of their own.
  if (/(^|\s)au$/.test(near || fold(left)) || (/(^|\s)du$/.test(near || fold(left)) && /^au\b/.test(fold(right)))) return other('period');
  const otherNow = cueOf(OTHER_CUES, near);
  if (otherNow) return other(otherNow);
  if (PLACE.test(near) && !NOT_A_PLACE.test(near)) return drawnUp('place-and-day');
  const own = cueOf(OWN_CUES, near);
  if (own) return drawnUp(own);
  if (/^(inclus|au plus tard|dernier delai)/.test(after)) return other('due');
  if (near === '' || /^(le|du|:|-)$/.test(near)) {
    for (const label of [fold(left), fold(above)]) {
      if (!label) continue;
      const context = `${label} ${near}`;
      const named = cueOf(OWN_CUES.slice(0, 4), context) ?? null;
      if (named) return drawnUp(named);
      const not = cueOf(OTHER_CUES, context);
      if (not) return other(not);
      const weaker = cueOf(OWN_CUES.slice(4), context);
      if (weaker) return drawnUp(weaker);
      if (PLACE.test(context) && !NOT_A_PLACE.test(context)) return drawnUp('place-and-day');
    }
    if (near === 'le' && after === '') return drawnUp('day-alone');
  }
  return drawnUp('no-cue');
}

/** Dates in a column with others and no cue are rows of a table: movements, contributions, appointments. */
const inTable = (date: FoundDate, all: readonly FoundDate[]): boolean =>
  all.filter((one) => one.line.page === date.line.page && Math.abs(one.box.x - date.box.x) < 0.012).length >= 3;

const YEARS_BACK = 40;

/**
 * Every date of a paper with what it most likely is, the likeliest day of drawing up first.
 * @param receivedOn the day the paper came in: nothing is drawn up later
 */
export function judgeDates(dates: readonly FoundDate[], lines: readonly TextLine[], receivedOn: IsoDate): JudgedDate[] {
  const oldest = addMonths(receivedOn, -12 * YEARS_BACK);
  const judged = dates.map((found): JudgedDate => {
    const { role, reason } = cueAround(found, lines);
    const warnings: ReadingWarning[] = [...found.doubts];
    if (found.day > receivedOn) warnings.push('future');
    if (found.day < oldest) warnings.push('very-old');
    const table = role === 'drawn-up' && ['no-cue', 'paid-on', 'date-label'].includes(reason) && inTable(found, dates);
    let score = SCORES[reason];
    if (reason === 'no-cue' && found.line.page === 1 && found.box.y < 0.3) score += 14;
    if (reason === 'no-cue' && found.text.trim().length === found.to - found.from) score += 6;
    if (warnings.includes('future')) score -= 45;
    if (warnings.includes('very-old')) score -= 30;
    score -= 4 * found.doubts.length;
    return { found, role: table ? 'table' : role, reason, score: Math.max(1, score), warnings };
  });
  return judged.sort((a, b) => b.score - a.score || (a.found.day > b.found.day ? -1 : 1));
}
