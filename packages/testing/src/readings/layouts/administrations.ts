import type { Layout } from '../made-paper.ts';

const cafCertificate: Layout = (s, i) => {
  s.text(40, 50, 'CAF', { size: 22, face: 'bold' }).text(40, 70, `Caisse d’allocations familiales de ${i.town}`, { size: 9 });
  s.lines(340, 110, [i.name, i.street, `${i.postcode} ${i.town}`]);
  s.lines(40, 150, [`N° allocataire : ${i.number(7)}`, `Le ${i.on}`]);
  s.text(40, 220, 'Attestation de paiement', { size: 15, face: 'bold' });
  s.lines(40, 260, [
    `Le directeur de la Caisse d’allocations familiales certifie que ${i.name}, né(e) le ${i.figures(i.born)},`,
    `a perçu pour la période du ${i.figures(i.monthBefore.first)} au ${i.figures(i.monthBefore.last)} les prestations suivantes :`,
  ]);
  s.row(310, [
    [60, 'Aide personnalisée au logement'],
    [400, i.euros(80, 300)],
  ]);
  s.row(328, [
    [60, 'Prime d’activité'],
    [400, i.euros(60, 200)],
  ]);
  s.lines(40, 380, ['Cette attestation est établie à la demande de l’intéressé(e).', 'Retrouvez vos droits sur www.caf.fr']);
  return { docType: 'caf-certificate', issuer: 'caf' };
};
const cafQuotient: Layout = (s, i) => {
  s.text(40, 45, 'Allocations familiales', { size: 16, face: 'bold' });
  s.lines(40, 80, ['CAF de Seine-Saint-Denis', '93024 BOBIGNY CEDEX']);
  s.lines(330, 100, [i.name, i.street, `${i.postcode} ${i.town}`]);
  s.text(40, 170, 'ATTESTATION DE QUOTIENT FAMILIAL', { size: 14, face: 'bold' });
  s.row(210, [
    [40, 'Matricule'],
    [200, i.number(7)],
  ]);
  s.row(226, [
    [40, 'Date de naissance'],
    [200, i.figures(i.born)],
  ]);
  s.row(242, [
    [40, 'Date d’édition'],
    [200, i.on],
  ]);
  s.row(258, [
    [40, 'Période'],
    [200, i.month(i.monthBefore.first)],
  ]);
  s.lines(40, 300, [`Votre quotient familial est de ${i.whole(200, 900)} €.`, `Il est valable jusqu’au ${i.figures(i.later(60))}.`]);
  return { docType: 'caf-certificate', issuer: 'caf' };
};
const amelieRights: Layout = (s, i) => {
  s.text(40, 50, 'l’Assurance Maladie', { size: 18, face: 'bold' }).text(40, 66, `CPAM de ${i.town}`, { size: 9 });
  s.text(180, 120, 'ATTESTATION DE DROITS', { size: 15, face: 'bold' });
  s.text(180, 138, 'à l’assurance maladie', { size: 11 });
  s.row(180, [
    [40, 'Assuré(e) :'],
    [160, i.name],
  ]);
  s.row(196, [
    [40, 'Né(e) le :'],
    [160, i.figures(i.born)],
  ]);
  s.row(212, [
    [40, 'N° de sécurité sociale :'],
    [160, `2 ${i.number(2)} ${i.number(2)} ${i.number(2)} ${i.number(3)} ${i.number(3)} ${i.number(2)}`],
  ]);
  s.row(250, [
    [40, 'Droits ouverts du'],
    [160, i.figures(i.earlier(300))],
    [260, 'au'],
    [300, i.figures(i.later(65))],
  ]);
  s.text(40, 300, 'Cette attestation vous sera demandée par tout professionnel de santé.');
  s.text(40, 700, `Attestation éditée le ${i.on} sur ameli.fr`, { size: 9 });
  return { docType: 'health-insurance', issuer: 'health-insurance' };
};
const medicalAid: Layout = (s, i) => {
  s.lines(40, 50, ['CAISSE PRIMAIRE D’ASSURANCE MALADIE', `${i.postcode} ${i.town}`], { face: 'bold' });
  s.lines(330, 110, [i.name, i.street, `${i.postcode} ${i.town}`]);
  s.text(330, 180, `${i.town}, le ${i.words(i.drawn)}`);
  s.text(40, 220, 'Objet : admission à l’aide médicale de l’État', { face: 'bold' });
  s.lines(40, 260, [
    'Madame, Monsieur,',
    `Suite à votre demande du ${i.figures(i.earlier(40))}, nous vous informons que l’aide médicale de l’État (AME)`,
    `vous est accordée à compter du ${i.figures(i.earlier(30))} et jusqu’au ${i.figures(i.later(335))}.`,
    'Vous devez vous présenter à notre accueil muni de cette lettre pour retirer votre carte.',
  ]);
  return { docType: 'health-insurance', issuer: 'health-insurance' };
};
const taxNotice =
  (zero: boolean): Layout =>
  (s, i) => {
    const year = Number(i.drawn.slice(0, 4));
    s.text(40, 45, 'RÉPUBLIQUE FRANÇAISE', { size: 9 }).text(40, 60, 'DIRECTION GÉNÉRALE DES FINANCES PUBLIQUES', {
      size: 11,
      face: 'bold',
    });
    s.text(300, 50, zero ? `AVIS DE NON-IMPOSITION ${year}` : `AVIS D’IMPÔT ${year}`, { size: 14, face: 'bold' });
    s.text(300, 68, `sur les revenus de l’année ${year - 1}`, { size: 10 });
    s.lines(330, 110, [i.name, i.street, `${i.postcode} ${i.town}`]);
    s.row(180, [
      [40, 'Numéro fiscal'],
      [220, `30 ${i.number(2)} ${i.number(3)} ${i.number(3)} ${i.number(3)}`],
    ]);
    s.row(196, [
      [40, 'Référence de l’avis'],
      [220, `${year % 100} 92 ${i.number(7)} ${i.number(2)}`],
    ]);
    s.row(212, [
      [40, 'Date d’établissement'],
      [220, i.figures(i.drawn)],
    ]);
    s.row(228, [
      [40, 'Date de mise en recouvrement'],
      [220, i.figures(i.later(7))],
    ]);
    if (!zero)
      s.row(244, [
        [40, 'Date limite de paiement'],
        [220, i.figures(i.later(50))],
      ]);
    s.row(300, [
      [40, 'Revenu fiscal de référence'],
      [400, zero ? '0' : String(i.whole(8_000, 22_000))],
    ]);
    s.row(316, [
      [40, 'Montant de l’impôt'],
      [400, zero ? '0,00 €' : i.euros(100, 900)],
    ]);
    s.lines(40, 360, [
      zero
        ? 'Vous n’êtes pas imposable au titre de vos revenus. Cet avis justifie votre situation.'
        : 'Retrouvez cet avis sur impots.gouv.fr.',
      `Déclaration reçue le ${i.figures(i.earlier(60))}. Taxe d’habitation : non concerné.`,
    ]);
    return { docType: 'tax-notice', issuer: 'dgfip' };
  };
