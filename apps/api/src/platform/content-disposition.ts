/** Characters of RFC 5987's attr-char that encodeURIComponent leaves as they are, but the header may not hold. */
const encode = (name: string): string =>
  encodeURIComponent(name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);

/** Shown or downloaded under the name the file came with: plain letters for old readers, and the real name in UTF-8 (RFC 6266). */
export const contentDisposition = (name: string, how: 'inline' | 'attachment'): string => {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\x20-\x7e]/g, '_')
    .replace(/["\\%]/g, '_');
  return `${how}; filename="${plain}"; filename*=UTF-8''${encode(name)}`;
};
