import { ACCEPTED_FILES, MAX_FILE_BYTES } from '@permanence/contracts';

/** Why a file is not even tried; the server looks at the bytes again. Browsers name no type for some kinds: then the extension speaks. */
export const refusedBeforehand = (file: { name: string; size: number; type: string }): 'too-big' | 'wrong-kind' | null => {
  if (file.size > MAX_FILE_BYTES) return 'too-big';
  const accepted = ACCEPTED_FILES as readonly string[];
  const extension = /\.[^.]+$/.exec(file.name)?.[0]?.toLowerCase() ?? '';
  return accepted.includes(file.type) || accepted.includes(extension) ? null : 'wrong-kind';
};
