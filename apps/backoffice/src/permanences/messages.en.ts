import type { Words } from '../i18n/words.ts';

export const permanences: Words['permanences'] = {
  title: 'Drop-ins',
  docTitle: 'List of drop-ins',
  intro: 'Receiving a person at a drop-in opens their record to whoever receives them.',
  caption: 'Drop-ins',
  empty: 'No drop-in.',
  place: 'Place',
  heldOn: 'Day',
  received: 'People received',
  create: 'Add a drop-in',
  created: 'The drop-in is added.',
  receive: 'Receive',
  receiveAt: (place) => `Receive someone: ${place}`,
  receiveIntro: 'Look for the person. If they come for the first time, register them.',
  receiveSend: 'Receive them and open their record',
  receivedDone: 'The visit is noted.',
  firstTime: 'It is their first visit',
  noneToday: 'No drop-in is planned today.',
  today: 'Today’s drop-in',
};
