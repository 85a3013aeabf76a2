// What npm said, as a sentence for someone who does not know npm.
import { diskIsFull, explain, Problem } from '../problem.mjs';

/** @param {string} output what npm wrote to standard error */
export function explainInstall(output) {
  const detail = output.trim().split('\n').slice(-8).join('\n  ');
  if (/ENOSPC|No space left/i.test(output)) return diskIsFull(detail);
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ENOTCACHED|network/i.test(output))
    return new Problem(
      'offline',
      'Les paquets n’ont pas pu être téléchargés : pas d’accès à Internet, ou un filtrage (offline). La première installation a besoin du réseau, les suivantes non. Rien n’est perdu : relancez la même commande une fois connecté.',
      detail,
    );
  if (/EUSAGE|can only install packages when/i.test(output))
    return new Problem(
      'lock-file',
      'package.json et package-lock.json ne concordent pas (lock file out of step). Lancez : npm install --ignore-scripts',
      detail,
    );
  if (/EACCES|EPERM/.test(output)) return explain(new Error('EACCES'), detail);
  return new Problem(
    'install',
    'L’installation des paquets a échoué (npm ci failed). Relancez la même commande : elle reprend proprement.',
    detail,
  );
}

/** The oldest Node.js that works, as `engines` of package.json says. */
export function checkNode(version = process.versions.node) {
  const [major, minor] = version.split('.').map(Number);
  if (major >= 24 || (major === 22 && minor >= 12) || (major === 20 && minor >= 19)) return;
  throw new Problem(
    'old-node',
    `Node.js ${version} ne convient pas : il faut la version 24 (ou 22.12, ou 20.19 et suivantes). Installez-la depuis nodejs.org puis relancez (Node.js too old).`,
  );
}
