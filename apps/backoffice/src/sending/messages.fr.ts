export const sending = {
  title: 'Expéditeur des messages',
  docTitle: 'Expéditeur des messages',
  intro: 'Ce que les personnes voient d’un message avant de l’ouvrir, et qui elles appellent.',
  phone: 'Téléphone à appeler',
  phoneHint: 'Écrit dans chaque message. Quelqu’un doit y répondre aux heures dites.',
  sender: 'Expéditeur des messages neutres',
  senderHint:
    'Un nom et une adresse qui ne disent rien de l’association : Rappels <rappels@exemple.org>. Vide : celui de l’installation. Le domaine doit autoriser ce serveur (SPF, DKIM).',
  replyTo: 'Adresse pour répondre',
  replyToHint: 'Pour les personnes qui acceptent que le nom de l’association paraisse. Une boîte que quelqu’un lit.',
  sms: 'Permettre les SMS',
  smsHint: 'Ils ne partent que si un fournisseur est réglé sur le serveur, et vers des numéros marqués sans danger.',
};