const prefectureReceipt: Layout = (s, i) => {
  s.text(40, 50, 'PRÉFECTURE DE POLICE', { size: 14, face: 'bold' }).text(40, 68, 'Délégation à l’immigration', { size: 9 });
  s.text(130, 120, 'RÉCÉPISSÉ DE DEMANDE DE TITRE DE SÉJOUR', { size: 13, face: 'bold' });
  s.row(170, [
    [40, 'Nom, prénom'],
    [220, i.name],
  ]);
  s.row(186, [
    [40, 'Né(e) le'],
    [220, i.figures(i.born)],
  ]);
  s.row(202, [
    [40, 'Entré(e) en France le'],
    [220, i.figures(i.earlier(2_000))],
  ]);
  s.row(218, [
    [40, 'Valable jusqu’au'],
    [220, i.figures(i.later(180))],
  ]);
  s.row(260, [
    [40, 'Délivré à Paris le'],
    [220, i.on],
  ]);
  s.text(40, 300, 'Le préfet de police', { size: 10 });
  return { docType: 'administration-letter', issuer: 'prefecture' };
};
const jobCentre: Layout = (s, i) => {
  s.text(40, 50, 'France Travail', { size: 20, face: 'bold' });
  s.lines(330, 100, [i.name, i.street, `${i.postcode} ${i.town}`]);
  s.text(40, 170, 'Avis de situation', { size: 15, face: 'bold' });
  s.lines(40, 210, [
    `Nous attestons que ${i.name}, né(e) le ${i.words(i.born)}, est inscrit(e) sur la liste des demandeurs`,
    `d’emploi depuis le ${i.words(i.earlier(210))}.`,
    `Fait le ${i.on}, pour servir et valoir ce que de droit.`,
  ]);
  return { docType: 'administration-letter', issuer: 'france-travail' };
};
const townHall: Layout = (s, i) => {
  s.text(40, 50, `MAIRIE DE ${i.town.toUpperCase()}`, { size: 14, face: 'bold' }).text(40, 66, 'Service de l’état civil');
  s.text(140, 130, 'CERTIFICAT DE VIE COMMUNE', { size: 15, face: 'bold' });
  s.lines(40, 180, [
    `Nous, maire de la commune, certifions que ${i.name}, né(e) le ${i.figures(i.born)}, et`,
    `Camille MODÈLE, né(e) le ${i.figures(i.later(-12_000))}, déclarent vivre ensemble au ${i.street}`,
    `depuis le ${i.figures(i.earlier(800))}.`,
  ]);
  s.text(320, 280, `Fait à ${i.town}, le ${i.on}`);
  s.text(320, 300, 'Le maire, officier de l’état civil');
  return { docType: 'town-hall-cohabitation', issuer: 'town-hall' };
};
const school: Layout = (s, i) => {
  const year = Number(i.drawn.slice(0, 4));
  s.lines(
    40,
    50,
    [
      `ACADÉMIE DE ${i.town.toUpperCase()}`,
      i.pick(['École élémentaire Jules Ferry', 'École maternelle Les Tilleuls', 'Collège Romain Rolland']),
    ],
    { face: 'bold' },
  );
  s.text(180, 130, 'CERTIFICAT DE SCOLARITÉ', { size: 15, face: 'bold' });
  s.text(220, 150, `Année scolaire ${year}-${year + 1}`);
  s.lines(40, 200, [
    'Je soussigné(e), chef d’établissement, certifie que l’élève',
    `${i.name}, né(e) le ${i.figures(i.later(-3_000))}, est inscrit(e) et fréquente l’établissement`,
    `depuis le ${i.figures(i.earlier(40))}.`,
  ]);
  s.text(320, 300, `À ${i.town}, le ${i.on}`);
  s.text(320, 318, 'Le chef d’établissement');
  return { docType: 'school-certificate', issuer: 'school' };
};
const hospitalStay: Layout = (s, i) => {
  s.text(40, 50, i.pick([`CENTRE HOSPITALIER DE ${i.town.toUpperCase()}`, 'ASSISTANCE PUBLIQUE – HÔPITAUX DE PARIS']), {
    size: 13,
    face: 'bold',
  });
  s.text(40, 68, 'Bureau des admissions');
  s.text(180, 130, 'BULLETIN D’HOSPITALISATION', { size: 14, face: 'bold' });
  s.lines(40, 180, [
    `Le directeur certifie que ${i.name}, né(e) le ${i.figures(i.born)},`,
    `a été hospitalisé(e) dans l’établissement du ${i.figures(i.earlier(12))} au ${i.figures(i.earlier(3))}.`,
  ]);
  s.text(40, 250, `Édité le ${i.on}`);
  return { docType: 'public-hospital', issuer: 'public-hospital' };
};

export const administrations = {
  cafCertificate,
  cafQuotient,
  amelieRights,
  medicalAid,
  taxNotice: taxNotice(false),
  zeroIncome: taxNotice(true),
  prefectureReceipt,
  jobCentre,
  townHall,
  school,
  hospitalStay,
} satisfies Record<string, Layout>;
