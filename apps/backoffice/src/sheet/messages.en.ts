import type { Words } from '../i18n/words.ts';

export const sheet: Words['sheet'] = {
  title: 'Sheet to hand to the person',
  docTitle: 'Sheet to hand over',
  intro: 'To be printed and given. It bears no name, no permit, no ground: whoever finds it learns next to nothing.',
  back: 'Back to the file',
  language: 'Language of the sheet',
  languages: { fr: 'French', en: 'English', ar: 'Arabic' },
  print: 'Print',
  notReviewed: 'Nobody of this language has read these sentences over yet. Read the day out together with the person.',
};
