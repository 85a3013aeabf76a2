// Secrets among the lines about to be committed. Simple on purpose: what it knows, it finds every time; it is no audit.

const placeholder = /^\$|\$\{|mot-?de-?passe|password|process\.env|<[^>]+>|example|exemple|changeme|placeholder|\bx{3,}\b|\*{3,}|invalid/i;
const kinds = [
  { name: 'private key', pattern: /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----|AGE-SECRET-KEY-1[A-Z0-9]{20,}/ },
  {
    name: 'access key',
    pattern:
      /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b|\bgh[pousr]_[A-Za-z0-9]{36,}\b|\bgithub_pat_\w{20,}|\bxox[abprs]-[\w-]{10,}|\bsk_live_\w{16,}|\bnpm_[A-Za-z0-9]{36}\b/,
  },
  { name: 'address with a password', pattern: /\b[a-z][a-z0-9+.-]*:\/\/[^\s:@/'"`${}]+:([^\s@/'"`${}]{6,})@[^\s'"`]+/i, unlessLocal: true },
  {
    name: 'password',
    pattern: /\b(?:password|passwd|mot_?de_?passe|secret|api_?key|token)["']?\s*[:=]\s*["']([^"'\s]{12,})["']/i,
    notInSpecs: true,
  },
];
const isSpec = (path) => /\.(?:[\w-]*spec|test|cases)\.tsx?$|(?:^|\/)(?:test|testing|e2e|seed)\//.test(path);
const isLocal = (line) => /@(?:localhost|127\.0\.0\.1|\[::1\])[:/]|\.invalid/.test(line);

/**
 * @param {{ path: string, line: number, text: string }[]} added
 * @returns {string[]} one line per finding, without the secret itself
 */
export function findSecrets(added) {
  return added.flatMap(({ path, line, text }) => {
    const found = kinds.find(({ pattern, unlessLocal, notInSpecs }) => {
      const match = pattern.exec(text);
      if (!match) return false;
      if ((unlessLocal && isLocal(text)) || (notInSpecs && isSpec(path))) return false;
      return match[1] === undefined || !placeholder.test(match[1]);
    });
    return found ? [`${path}:${line}: looks like a ${found.name}`] : [];
  });
}

/** The added lines of `git diff --unified=0`, with their file and number. */
export function addedLines(diff) {
  const added = [];
  let path = '';
  let line = 0;
  for (const text of diff.split('\n')) {
    const file = /^\+\+\+ b\/(.*)$/.exec(text);
    const hunk = /^@@ -\S+ \+(\d+)/.exec(text);
    if (file) path = file[1];
    else if (hunk) line = Number(hunk[1]);
    else if (text.startsWith('+')) added.push({ path, line: line++, text: text.slice(1) });
  }
  return added;
}
