import { Algorithm, hash, verify } from '@node-rs/argon2';

// argon2id, 64 MiB, 3 passes, 4 lanes: about 35 ms on a small server, above the OWASP floor.
const OPTIONS = { algorithm: 2 satisfies Algorithm.Argon2id, memoryCost: 65_536, timeCost: 3, parallelism: 4 };

export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFKC'), OPTIONS);
export const passwordMatches = (stored: string, password: string): Promise<boolean> => verify(stored, password.normalize('NFKC'));

/** A hash of nothing anyone types, so that an unknown address takes as long as a wrong password. */
let decoy: Promise<string> | undefined;
export const spendTheSameTime = async (password: string): Promise<void> => {
  decoy ??= hashPassword('no account has this pass-phrase, it only costs time');
  await passwordMatches(await decoy, password);
};
