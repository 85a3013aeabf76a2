import type { Locale } from '../api/problem.ts';

/** The API names what is wrong in French; the same sentences for who reads English. Anything else stays French. */
const ENGLISH: readonly (readonly [RegExp, string])[] = [
  [/^À renseigner\.$/, 'Please fill in.'],
  [/^Ce n’est pas une valeur du bon type\.$/, 'This is not the right kind of value.'],
  [/^Au moins (\d+) caractères.*$/, 'At least $1 characters.'],
  [/^Au plus (\d+) caractères\.$/, 'At most $1 characters.'],
  [/^Au moins (\d+)\.$/, 'At least $1.'],
  [/^Au plus (\d+)\.$/, 'At most $1.'],
  [/^Cette valeur ne fait pas partie des choix possibles\.$/, 'This is not one of the choices.'],
  [/^Cette adresse électronique n’est pas valable\.$/, 'This is not a valid e-mail address.'],
  [/^Ce format n’est pas valable\.$/, 'This format is not valid.'],
  [/^Cette valeur n’est pas valable\.$/, 'This value is not valid.'],
  [/^Cette date n’existe pas.*$/, 'This day does not exist (day/month/year).'],
  [/^Cette date est dans le futur\.$/, 'This day is in the future.'],
  [/^Cette date est trop ancienne\.$/, 'This day is too long ago.'],
  [/^La fin de (la période|validité) précède son début\.$/, 'The end comes before the beginning.'],
  [/^Code de pays à trois lettres attendu\.$/, 'Choose a country.'],
  [/^Ce département n’existe pas.*$/, 'This département does not exist (examples: 69, 2A, 973).'],
  [/^Caractères non autorisés\.$/, 'Characters that are not allowed.'],
  [
    /^Cette demande peut finir par une obligation.*$/,
    'This request may end in an order to leave France. Explain this risk to the person first and note their answer.',
  ],
  [
    /^La personne a répondu qu’elle ne veut pas déposer.*$/,
    'The person answered that they do not want to file. If they changed their mind, explain the risk again.',
  ],
  [/^Le risque a changé depuis.*$/, 'The risk has changed since it was explained. Explain it again and note the answer.'],
  [/^La personne ne peut pas continuer sans avoir compris.*$/, 'Nobody can go on without having understood the risk: explain it again.'],
  [/^Dites si la personne a vu un avocat.*$/, 'Say whether the person has seen a lawyer: the rules ask for it before filing.'],
  [/^Le texte à lire a changé.*$/, 'The text to read has changed. Reload the page and read the new one.'],
  [/^La seconde date doit venir après la première\.$/, 'The second day must come after the first.'],
  [/^Il n’y a pas de réponse à retirer\.$/, 'There is no answer to withdraw.'],
  [/^Un nombre( entier)? est attendu\.$/, 'A number is expected.'],
];

export function problemIn(sentence: string, locale: Locale): string {
  if (locale === 'fr') return sentence;
  for (const [pattern, english] of ENGLISH) if (pattern.test(sentence)) return sentence.replace(pattern, english);
  return sentence;
}
