import type { Layout } from '../made-paper.ts';

const rentReceipt: Layout = (s, i) => {
  s.text(200, 50, 'QUITTANCE DE LOYER', { size: 16, face: 'bold' }).text(230, 70, `Mois de ${i.month(i.monthBefore.first)}`);
  s.lines(40, 110, ['Bailleur : M. Jean MODÈLE', '3 place du Marché', `${i.postcode} ${i.town}`]);
  s.lines(330, 110, ['Locataire :', i.name, i.street, `${i.postcode} ${i.town}`]);
  s.lines(40, 210, [
    `Reçu de ${i.name} la somme de ${i.euros(450, 900)} au titre du loyer et des charges`,
    `pour la période du ${i.figures(i.monthBefore.first)} au ${i.figures(i.monthBefore.last)}.`,
    'Cette quittance annule tous les reçus donnés pour la même période.',
  ]);
  s.text(330, 320, `Fait à ${i.town}, le ${i.on}`).text(330, 340, 'Signature du bailleur');
  return { docType: 'rent-receipt', issuer: 'landlord' };
};
const rentReceiptAgency: Layout = (s, i) => {
  s.text(40, 50, i.pick(['HABITAT DU RHÔNE – OPH', 'Régie Modèle – Gestion locative', 'SCI DES PEUPLIERS']), { size: 13, face: 'bold' });
  s.row(90, [
    [40, 'Quittance n°'],
    [140, i.number(6)],
    [300, 'Date d’émission'],
    [420, i.on],
  ]);
  s.lines(330, 130, [i.name, i.street, `${i.postcode} ${i.town}`]);
  s.row(
    210,
    [
      [40, 'Libellé'],
      [300, 'Période'],
      [470, 'Montant'],
    ],
    { face: 'bold' },
  ).rule(40, 215, 510);
  s.row(230, [
    [40, 'Loyer principal'],
    [300, `${i.figures(i.monthBefore.first)} - ${i.figures(i.monthBefore.last)}`],
    [470, i.euros(400, 700)],
  ]);
  s.row(246, [
    [40, 'Provision sur charges'],
    [300, `${i.figures(i.monthBefore.first)} - ${i.figures(i.monthBefore.last)}`],
    [470, i.euros(30, 90)],
  ]);
  s.lines(40, 300, [
    `Règlement reçu le ${i.figures(i.earlier(4))}. Prochaine échéance le ${i.figures(i.later(25))}.`,
    'Le bailleur donne quittance au locataire des sommes ci-dessus.',
  ]);
  return { docType: 'rent-receipt', issuer: 'landlord' };
};
const handReceipt: Layout = (s, i) => {
  const hand = { face: 'hand', size: 15 } as const;
  s.text(180, 70, 'Quittance de loyer', { ...hand, size: 20 });
  s.lines(
    60,
    140,
    [
      'Je soussigné M. Modèle, propriétaire, reconnais',
      `avoir reçu de ${i.name}`,
      `la somme de ${i.whole(300, 700)} euros pour le loyer`,
      `du mois de ${i.month(i.monthBefore.first)}.`,
    ],
    hand,
  );
  s.text(60, 300, `Fait à ${i.town} le ${i.pick([i.words(i.drawn), i.figures(i.drawn)])}`, hand);
  return { docType: 'rent-receipt', issuer: 'landlord' };
};
const edfBill: Layout = (s, i) => {
  s.text(40, 50, 'EDF', { size: 24, face: 'bold' }).text(40, 66, 'Électricité de France', { size: 8 });
  s.text(300, 50, `Facture du ${i.on}`, { size: 13, face: 'bold' }).text(300, 66, `n° ${i.number(11)}`, { size: 9 });
  s.lines(330, 110, [i.name, i.street, `${i.postcode} ${i.town}`]);
  s.row(
    180,
    [
      [40, 'Montant total TTC'],
      [300, i.euros(40, 160)],
    ],
    { face: 'bold' },
  );
  s.row(196, [
    [40, 'À régler avant le'],
    [300, i.figures(i.later(16))],
  ]);
  s.row(230, [
    [40, 'Votre consommation'],
    [300, `du ${i.figures(i.earlier(62))} au ${i.figures(i.earlier(2))}`],
  ]);
  s.row(246, [
    [40, 'Prochain relevé'],
    [300, `vers le ${i.figures(i.later(58))}`],
  ]);
  s.row(262, [
    [40, 'Électricité'],
    [300, `${i.whole(150, 600)} kWh`],
  ]);
  s.text(40, 780, 'EDF SA au capital de 2 084 365 041 € – 552 081 317 RCS Paris', { size: 7 });
  return { docType: 'utility-bill', issuer: 'edf' };
};
const edfCertificate: Layout = (s, i) => {
  s.text(40, 50, 'EDF', { size: 24, face: 'bold' });
  s.text(130, 130, 'ATTESTATION DE TITULAIRE DE CONTRAT', { size: 14, face: 'bold' });
  s.lines(40, 190, [
    `EDF atteste que ${i.name} est titulaire d’un contrat d’électricité`,
    `depuis le ${i.figures(i.earlier(500))} pour le logement situé ${i.street}, ${i.postcode} ${i.town}.`,
    'Cette attestation vaut justificatif de domicile.',
  ]);
  s.text(40, 290, `Fait à Paris La Défense, le ${i.words(i.drawn)}`);
  return { docType: 'utility-bill', issuer: 'edf' };
};
const phoneBill: Layout = (s, i) => {
  const [mark, issuer] = i.pick([
    ['Orange', 'orange'],
    ['SFR', 'sfr'],
    ['Free Mobile', 'free'],
    ['Bouygues Telecom', 'bouygues'],
  ] as const);
  s.text(40, 50, mark, { size: 20, face: 'bold' });
  s.row(
    90,
    [
      [40, 'N° de facture'],
      [170, 'Date de facture'],
      [320, 'Date limite de paiement'],
    ],
    { size: 9 },
  );
  s.row(
    104,
    [
      [40, i.number(9)],
      [170, i.figures(i.drawn)],
      [320, i.figures(i.later(14))],
    ],
    { face: 'bold' },
  );
  s.lines(330, 140, [i.name, i.street, `${i.postcode} ${i.town}`]);
  s.text(40, 220, 'Votre facture mobile', { size: 13, face: 'bold' });
  s.row(250, [
    [40, `Forfait mobile 50 Go du ${i.figures(i.later(1))} au ${i.figures(i.later(30))}`],
    [450, i.euros(8, 30)],
  ]);
  s.row(266, [
    [40, `Prélèvement sur votre compte le ${i.figures(i.later(8))}`],
    [450, i.euros(8, 30)],
  ]);
  return { docType: 'utility-bill', issuer };
};
const payslip: Layout = (s, i) => {
  s.text(210, 45, 'BULLETIN DE PAIE', { size: 15, face: 'bold' });
  s.lines(40, 80, [
    i.pick(['SARL NETTOYAGE MODÈLE', 'SAS RESTAURATION EXEMPLE', 'EURL BÂTI-DÉMO']),
    '14 rue du Commerce',
    `${i.postcode} ${i.town}`,
    `SIRET ${i.number(14)}  Code APE 8121Z`,
  ]);
  s.lines(330, 80, [i.name, i.street, `${i.postcode} ${i.town}`]);
  s.row(160, [
    [40, 'Période de paie'],
    [150, `du ${i.figures(i.monthBefore.first)} au ${i.figures(i.monthBefore.last)}`],
  ]);
  s.row(176, [
    [40, 'Date d’entrée'],
    [150, i.figures(i.earlier(400))],
    [330, 'Date de paiement'],
    [450, i.figures(i.drawn)],
  ]);
  s.row(210, [
    [40, 'Salaire de base'],
    [300, '151,67'],
    [400, i.euros(1_400, 1_900)],
  ]);
  s.row(226, [
    [40, 'Cotisations et contributions'],
    [400, i.euros(300, 400)],
  ]);
  s.row(242, [
    [40, 'Congés payés acquis'],
    [400, '2,08'],
  ]);
  s.row(
    280,
    [
      [40, 'NET À PAYER'],
      [400, i.euros(1_100, 1_500)],
    ],
    { face: 'bold' },
  );
  return { docType: 'payslip', issuer: 'employer' };
};
const payslipWithoutDay: Layout = (s, i) => {
  s.text(180, 45, 'BULLETIN DE SALAIRE', { size: 15, face: 'bold' });
  s.lines(40, 80, ['SAS SERVICES EXEMPLE', '9 quai des Essais', `${i.postcode} ${i.town}`]);
  s.row(150, [
    [40, 'Période du'],
    [130, i.figures(i.monthBefore.first)],
    [210, 'au'],
    [240, i.figures(i.monthBefore.last)],
  ]);
  s.row(166, [
    [40, 'Ancienneté depuis le'],
    [160, i.figures(i.earlier(700))],
  ]);
  s.row(210, [
    [40, 'Salaire brut'],
    [400, i.euros(1_700, 1_900)],
  ]);
  s.row(226, [
    [40, 'Net payé'],
    [400, i.euros(1_300, 1_500)],
  ]);
  return { docType: 'payslip', issuer: 'employer', drawnUpOn: null };
};
const bankStatement: Layout = (s, i) => {
  const [mark, issuer] = i.pick([
    ['LA BANQUE POSTALE', 'la-banque-postale'],
    ['BNP PARIBAS', 'bnp-paribas'],
    ['CRÉDIT AGRICOLE', 'credit-agricole'],
    ['LCL', 'lcl'],
    ['CAISSE D’ÉPARGNE', 'caisse-epargne'],
  ] as const);
  s.text(40, 50, mark, { size: 15, face: 'bold' });
  s.text(40, 90, 'Relevé de compte', { size: 14, face: 'bold' });
  s.text(
    40,
    108,
    i.pick([`Relevé édité le ${i.figures(i.drawn)}`, `Arrêté au ${i.figures(i.drawn)}`, `Date d’arrêté : ${i.figures(i.drawn)}`]),
  );
  s.lines(330, 90, [i.name, i.street, `${i.postcode} ${i.town}`]);
  s.row(
    180,
    [
      [40, 'Date'],
      [100, 'Opération'],
      [380, 'Débit'],
      [460, 'Crédit'],
    ],
    { face: 'bold' },
  ).rule(40, 185, 500);
  s.row(200, [
    [40, i.figures(i.earlier(31))],
    [100, 'Ancien solde'],
    [460, i.euros(100, 900)],
  ]);
  [26, 21, 15, 9, 3].forEach((days, at) =>
    s.row(218 + at * 16, [
      [40, i.figures(i.earlier(days))],
      [100, i.pick(['CARTE SUPERMARCHÉ', 'VIREMENT CAF', 'PRÉLÈVEMENT EDF', 'RETRAIT DAB'])],
      [380, i.euros(5, 200)],
    ]),
  );
  s.row(
    310,
    [
      [100, `Nouveau solde au ${i.figures(i.drawn)}`],
      [460, i.euros(20, 900)],
    ],
    { face: 'bold' },
  );
  return { docType: 'bank-statement', issuer };
};
const navigo: Layout = (s, i) => {
  s.text(40, 50, 'île-de-France mobilités', { size: 16, face: 'bold' });
  s.text(40, 110, 'Attestation d’abonnement Navigo', { size: 15, face: 'bold' });
  s.row(150, [
    [40, 'Titulaire'],
    [200, i.name],
  ]);
  s.row(166, [
    [40, 'Numéro de passe'],
    [200, i.number(10)],
  ]);
  s.row(182, [
    [40, 'Forfait Navigo Mois'],
    [200, `du ${i.figures(i.monthBefore.first)} au ${i.figures(i.monthBefore.last)}`],
  ]);
  s.row(198, [
    [40, 'Date d’achat'],
    [200, i.figures(i.earlier(45))],
  ]);
  s.text(40, 250, `Document édité le ${i.on} à ${i.whole(8, 19)}:${i.number(1)}5`);
  s.text(40, 700, 'Comutitres – service Navigo', { size: 8 });
  return { docType: 'transport-pass', issuer: 'transport-paris' };
};
const employerLetter: Layout = (s, i) => {
  s.lines(40, 50, ['SARL MODÈLE ET FILS', '22 rue des Artisans', `${i.postcode} ${i.town}`, `RCS ${i.town} ${i.number(9)}`]);
  s.text(180, 150, 'ATTESTATION D’EMPLOYEUR', { size: 14, face: 'bold' });
  s.lines(40, 200, [
    'Je soussigné, gérant de la société, atteste que',
    `${i.name}, né(e) le ${i.words(i.born)}, est employé(e) en qualité d’agent polyvalent`,
    `en contrat à durée indéterminée depuis le ${i.words(i.earlier(600))}.`,
    'Attestation établie pour faire valoir ce que de droit.',
  ]);
  s.lines(320, 300, [`${i.town}, le ${i.on}`, 'Le gérant']);
  return { docType: 'work-contract', issuer: 'employer' };
};
const homeInsurance: Layout = (s, i) => {
  s.text(40, 50, i.pick(['MAIF', 'MACIF', 'MATMUT']), { size: 20, face: 'bold' });
  s.text(100, 120, 'ATTESTATION D’ASSURANCE HABITATION', { size: 14, face: 'bold' });
  s.lines(40, 170, [
    `Nous certifions que ${i.name}, sociétaire n° ${i.number(7)}, est assuré(e) au titre du contrat`,
    `multirisque habitation, risques locatifs, au ${i.street}, ${i.postcode} ${i.town}.`,
    `Cette attestation est valable du ${i.figures(i.earlier(20))} au ${i.figures(i.later(345))}.`,
  ]);
  s.text(40, 260, `Fait à Niort, le ${i.words(i.drawn)}`);
  return { docType: 'home-insurance', issuer: 'insurer' };
};
const registeredLetter: Layout = (s, i) => {
  s.text(40, 50, 'LA POSTE', { size: 18, face: 'bold' });
  s.text(40, 80, 'PREUVE DE DÉPÔT D’UNE LETTRE RECOMMANDÉE AVEC AVIS DE RÉCEPTION', { size: 11, face: 'bold' });
  s.row(120, [
    [40, 'Numéro de l’envoi'],
    [220, `1A ${i.number(3)} ${i.number(3)} ${i.number(4)} ${i.number(1)}`],
  ]);
  s.row(140, [
    [40, 'Date de dépôt'],
    [220, i.figures(i.drawn)],
  ]);
  s.lines(40, 180, ['Destinataire :', 'Préfecture – bureau du séjour', '93007 BOBIGNY CEDEX']);
  s.lines(330, 180, ['Expéditeur :', i.name, i.street, `${i.postcode} ${i.town}`]);
  s.text(40, 300, 'Conservez ce feuillet, il sera nécessaire en cas de réclamation. Niveau de garantie R1.', { size: 8 });
  return { docType: 'letter', issuer: 'la-poste' };
};

export const institutions = {
  rentReceipt,
  rentReceiptAgency,
  handReceipt,
  edfBill,
  edfCertificate,
  phoneBill,
  payslip,
  payslipWithoutDay,
  bankStatement,
  navigo,
  employerLetter,
  homeInsurance,
  registeredLetter,
} satisfies Record<string, Layout>;
