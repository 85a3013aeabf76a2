import type { SheetSentences } from './shape.ts';

export const en: SheetSentences = {
  title: 'A date not to be missed',
  label: { what: 'What', when: 'By when', where: 'Where', bring: 'Bring with you', call: 'Whom to call', beware: 'Good to know' },
  what: {
    appeal: 'Answer the letter you received. Come and see us well before the date: the answer takes time to prepare.',
    window: 'File your application. Come and see us before, to get the papers ready.',
    'follow-up': 'Come and see us to look at how your application stands.',
  },
  when: 'By {words} ({figures}) at the latest.',
  whenAtHour: 'By {words} ({figures}), {hour} at the latest. Every hour counts, at night and at the weekend too.',
  where: {
    'administrative-court': 'The answer is sent to the administrative court (tribunal administratif).',
    'asylum-court': 'The answer is sent to the national asylum court (Cour nationale du droit d’asile) in Montreuil.',
    letter: 'The answer is sent to the address printed on the letter.',
    online: 'On the internet.',
    counter: 'At the counter of the prefecture, by appointment.',
    us: 'At our drop-in.',
  },
  administrativeCourtOf: 'The answer is sent to the administrative court (tribunal administratif) of {name}.',
  bring: 'Bring everything you have:',
  items: {
    appeal: [
      'the letter, all its pages, and its envelope',
      'the slip the postman left, if you have one',
      'your identity papers and everything the prefecture gave you',
    ],
    window: ['the card you have now', 'your passport', 'a proof of address less than six months old'],
    'follow-up': ['the proof of your application', 'every letter and message received since'],
  },
  call: 'Call {phone}, even if you think that everything is ready.',
  callWithoutPhone: 'Call the person who follows your case, even if you think that everything is ready.',
  beware: {
    appeal: 'If another letter comes, or if somebody comes to take you, call at once: the date may change.',
    window: 'If you move, or if a letter comes, call: the date may change.',
    'follow-up': 'If a letter or a message comes, call at once: the date may change.',
  },
};
