import type { DocumentType } from '@permanence/rules';
import type { Mark } from './recognise.ts';

/** Words of French papers by kind. “.?” stands where a scan loses a letter or an apostrophe. */
export const TYPE_MARKS: Readonly<Partial<Record<DocumentType, readonly Mark[]>>> = {
  'tax-notice': [
    [/avis d.?imp[o0][tl]/, 8],
    [/avis de (situation declarative|non.?imposition|degrevement)/, 8],
    [/taxe (d.?habitation|fonciere)/, 6],
    [/revenu fiscal de reference/, 4],
    [/impot sur (le|les) revenus?/, 3],
    [/numero fiscal|mise en recouvrement/, 2],
  ],
  'health-insurance': [
    [/attestation de droits/, 6],
    [/aide medicale de l.?etat|\bame\b/, 6],
    [/complementaire sante solidaire/, 5],
    [/assurance maladie|ameli|\bcpam\b|carte vitale/, 3],
    [/releve (de|des) remboursements|decompte de (vos )?remboursements|indemnites journalieres/, 5],
    [/securite sociale/, 1],
  ],
  'caf-certificate': [
    [/allocations familiales|\bcaf\b/, 4],
    [/attestation de (paiement|quotient|droits|prestations)/, 3],
    [/numero allocataire|n. ?allocataire|matricule/, 2],
    [/quotient familial|prime d.?activite|aide personnalisee au logement|\brsa\b|\bapl\b/, 3],
  ],
  'town-hall-cohabitation': [
    [/(certificat|attestation|declaration) de (vie commune|concubinage)/, 10],
    [/concubinage|vie commune/, 2],
  ],
  'school-certificate': [
    [/certificat de scolarite/, 10],
    [/attestation de (scolarite|frequentation|presence scolaire|radiation)/, 7],
    [/bulletin (scolaire|trimestriel|du .{1,12}trimestre)|livret scolaire/, 6],
    [/ecole (maternelle|elementaire|primaire)|college|lycee|academie|annee scolaire/, 3],
    [/inscription .*(ecole|college|lycee|creche)|creche/, 3],
  ],
  'public-hospital': [
    [/centre hospitalier|hopita(l|ux)|\bchu\b|assistance publique|\bpmi\b/, 4],
    [/(bulletin|attestation|certificat) d.?hospitalisation|bulletin de (situation|sortie|passage)/, 8],
    [/compte.?rendu (d.?hospitalisation|operatoire|de passage|des urgences)/, 7],
    [/passage aux urgences|service des urgences|consultation externe/, 4],
  ],
  payslip: [
    [/bulletin de (paie|salaire|paye)|fiche de paie/, 10],
    [/net a payer|net paye|salaire (de base|brut)|cotisations|conges payes/, 3],
    [/net imposable|montant net social/, 3],
  ],
  'work-contract': [
    [/contrat de travail/, 8],
    [/(certificat|attestation) (de travail|employeur|d.?emploi|de l.?employeur)/, 8],
    [/contrat a duree (in)?determinee|\bcd[id]\b/, 4],
    [/(est|a ete) employee? (au sein|dans|en qualite|chez|par)|employee? (en qualite|au sein)/, 5],
  ],
  'bank-statement': [
    [/releve (de|des) (compte|operations|vos comptes)|extrait de compte/, 9],
    [/(ancien|nouveau|precedent) solde|solde (crediteur|debiteur|au)/, 3],
    [/releve d.?identite bancaire|\brib\b|attestation (bancaire|de compte|de domiciliation bancaire)/, 5],
    [/\bdebit\b.*\bcredit\b/, 3],
    [/\biban\b/, 1],
  ],
  lease: [
    [/contrat de (location|bail)|bail (d.?habitation|de location|meuble)|contrat de sous.?location/, 9],
    [/etat des lieux/, 4],
    [/le bailleur .*le (locataire|preneur)|entre les soussignes/, 2],
  ],
  'rent-receipt': [
    [/quittance( de)? loyer|quittance/, 9],
    [/avis d.?echeance( de loyer)?|recu de loyer/, 6],
    [/loyer/, 2],
    [/bailleur|proprietaire|locataire/, 1],
  ],
  'utility-bill': [
    [/facture/, 3],
    [/electricite|\bgaz\b|\bkwh\b|energie/, 3],
    [/eau potable|assainissement|\bm3\b/, 3],
    [/(ligne|forfait|abonnement) (mobile|internet|fibre|telephon\w+)|telephon\w+|\bbox\b|fibre|forfait/, 3],
    [/(attestation|justificatif) (de )?(contrat|titulaire|titularite|de domicile|abonnement)/, 5],
    [/\bedf\b|engie|totalenergies|veolia|eau de paris|\bsfr\b|\borange\b|bouygues|free mobile/, 2],
  ],
  'home-insurance': [
    [/assurance (multirisque )?habitation|multirisques? habitation/, 9],
    [/attestation d.?assurance/, 5],
    [/responsabilite civile|risques locatifs|societaire|assure/, 2],
  ],
  'association-certificate': [
    [/attestation (de )?(benevolat|participation|accompagnement|de benevole)/, 7],
    [/benevol\w+|association (loi|regie)|loi (de )?1901/, 3],
    [/attestation de domiciliation|election de domicile/, 7],
  ],
  'french-certificate': [
    [/\b(tcf|delf|dalf|tef|dilf)\b|test de connaissance du francais|diplome d.?etudes en langue/, 8],
    [/niveau (a1|a2|b1|b2|c1)/, 3],
  ],
  'course-certificate': [
    [/attestation (d.?assiduite|de formation|de stage|d.?inscription .*(cours|formation)|de suivi)/, 7],
    [/cours de francais|atelier|\bfle\b|formation (linguistique|civique|professionnelle)/, 4],
    [/certificat d.?assiduite/, 7],
  ],
  'job-promise': [[/promesse (d.?embauche|unilaterale de contrat|de contrat de travail)/, 10]],
  'support-statement': [
    [/attestation (de prise en charge|de soutien|d.?aide financiere)/, 8],
    [/prend(s|re)? en charge/, 3],
  ],
  'pacs-certificate': [[/pacte civil de solidarite|\bpacs\b/, 8]],
  'marriage-certificate': [[/acte de mariage|extrait .*mariage|livret de famille/, 9]],
  'birth-certificate': [[/acte de naissance|extrait .*naissance|copie integrale/, 9]],
  'nationality-proof': [[/certificat de nationalite|decret de naturalisation|declaration de nationalite/, 9]],
  passport: [
    [/passeport|passport/, 8],
    [/p<[a-z]{3}/, 8],
  ],
  visa: [
    [/\bvisa\b/, 5],
    [/etats schengen|type de visa/, 5],
  ],
  ticket: [[/billet (electronique|d.?avion|de train)|carte d.?embarquement|boarding pass|e-?ticket/, 8]],
  'administration-letter': [
    [/recepisse|attestation de (prolongation|depot|demande d.?asile)|demande de titre de sejour/, 7],
    [/prefecture|prefet/, 4],
    [/\bofpra\b|protection des refugies|\bofii\b|immigration et de l.?integration/, 5],
    [/france travail|pole emploi|inscription sur la liste des demandeurs/, 5],
    [/convocation|sous-prefecture|direction des etrangers/, 2],
    [/avis de situation/, 3],
  ],
  'court-paper': [
    [/tribunal|cour (d.?appel|administrative|nationale du droit)|greffe/, 5],
    [/jugement|ordonnance de (protection|refere)|avis d.?audience|requete enregistree/, 4],
    [/aide juridictionnelle/, 5],
  ],
  'police-paper': [
    [/(recepisse|copie) .*(plainte|declaration)|proces.?verbal|main courante|depot de plainte/, 7],
    [/commissariat|police nationale|gendarmerie/, 4],
  ],
  'removal-order': [
    [/obligation de quitter le territoire|\boqtf\b/, 9],
    [/assignation a residence|retention administrative/, 5],
  ],
  'medical-certificate': [
    [/certificat medical/, 9],
    [/docteur|\bdr\b|medecin generaliste/, 2],
    [/certifie avoir (examine|recu|vu)/, 3],
  ],
  prescription: [
    [/\bordonnance\b(?! de)/, 6],
    [/comprime|gelule|\bmg\b|posologie|fois par jour|pharmacie/, 3],
  ],
  'transport-pass': [
    [/navigo|imagine ?r/, 7],
    [/(attestation|justificatif|recapitulatif|releve) .*(abonnement|forfait|rechargement|achat|transport|titres?)/, 4],
    [/solidarite transport|titre de transport|ile.?de.?france mobilites|\bratp\b|\btcl\b|\brtm\b/, 4],
  ],
  envelope: [[/oblitera\w+|enveloppe/, 5]],
  'relative-statement': [
    [/attestation (sur l.?honneur|d.?hebergement|de temoin|de temoignage)/, 8],
    [/je (soussignee?|certifie|declare|temoigne|atteste)/, 4],
    [/(heberge|loge)e? (a titre gratuit|a mon domicile|chez moi)|sur l.?honneur/, 4],
    [/article 202/, 5],
  ],
  letter: [
    [/lettre recommandee|recommandee? (avec|r1|r2|r3|a\.?r)|accuse de reception|avis de reception/, 7],
    [/preuve de depot|la poste/, 4],
    [/madame, monsieur,?$|^objet ?:/, 2],
  ],
};
