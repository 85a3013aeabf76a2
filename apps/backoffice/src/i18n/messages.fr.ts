import { auth } from '../auth/messages.fr.ts';
import { bundle } from '../bundle/messages.fr.ts';
import { checklist } from '../checklist/messages.fr.ts';
import { bounces } from '../bounces/messages.fr.ts';
import { coordination } from '../coordination/messages.fr.ts';
import { deadlines } from '../deadlines/messages.fr.ts';
import { dossiers } from '../dossiers/messages.fr.ts';
import { facts } from '../facts/messages.fr.ts';
import { home } from '../home/messages.fr.ts';
import { interview } from '../interview/messages.fr.ts';
import { lawImpact } from '../law-impact/messages.fr.ts';
import { layout } from '../layout/messages.fr.ts';
import { mailbox } from '../mailbox/messages.fr.ts';
import { messages } from '../messages/messages.fr.ts';
import { papers } from '../papers/messages.fr.ts';
import { readings } from '../papers/reading-messages.fr.ts';
import { permanences } from '../permanences/messages.fr.ts';
import { persons } from '../persons/messages.fr.ts';
import { policies } from '../policies/messages.fr.ts';
import { queues } from '../queues/messages.fr.ts';
import { reminders } from '../reminders/messages.fr.ts';
import { risk } from '../risk/messages.fr.ts';
import { sending } from '../sending/messages.fr.ts';
import { users } from '../users/messages.fr.ts';
import { weighing } from '../weighing/messages.fr.ts';
import { work } from '../work/messages.fr.ts';
import { account } from '../account/messages.fr.ts';
import { calendar } from '../calendar/messages.fr.ts';
import { integration } from '../integration/messages.fr.ts';
import { sheet } from '../sheet/messages.fr.ts';
import { watchers } from '../watchers/messages.fr.ts';
import { actions } from './actions.fr.ts';

const common = {
  loading: 'Chargement…',
  retry: 'Réessayer',
  close: 'Fermer',
  previous: 'Précédent',
  next: 'Suivant',
  pages: 'Pages de la liste',
  pageOf: (page: number, pages: number) => `Page ${page} sur ${pages}`,
  sortBy: 'trier par cette colonne',
  results: (n: number) => (n === 0 ? 'Aucun résultat' : n === 1 ? '1 résultat' : `${n} résultats`),
  none: 'Aucun',
  notSaid: 'Non renseigné',
  edit: 'Modifier',
  remove: 'Retirer',
  open: 'Ouvrir',
  saved: 'Enregistré.',
  removed: 'Retiré.',
  notFoundTitle: 'Page introuvable',
  notFound: 'Cette page n’existe pas, ou vous n’y avez pas accès.',
  backHome: 'Revenir à l’accueil',
  crashed: 'Un imprévu a interrompu cet écran',
  crashedHelp: 'Rien de ce qui était enregistré n’est perdu. Rechargez la page ; si cela recommence, dites-le à votre coordination.',
  reload: 'Recharger la page',
  days: (n: number) => (n === 1 ? '1 jour' : `${n} jours`),
  workingDays: (n: number) => (n === 1 ? '1 jour ouvré' : `${n} jours ouvrés`),
  calendar,
  integration,
  sheet,
  watchers,
};
const form = {
  required: 'obligatoire',
  error: 'Erreur :',
  yes: 'Oui',
  no: 'Non',
  unknown: 'Pas encore su',
  choose: 'Choisir…',
  save: 'Enregistrer',
  cancel: 'Annuler',
  sending: 'Enregistrement en cours…',
  toCorrect: 'Quelques informations sont à corriger. Rien n’a été enregistré.',
  conflictHelp: 'Ce que vous avez saisi reste à l’écran. Notez-le si besoin, puis rechargez.',
  reload: 'Recharger la fiche',
  dayFormat: 'Jour/mois/année, par exemple 03/02/2026.',
  badDay: 'Cette date n’existe pas. Écrivez le jour, le mois et l’année : 03/02/2026.',
  noSuchDay: 'Cette date n’existe pas.',
  badTime: 'Écrivez l’heure et les minutes : 14h30.',
  badNumber: 'Un nombre est attendu.',
  needed: 'À renseigner.',
};
export const fr = {
  common,
  form,
  actions,
  auth,
  home,
  layout,
  persons,
  facts,
  interview,
  bundle,
  checklist,
  lawImpact,
  risk,
  messages,
  papers,
  readings,
  weighing,
  dossiers,
  deadlines,
  work,
  reminders,
  permanences,
  users,
  mailbox,
  bounces,
  policies,
  sending,
  queues,
  coordination,
  account,
  calendar,
  integration,
  sheet,
  watchers,
};
