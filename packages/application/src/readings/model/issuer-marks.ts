import type { IssuerCode } from '@permanence/contracts';
import type { Mark } from './recognise.ts';

/** Names of those who issue papers, as they stand in letterheads and small print. */
export const ISSUER_MARKS: Readonly<Partial<Record<IssuerCode, readonly Mark[]>>> = {
  caf: [
    [/caisse d.?allocations familiales/, 8],
    [/\bcaf\b/, 5],
    [/caf\.fr/, 5],
  ],
  'health-insurance': [
    [/assurance maladie|\bcpam\b|caisse primaire/, 7],
    [/ameli/, 4],
    [/aide medicale de l.?etat|carte vitale/, 2],
  ],
  dgfip: [
    [/direction generale des finances publiques|finances publiques|\bdgfip\b/, 8],
    [/impots\.gouv|service des impots|avis d.?impot/, 5],
    [/centre des finances/, 4],
  ],
  'france-travail': [[/france travail|pole emploi/, 8]],
  urssaf: [[/urssaf|cesu/, 6]],
  ofpra: [[/\bofpra\b|office francais de protection/, 8]],
  cnda: [[/\bcnda\b|cour nationale du droit d.?asile/, 8]],
  ofii: [[/\bofii\b|office francais de l.?immigration/, 8]],
  prefecture: [
    [/prefecture/, 7],
    [/prefet|direction des etrangers/, 4],
  ],
  court: [[/tribunal|cour (d.?appel|administrative)|greffe/, 7]],
  police: [[/commissariat|police nationale|gendarmerie/, 8]],
  'town-hall': [
    [/mairie|hotel de ville|commune de|ville de|officier de l.?etat civil/, 6],
    [/\bccas\b|centre communal/, 5],
  ],
  school: [
    [/ecole (maternelle|elementaire|primaire|publique)|groupe scolaire|college|lycee|creche/, 6],
    [/academie de|education nationale|annee scolaire/, 4],
    [/chef d.?etablissement|principale?\b.*college|direct(eur|rice) de l.?ecole/, 3],
  ],
  university: [[/universite/, 7]],
  'public-hospital': [[/centre hospitalier|hopita(l|ux)|assistance publique|\bchu\b|\bap-?hp\b|\bpmi\b|maternite/, 7]],
  edf: [[/\bedf\b|electricite de france/, 8]],
  engie: [[/\bengie\b/, 8]],
  totalenergies: [[/total ?energies/, 8]],
  water: [[/veolia|suez eau|eau de paris|service des eaux|eaux de|eau du grand/, 7]],
  orange: [[/\borange\b|orange\.fr/, 6]],
  sfr: [[/\bsfr\b/, 7]],
  free: [[/\bfree mobile|\bfree\b|freebox/, 6]],
  bouygues: [[/bouygues/, 8]],
  'la-banque-postale': [[/banque postale/, 9]],
  'bnp-paribas': [[/bnp ?paribas/, 9]],
  'societe-generale': [[/societe generale/, 9]],
  'credit-agricole': [[/credit agricole/, 9]],
  'credit-mutuel': [[/credit mutuel|\bcic\b/, 9]],
  lcl: [[/\blcl\b|credit lyonnais/, 8]],
  'caisse-epargne': [[/caisse d.?epargne/, 9]],
  bank: [[/banque|releve de compte|\bbic\b|\biban\b/, 3]],
  'transport-paris': [[/navigo|ile.?de.?france mobilites|\bratp\b|comutitres/, 8]],
  transport: [[/\btcl\b|\brtm\b|sncf|transports? (en commun|urbains?)|keolis/, 5]],
  'la-poste': [[/la poste(?!le)|lettre recommandee|preuve de depot|laposte\.fr/, 6]],
  insurer: [
    [
      /\b(maif|macif|matmut|gmf|axa|allianz|groupama|maaf|generali)\b|mutuelle d.?assurance|assurances?\b.*(habitation|s\.?a)|attestation d.?assurance/,
      6,
    ],
  ],
  landlord: [
    [/bailleur|proprietaire|\bhlm\b|habitat|gestion locative|agence immobiliere|\bsci\b|regie/, 4],
    [/quittance( de)? loyer|contrat de location|bail/, 4],
  ],
  employer: [
    [/bulletin de (paie|salaire)|certificat de travail|attestation (de l.?)?employeur|contrat de travail|promesse d.?embauche/, 5],
    [/\b(sarl|sas|eurl)\b|employeur|code ape|\bnaf\b|ressources humaines/, 3],
    [/le gerant|la gerante|le directeur general/, 2],
  ],
  doctor: [
    [/certificat medical|\bordonnance\b/, 3],
    [/docteur|\bdr\.? |medecin generaliste|cabinet medical|\brpps\b/, 4],
  ],
  pharmacy: [[/pharmacie/, 6]],
  association: [
    [/association|secours (populaire|catholique)|restos du coeur|croix.?rouge|emmaus|cimade/, 5],
    [/benevol\w+|loi (de )?1901/, 3],
  ],
  person: [
    [/je soussignee?|sur l.?honneur/, 5],
    [/heberge\w*|temoign\w+|atteste (que|heberger)/, 3],
  ],
};
