// The form of a commit message: `type(scope): what changes for whom`. The scope is a room, or none when the change is everyone's.

const types = ['feat', 'fix', 'refactor', 'perf', 'test', 'docs', 'build', 'ci', 'chore', 'revert', 'style', 'law'];

/**
 * @param {string} message as git hands it over, comments included
 * @param {string[]} rooms
 * @returns {string | undefined} what is wrong, or undefined
 */
export function messageProblem(message, rooms) {
  const [first = '', second = ''] = message.split('\n').filter((line) => !line.startsWith('#'));
  if (/^(Merge|Revert|fixup!|squash!) /.test(first)) return undefined; // written by git itself
  const parts = /^([a-z]+)(?:\(([a-z0-9,-]+)\))?!?: (.+)$/.exec(first);
  if (!parts) return `"${first}": write type(scope): what changes for whom`;
  const [, type, scope, subject] = parts;
  if (!types.includes(type)) return `type "${type}": one of ${types.join(', ')}`;
  const known = [...rooms, 'ci', 'hooks', 'deps', 'prisma', 'release'];
  const unknown = scope?.split(',').find((name) => !known.includes(name));
  if (unknown) return `scope "${unknown}": one of ${known.join(', ')}, or none`;
  if (subject.length < 8) return `"${subject}": say what changes for whom`;
  if (first.length > 140) return `first line of ${first.length} characters: 140 at most, the rest below an empty line`;
  if (second.trim()) return 'the second line stays empty';
  return undefined;
}
