import { dayOf, monthOf, weekday, yearOf } from '@permanence/rules';
import { two, type Language, type VolunteerSentences } from './shape.ts';

const DAYS = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'];
const MONTHS = ['janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre'];
const ordinal = (day: number): string => (day === 1 ? '1er' : String(day));

export const fr: Language = {
  code: 'fr',
  direction: 'ltr',
  // The language the sentences were written in.
  reviewed: true,
  words: (d) => `${DAYS[weekday(d) - 1]} ${ordinal(dayOf(d))} ${MONTHS[monthOf(d) - 1]} ${yearOf(d)}`,
  short: (d) => `${ordinal(dayOf(d))} ${MONTHS[monthOf(d) - 1]} ${yearOf(d)}`,
  hour: (m) => `${Math.floor(m / 60)} h ${two(m % 60)}`,
  person: {
    subjectDate: 'Une date à retenir : le {date}',
    subjectAppointment: 'Votre rendez-vous du {date}',
    hello: 'Bonjour,',
    deadline: 'Une date importante pour vous approche : le {date}.',
    deadlineAtHour: 'Une date importante pour vous approche : le {date} à {hour}.',
    window: 'Une période importante pour vous se termine le {date}.',
    windowFrom: 'Une période importante pour vous va du {from} au {date}.',
    appointment: 'Vous avez un rendez-vous le {date} à {hour}.',
    call: 'Appelez le {phone} avant cette date, même si vous pensez que tout est prêt.',
    callWithoutPhone: 'Appelez votre contact habituel avant cette date, même si vous pensez que tout est prêt.',
    callIfUnable: 'Si vous ne pouvez pas venir, appelez le {phone}.',
    callIfUnableWithoutPhone: 'Si vous ne pouvez pas venir, appelez votre contact habituel.',
    automatic: 'Ce message a été envoyé automatiquement.',
  },
};
export const volunteerFr: VolunteerSentences = {
  subject: 'Rappel : dossier {dossier}',
  subjectWithoutDossier: 'Rappel : une date approche',
  hello: 'Bonjour,',
  deadline: 'Un délai court : {rule}.',
  window: 'Une période pour agir : {rule}.',
  appointment: 'Rendez-vous le {date} à {hour}, {place}.',
  task: 'Une tâche qui vous est confiée est à faire pour le {date}.',
  prudent: 'Jour prudent : {date}.',
  lastDay: 'Dernier jour selon la loi : {date}.',
  opens: 'Ouverture : {date}.',
  expires: 'Fin du délai : {date} à {hour}.',
  link: 'Ouvrir le dossier : {link}',
  automatic: 'Message automatique de Permanence. Ne mettez aucune donnée personnelle dans une réponse.',
};
