import type { BundleFormat, BundleRecipient } from '@permanence/contracts';
import {
  conditionTitle,
  isoDate,
  presenceGrade,
  presenceGrid,
  sayTitle,
  weighingMessages,
  type ChecklistStep,
  type IsoDate,
} from '@permanence/rules';
import { toEvidence } from '../papers/grade-paper.ts';
import type { FrontMatter, IndexSection, MonthCell } from './binding/front-matter.ts';
import type { Placed } from './plan-bundle.ts';

/** A paper in its place, with its number and where it was bound in. */
export interface NumberedPiece extends Placed {
  number: number;
  /** As stamped; null: it comes as a file of its own. */
  pages: { from: number; to: number } | null;
}
export interface FrontInput {
  association: { name: string; contactPhone: string | null };
  person: { givenName: string; familyName: string; birthOn: string | null };
  dossier: { reference: string; basis: string | null };
  format: BundleFormat;
  recipient: BundleRecipient;
  recipientName: string | null;
  step: ChecklistStep;
  pieces: readonly NumberedPiece[];
  withPresence: boolean;
  today: IsoDate;
}

const MONTHS = ['janv.', 'févr.', 'mars', 'avr.', 'mai', 'juin', 'juil.', 'août', 'sept.', 'oct.', 'nov.', 'déc.'];
const LETTERS = { strong: 'F', weak: 'L', empty: '–' } as const;
const STEPS: Readonly<Record<ChecklistStep, string>> = {
  first: 'première demande de titre de séjour',
  renewal: 'renouvellement de titre de séjour',
  'multi-year': 'première carte de séjour pluriannuelle',
  resident: 'carte de résident',
};
/** Numbers shown in one month; a table is read at a glance, the index has them all. */
const MOST_IN_A_CELL = 4;

const long = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeZone: 'UTC' });
const dayInWords = (day: string): string => long.format(new Date(`${day}T00:00:00Z`)).replace(/^1 /, '1er ');
const dayInFigures = (day: string): string => day.split('-').toReversed().join('/');
const words = weighingMessages('fr');
const nameOf = ({ givenName, familyName }: FrontInput['person']): string => `${givenName} ${familyName}`;

/** What a paper is called in the index, on its bookmark and in its file's name. */
export const pieceTitle = ({ document }: Placed): string => {
  const kind = words.documents[document.docType] ?? document.docType;
  return document.label ? `${kind} — ${document.label}` : kind;
};
const apartOf = (piece: NumberedPiece, format: BundleFormat): string => {
  if (format === 'pdf') return 'remise à part';
  const pages = piece.document.file?.pages;
  return pages ? `fichier, ${pages} p.` : 'fichier';
};

function sectionsOf({ pieces, format }: FrontInput): IndexSection[] {
  const sections: (IndexSection & { item: string | null })[] = [];
  for (const piece of pieces) {
    if (!sections.length || sections.at(-1)!.item !== piece.item)
      sections.push({ item: piece.item, title: piece.item ? (words.checklist[piece.item] ?? piece.item) : 'Autres pièces', lines: [] });
    const { drawnUpOn } = piece.document;
    sections.at(-1)!.lines.push({
      number: piece.number,
      title: pieceTitle(piece),
      drawnUp: drawnUpOn && dayInFigures(drawnUpOn),
      pages: piece.pages,
      apart: piece.pages ? null : apartOf(piece, format),
    });
  }
  return sections.map(({ title, lines }) => ({ title, lines }));
}

