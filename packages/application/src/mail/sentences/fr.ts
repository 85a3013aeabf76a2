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
  hour: (m) => `${Math.floor(m / 60)} h ${two(m % 60)}`,
  person: {
    subject: {
      date: 'Une date à retenir',
      appointment: 'Un rendez-vous à retenir',
      check: 'Ce message vous arrive-t-il ?',
      received: 'Réponse bien reçue',
    },
    hello: 'Bonjour,',
    helloWord: 'Bonjour {word},',
    neutral: {
      date: 'Une date importante pour vous approche : le {date}.',
      dateAtHour: 'Une date importante pour vous approche : le {date} à {hour}.',
      period: 'Une période importante pour vous se termine le {date}.',
      periodFrom: 'Une période importante pour vous va du {from} au {date}.',
    },
    ordinary: {
      deadline: 'Votre date limite est le {date}.',
      deadlineAtHour: 'Votre date limite est le {date} à {hour}.',
      period: 'Vous avez jusqu’au {date} pour faire votre démarche.',
      periodFrom: 'Votre démarche est à faire entre le {from} et le {date}.',
      commitment: 'Un engagement que vous avez signé est à tenir au plus tard le {date}.',
      papers: 'Des papiers vous sont demandés au plus tard le {date}.',
    },
    full: {
      appeal: 'Vous pouvez contester la décision que vous avez reçue, au plus tard le {date}.',
      appealAtHour: 'Vous pouvez contester la décision que vous avez reçue, au plus tard le {date} à {hour}.',
      renewal: 'Demandez le renouvellement de votre {permit} au plus tard le {date}.',
      renewalFrom: 'Demandez le renouvellement de votre {permit} entre le {from} et le {date}.',
      commitment: 'Un engagement de votre contrat d’intégration (CIR) est à tenir au plus tard le {date}.',
      papers: 'Il manque des papiers à votre dossier. Apportez-les au plus tard le {date}.',
    },
    paperList: 'Papiers demandés : {papers}.',
    near: 'Cette date est proche.',
    last: 'Ce sont les derniers jours.',
    appointment: {
      coming: 'Vous avez un rendez-vous le {date} à {hour}.',
      booked: 'Votre rendez-vous est pris : le {date} à {hour}.',
      moved: 'Votre rendez-vous a changé de date. Nouvelle date : le {date} à {hour}.',
      cancelled: 'Votre rendez-vous du {date} à {hour} est annulé. Ne venez pas.',
      missed: 'Vous aviez un rendez-vous le {date} à {hour}. Il n’a pas eu lieu.',
    },
    place: 'Lieu : {place}.',
    bring: {
      appeal: 'Apportez la décision, toutes ses pages, son enveloppe et vos papiers d’identité.',
      renewal: 'Apportez votre titre, votre passeport et une preuve d’adresse de moins de six mois.',
      appointment: 'Apportez vos papiers d’identité et les lettres que vous avez reçues.',
    },
    cost: {
      appeal: 'Après cette date, la décision ne pourra presque plus jamais être contestée.',
      renewal:
        'Si la demande est faite plus tard, il peut y avoir une taxe en plus, et vos droits (travail, aides) peuvent s’arrêter un temps.',
      commitment: 'Un engagement non tenu sans raison peut peser sur le renouvellement de votre titre.',
      papers: 'Sans ces papiers, votre demande peut prendre du retard ou être refusée.',
      appointment: 'Sans nouvelles de vous, il faudra attendre un autre rendez-vous.',
    },
    call: 'Appelez avant cette date, même si vous pensez que tout est prêt : {whom}.',
    callToday: 'Appelez aujourd’hui : {whom}.',
    callIfUnable: 'Si vous ne pouvez pas venir, appelez : {whom}.',
    callAgain: 'Pour choisir un autre jour, appelez : {whom}.',
    usualContact: 'votre contact habituel',
    check: 'Ce message sert à vérifier que cette adresse est toujours la bonne.',
    checkAct: 'Si elle l’est, vous pouvez le dire en appelant : {whom}.',
    received: 'Votre réponse est bien arrivée. Merci.',
    receivedAct: 'Si quelque chose change, appelez : {whom}.',
    answer: 'Pour répondre : {link}',
    stop: 'Pour ne plus recevoir ces messages : {link}',
    from: 'Ce message vient de {association}.',
    beware: 'Nous ne demandons jamais d’argent ni de code par message.',
    frenchBelow: 'Le même message est écrit en français plus bas.',
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
