// What can go wrong at a start, said so that someone who is not a developer can act. French first: those who start it are French.

/** A failure with a sentence for the person at the console. `code` is for the caller and for tests. */
export class Problem extends Error {
  constructor(code, sentence, detail = '') {
    super(detail ? `${sentence}\n  Détail technique (detail): ${detail}` : sentence);
    this.name = 'Problem';
    this.code = code;
  }
}

const diskFull = /ENOSPC|No space left on device|disk full|EDQUOT|quota exceeded/i;

/** The same failure as a sentence, when it is one of those that the machine and not the program causes. */
export function explain(error, detail = '') {
  if (error instanceof Problem) return error;
  const text = [error?.message ?? String(error ?? ''), detail].filter(Boolean).join('\n');
  if (diskFull.test(text)) return diskIsFull(text);
  if (/EACCES|EPERM|Permission denied/.test(text))
    return new Problem(
      'permission',
      'Un fichier ou un dossier est interdit d’accès au compte utilisé (permission denied). Rien n’a été modifié : relancez avec le compte propriétaire du dossier, ou rendez-lui le dossier avec chown.',
      text,
    );
  return new Problem('unexpected', 'Le démarrage a échoué (start failed). Les données ne sont pas touchées.', text);
}

/** @param {string} detail where, or what the system said */
export const diskIsFull = (detail) =>
  new Problem(
    'disk-full',
    'Le disque est plein (disk full). Rien n’est perdu : libérez de la place (300 Mo au moins), puis relancez la même commande.',
    detail,
  );