/** Years × months of the pieces of this bundle alone: each letter can be checked against a numbered piece. */
function presenceOf({ pieces, today, withPresence }: FrontInput): FrontMatter['presence'] {
  if (!withPresence) return null;
  const papers = pieces.map(({ document }) => toEvidence(document));
  const numbers = new Map(pieces.map(({ document, number }) => [document.id, number]));
  const [first] = presenceDays(pieces, today);
  if (!first) return null;
  // From the first of the month: its own papers count.
  const from = isoDate(`${first.slice(0, 7)}-01`);
  const grid = presenceGrid(papers, from, today);
  const cell = (month: (typeof grid.years)[number]['months'][number]): MonthCell => {
    const own = month.papers.filter(({ grade }) => grade !== null).map(({ paper }) => numbers.get(paper.id ?? '') ?? 0);
    const shown = own.slice(0, MOST_IN_A_CELL).join(', ');
    return {
      letter: LETTERS[month.state],
      strong: month.state === 'strong',
      pieces: own.length > MOST_IN_A_CELL ? `${shown}…` : shown,
    };
  };
  return {
    title: 'Présence en France, mois par mois',
    intro: `D’après la date d’établissement des pièces jointes, de ${monthInWords(from)} à ${monthInWords(today)} : ${grid.strongMonths} mois avec une preuve forte, ${grid.weakMonths} avec une preuve limitée, ${grid.emptyMonths} sans preuve jointe.`,
    yearHead: 'Année',
    monthHeads: MONTHS,
    years: grid.years.map(({ year, months }) => ({
      year: String(year),
      cells: MONTHS.map((_, i) => {
        const month = months.find(({ monthOfYear }) => monthOfYear === i + 1);
        return month ? cell(month) : { letter: '', strong: false, pieces: '' };
      }),
    })),
    legend: [
      'F : preuve forte (administration ou organisme privé). L : preuve limitée (particulier). – : aucune pièce jointe pour ce mois.',
      'Sous la lettre : les numéros des pièces établies ce mois-là.',
    ],
  };
}
const monthInWords = (day: string): string =>
  new Intl.DateTimeFormat('fr-FR', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
/** Days of the pieces that prove something, oldest first; a date to come proves nothing. */
const presenceDays = (pieces: readonly NumberedPiece[], today: IsoDate): string[] =>
  pieces
    .flatMap(({ document }) => (document.drawnUpOn && document.drawnUpOn <= today && provesPresence(document) ? [document.drawnUpOn] : []))
    .toSorted();
const provesPresence = (document: Placed['document']): boolean => presenceGrade(toEvidence(document)) !== null;

/** Letter, index and table of months, in French whatever the language of the screen: a French office reads them. */
export function composeFront(input: FrontInput): FrontMatter {
  const { association, person, dossier, recipient, recipientName, step, pieces, format, today } = input;
  const name = nameOf(person);
  const count = pieces.length === 1 ? '1 pièce' : `${pieces.length} pièces`;
  const request = dossier.basis ? `${STEPS[step]} : ${sayTitle(dossier.basis, 'fr', conditionTitle)}` : STEPS[step];
  const apart = pieces.filter(({ pages }) => !pages).map((piece) => piece.number);
  const presence = presenceOf(input);
  return {
    title: `Bordereau de pièces — ${name}`,
    letter: {
      from: [association.name, ...(association.contactPhone ? [`Tél. ${association.contactPhone}`] : [])],
      to: [recipientName ?? (recipient === 'prefecture' ? 'Préfecture, service des étrangers' : 'Maître')],
      place: `Le ${dayInWords(today)}`,
      subject: `Objet : ${request}`,
      paragraphs: [
        recipient === 'prefecture' ? 'Madame, Monsieur,' : 'Maître,',
        recipient === 'prefecture'
          ? `Nous vous adressons le dossier de ${name}${birthOf(person)}, que notre association accompagne dans sa démarche.`
          : `Nous vous transmettons les pièces du dossier de ${name}${birthOf(person)}, que notre association accompagne.`,
        `Demande : ${request}.`,
        `Il contient ${count}, dans l’ordre du bordereau ci-après${presence ? ', et un tableau de la présence en France mois par mois' : ''}.`,
        ...(format === 'pdf' && apart.length
          ? [
              `Au format Word, ${apart.length === 1 ? `la pièce ${apart[0]} est remise` : `les pièces ${apart.join(', ')} sont remises`} à part.`,
            ]
          : []),
        recipient === 'prefecture'
          ? 'Nous vous prions d’agréer, Madame, Monsieur, l’expression de notre considération distinguée.'
          : 'Nous vous prions d’agréer, Maître, l’expression de notre considération distinguée.',
      ],
      signature: ['Pour l’association', association.name, `Notre référence : ${dossier.reference}`],
    },
    index: {
      title: 'Bordereau de pièces',
      intro: `${name}${birthOf(person)}. ${count}. ${
        format === 'pdf'
          ? 'Le numéro de page est celui du cachet, en haut à droite de chaque page.'
          : 'Chaque pièce est un fichier, qui porte son numéro.'
      }`,
      heads: ['N°', 'Pièce', 'Établie le', format === 'pdf' ? 'Pages' : 'Fichier'],
      sections: sectionsOf(input),
    },
    presence,
    bookmarks: { letter: 'Lettre', index: 'Bordereau de pièces', presence: 'Tableau de présence' },
  };
}
const birthOf = ({ birthOn }: FrontInput['person']): string => (birthOn ? `, né(e) le ${dayInWords(birthOn)}` : '');
