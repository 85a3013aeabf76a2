import type { SheetSentences } from './shape.ts';

export const fr: SheetSentences = {
  title: 'Une date à ne pas laisser passer',
  label: { what: 'Quoi', when: 'Avant quand', where: 'Où', bring: 'À apporter', call: 'Qui appeler', beware: 'À savoir' },
  what: {
    appeal: 'Répondre à la lettre que vous avez reçue. Venez nous voir bien avant la date : il faut du temps pour préparer la réponse.',
    window: 'Déposer votre demande. Venez nous voir avant pour préparer les papiers.',
    'follow-up': 'Venir nous voir pour faire le point sur votre demande.',
  },
  when: 'Au plus tard le {words} ({figures}).',
  whenAtHour: 'Au plus tard le {words} ({figures}) à {hour}. Chaque heure compte, la nuit et le week-end aussi.',
  where: {
    'administrative-court': 'La réponse est envoyée au tribunal administratif.',
    'asylum-court': 'La réponse est envoyée à la Cour nationale du droit d’asile, à Montreuil.',
    letter: 'La réponse est envoyée à l’adresse indiquée sur la lettre.',
    online: 'Sur internet.',
    counter: 'Au guichet de la préfecture, sur rendez-vous.',
    us: 'À notre permanence.',
  },
  administrativeCourtOf: 'La réponse est envoyée au tribunal administratif de {name}.',
  bring: 'Apportez tout ce que vous avez :',
  items: {
    appeal: [
      'la lettre, toutes ses pages, et son enveloppe',
      'l’avis de passage de la poste, si vous en avez un',
      'vos papiers d’identité et tout ce que la préfecture vous a donné',
    ],
    window: ['la carte que vous avez maintenant', 'votre passeport', 'une preuve d’adresse de moins de six mois'],
    'follow-up': ['la preuve de votre demande', 'toutes les lettres et tous les messages reçus depuis'],
  },
  call: 'Appelez le {phone}, même si vous pensez que tout est prêt.',
  callWithoutPhone: 'Appelez la personne qui vous suit, même si vous pensez que tout est prêt.',
  beware: {
    appeal: 'Si une nouvelle lettre arrive, ou si quelqu’un vient vous chercher, appelez tout de suite : la date peut changer.',
    window: 'Si vous changez d’adresse ou si une lettre arrive, appelez : la date peut changer.',
    'follow-up': 'Si une lettre ou un message arrive, appelez tout de suite : la date peut changer.',
  },
};
