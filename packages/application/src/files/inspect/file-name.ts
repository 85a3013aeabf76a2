import type { MediaType } from '@permanence/contracts';

const EXTENSIONS: Record<MediaType, readonly [string, ...string[]]> = {
  'application/pdf': ['pdf'],
  'image/jpeg': ['jpg', 'jpeg', 'jpe', 'jfif'],
  'image/png': ['png'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
};

/**
 * The name as kept and given back: one line, no path, nothing that changes the direction of reading, and an extension that says what
 * the file is now.
 */
export const cleanFileName = (name: string, mediaType: MediaType): string => {
  const plain = name
    .normalize('NFC')
    .split(/[/\\]/)
    .at(-1)!
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}"<>|:*?]/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
  const [, stem = plain, extension = ''] = /^(.*?)(\.[A-Za-z0-9]{1,5})?$/su.exec(plain) ?? [];
  const known = EXTENSIONS[mediaType];
  const fitting = known.includes(extension.slice(1).toLowerCase()) ? extension : `.${known[0]}`;
  return `${Array.from(stem).slice(0, 120).join('') || 'fichier'}${fitting}`;
};
