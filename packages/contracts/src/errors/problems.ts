import type { z } from 'zod';
import type { FieldProblem } from './app-error.ts';

/** `['children', 0, 'birthDate']` → `children[0].birthDate`. */
export const fieldPath = (path: readonly PropertyKey[]): string =>
  path.reduce<string>((text, key) => (typeof key === 'number' ? `${text}[${key}]` : text ? `${text}.${String(key)}` : String(key)), '');

const french = (issue: z.core.$ZodIssue): string => {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined || issue.input === null ? 'À renseigner.' : 'Ce n’est pas une valeur du bon type.';
    case 'too_small':
      return issue.origin === 'string'
        ? issue.minimum === 1
          ? 'À renseigner.'
          : `Au moins ${issue.minimum} caractères.`
        : `Au moins ${issue.minimum}.`;
    case 'too_big':
      return issue.origin === 'string' ? `Au plus ${issue.maximum} caractères.` : `Au plus ${issue.maximum}.`;
    case 'invalid_value':
      return 'Cette valeur ne fait pas partie des choix possibles.';
    case 'invalid_format':
      return issue.format === 'email' ? 'Cette adresse électronique n’est pas valable.' : 'Ce format n’est pas valable.';
    case 'unrecognized_keys':
      return `Champ inconnu : ${issue.keys.join(', ')}.`;
    case 'custom':
      return issue.message;
    default:
      return 'Cette valeur n’est pas valable.';
  }
};

/** Zod's issues as sentences in French, each with its field; an unknown field is named by its own path. */
export const toFieldProblems = (issues: readonly z.core.$ZodIssue[]): FieldProblem[] =>
  issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({ field: fieldPath([...issue.path, key]), message: 'Champ inconnu.' }))
      : [{ field: fieldPath(issue.path), message: french(issue) }],
  );
