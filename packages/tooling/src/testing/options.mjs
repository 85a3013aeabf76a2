// `npm test -- --only unit,int --room api`

export const kinds = ['lint', 'types', 'unit', 'int', 'e2e'];

/**
 * @param {string[]} args
 * @returns {{ only: Set<string>, rooms: Set<string> | undefined }} rooms undefined: all
 * @throws {Error} naming the argument that is wrong
 */
export function parseOptions(args, knownRooms) {
  const list = (name, allowed) => {
    const given = args.flatMap((arg, i) =>
      arg === name ? [args[i + 1] ?? ''] : arg.startsWith(`${name}=`) ? [arg.slice(name.length + 1)] : [],
    );
    const values = given.flatMap((value) => value.split(','));
    const wrong = values.find((value) => !allowed.includes(value));
    if (wrong !== undefined) throw new Error(`${name} ${wrong}: inconnu (unknown). Au choix : ${allowed.join(', ')}`);
    return values.length ? new Set(values) : undefined;
  };
  const unknown = args.find((arg, i) => !/^--(only|room)(=|$)/.test(arg) && !/^--(only|room)$/.test(args[i - 1] ?? ''));
  if (unknown !== undefined)
    throw new Error(`${unknown}: option inconnue (unknown). --only ${kinds.join(',')}  --room ${knownRooms.join(',')}`);
  return { only: list('--only', kinds) ?? new Set(kinds), rooms: list('--room', knownRooms) };
}
