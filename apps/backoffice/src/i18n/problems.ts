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
  [/^Un nombre( entier)? est attendu\.$/, 'A number is expected.'],
];

export function problemIn(sentence: string, locale: Locale): string {
  if (locale === 'fr') return sentence;
  for (const [pattern, english] of ENGLISH) if (pattern.test(sentence)) return sentence.replace(pattern, english);
  return sentence;
}
