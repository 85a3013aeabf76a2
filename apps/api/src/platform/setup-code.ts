import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

const digest = (text: string): Buffer => createHash('sha256').update(text.replaceAll('-', '').trim().toUpperCase()).digest();

/** The one-time code printed at the console of a new installation: the first visitor cannot claim the server without it. */
export class SetupCode {
  readonly clear: string;
  private readonly expected: Buffer;
  constructor() {
    const letters = randomBytes(12).toString('hex').toUpperCase();
    this.clear = letters.match(/.{6}/g)?.join('-') ?? letters;
    this.expected = digest(this.clear);
  }
  matches(code: string): boolean {
    return timingSafeEqual(this.expected, digest(code));
  }
}
