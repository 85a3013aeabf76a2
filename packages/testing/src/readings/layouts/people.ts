import type { Layout } from '../made-paper.ts';

const hosting: Layout = (s, i) => {
  const hand = i.pick(['hand', 'serif'] as const);
  s.text(160, 60, 'Attestation d’hébergement', { size: 18, face: hand });
  s.lines(
    60,
    130,
    [
      'Je soussignée Camille Modèle,',
      `née le ${i.figures(i.born)} à ${i.town},`,
      `certifie sur l’honneur héberger à mon domicile`,
      `${i.name}`,
      `depuis le ${i.figures(i.earlier(300))}.`,
    ],
    { size: 14, face: hand },
  );
  s.text(60, 300, `Fait à ${i.town}, le ${i.pick([i.words(i.drawn), i.figures(i.drawn)])}`, { size: 14, face: hand });
  return { docType: 'relative-statement', issuer: 'person' };
};
const doctor: Layout = (s, i) => {
  s.lines(40, 50, ['Docteur Paul MODÈLE', 'Médecin généraliste', '5 rue des Soins', `${i.postcode} ${i.town}`, `RPPS ${i.number(11)}`]);
  s.text(380, 120, `Le ${i.on}`);
  s.text(200, 170, 'CERTIFICAT MÉDICAL', { size: 14, face: 'bold' });
  s.lines(40, 220, [
    `Je soussigné certifie avoir examiné ce jour ${i.name}, né(e) le ${i.figures(i.born)}.`,
    'Certificat remis en main propre à l’intéressé(e).',
  ]);
  return { docType: 'medical-certificate', issuer: 'doctor' };
};
const volunteering: Layout = (s, i) => {
  s.lines(40, 50, [i.pick(['Secours Populaire Exemple', 'Association Les Voisins Modèles']), 'Association loi de 1901'], { face: 'bold' });
  s.text(170, 130, 'Attestation de bénévolat', { size: 15, face: 'bold' });
  s.lines(40, 180, [
    `L’association atteste que ${i.name} participe comme bénévole à ses activités`,
    `depuis le ${i.words(i.earlier(250))}, chaque semaine.`,
    'Cette attestation est délivrée pour servir et valoir ce que de droit.',
  ]);
  s.lines(320, 280, [`Fait à ${i.town}`, `Le ${i.on}`, 'La présidente']);
  return { docType: 'association-certificate', issuer: 'association' };
};

export const people = { hosting, doctor, volunteering } satisfies Record<string, Layout>;
