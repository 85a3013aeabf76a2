import { AppError, type Person } from '@permanence/contracts';

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase('fr');
const wordsOf = (text: string): string[] =>
  plain(text)
    .split(/[\s'’-]+/)
    .filter((word) => word.length > 1);

/**
 * The word a message begins with is read by whoever opens it: a name of the person would say who is written to.
 * @throws AppError invalid-input
 */
export function checkGreetingWord(
  word: string | null | undefined,
  { givenName, familyName }: Pick<Person, 'givenName' | 'familyName'>,
): void {
  if (!word) return;
  const names = new Set([...wordsOf(givenName), ...wordsOf(familyName)]);
  if (!wordsOf(word).some((one) => names.has(one))) return;
  const message = 'Ce mot est un nom de la personne. Choisissez avec elle un mot qui ne dit pas qui elle est.';
  throw new AppError('invalid-input', { problems: [{ field: 'greetingWord', message }] });
}
