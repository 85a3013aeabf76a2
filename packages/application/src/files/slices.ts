const SLICE = 64 * 1024;
/** Bytes in memory as a stream reads them. */
export async function* slices(bytes: Buffer): AsyncIterable<Uint8Array> {
  for (let at = 0; at < bytes.length; at += SLICE) yield new Uint8Array(bytes.subarray(at, at + SLICE));
}
