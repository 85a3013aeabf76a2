/** Waits for a condition that no event announces, such as a mail that arrives. */
export async function eventually<T>(what: string, look: () => T | undefined | false | null, seconds = 30): Promise<T> {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const value = look();
    if (value) return value;
    if (Date.now() > end) throw new Error(`not within ${seconds} s: ${what}`);
    await new Promise((ok) => setTimeout(ok, 100));
  }
}
