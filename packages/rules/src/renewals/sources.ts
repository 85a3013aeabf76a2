import { isoDate } from '../calendar/iso-date.ts';
import type { RenewalSource } from './rows.ts';

/** The day someone last opened the sources of the renewal rows. */
export const RENEWAL_SOURCES_READ_ON = isoDate('2026-11-21');

/** Where the rows were read, by the number of the source; a letter after it (`S04b`) names one page of the same entry. */
const RENEWAL_SOURCES: Readonly<Record<string, readonly string[]>> = {
  S01: [
    'https://www.doctrine.fr/l/texts/codes/LEGITEXT000006070158/articles/LEGIARTI000042806998?version=LEGIARTI000043292776',
    'https://juriblio.fr/codes/code-de-l-entree-et-du-sejour-des-etrangers-et-du-droit-d-asile/partie-reglementaire/livre-iv/titre-iii/chapitre-i/section-3',
  ],
  S02: [
    'https://www.doctrine.fr/l/texts/codes/LEGITEXT000006070158/articles/LEGIARTI000043288895',
    'https://juriblio.fr/codes/code-de-l-entree-et-du-sejour-des-etrangers-et-du-droit-d-asile/partie-reglementaire/livre-iv/titre-iii/chapitre-i/section-5/sous-section-2',
  ],
  S03: ['https://comarquage.openinfolive.org/html/particuliers/F36206.html'],
  S04: [
    'https://www.legifrance.gouv.fr/codes/section_lc/LEGITEXT000006070158/LEGISCTA000043288804/',
    'https://gorbio.fr/recensement-citoyens?xml=F15763',
  ],
  S05: [
    'https://french-business-law.com/french-legislation-art/article-l433-3-of-the-french-code-governing-the-entry-and-residence-of-foreign-nationals-and-the-right-of-asylum/',
    'https://nosdeputes.fr/16/intervention/464623',
    'https://www.legifrance.gouv.fr/codes/section_lc/LEGITEXT000006070158/LEGISCTA000042801402/',
  ],
  S06: ['https://www.doctrine.fr/l/texts/codes/LEGITEXT000006070158/articles/LEGIARTI000042776292?version=LEGIARTI000042776292'],
  S07: ['https://www.doctrine.fr/l/texts/codes/LEGITEXT000006070158/articles/LEGIARTI000042776300?version=LEGIARTI000044399270'],
  S08: ['https://www.unafo.org/majoration-des-taxes-titre-de-sejour-impacts-de-la-loi-de-finances-2026'],
  S09: ['https://www.federationsolidarite.org/actualites/budget-2026-hausse-des-taxes-pour-lobtention-dun-titre-de-sejour'],
  S12: [
    'https://www.algerie360.com/visa-naturalisation-titre-de-sejour-ces-taxes-vont-fortement-augmenter-en-france-des-le-1er-mai-2026/',
    'https://www.assemblee-nationale.fr/dyn/17/questions/QANR5L17QE12942',
    'https://maghrebactu.com/?p=91952',
  ],
  S13: [
    'https://lexbase.fr/texte-de-loi/code-de-lentree-et-du-sejour-des-etrangers-et-du-droit-dasilel43311/L4061MLY.html',
    'https://mandyrezeaumerah.com/2024/02/27/limitation-des-renouvellements-de-carte-de-sejour-temporaire-quelles-consequences-loi-immigration-2024',
  ],
  S14: [
    'https://lexbase.fr/texte-de-loi/code-de-lentree-et-du-sejour-des-etrangers-et-du-droit-dasilel43311/L4061MLY.html',
    'https://mandyrezeaumerah.com/2024/02/27/limitation-des-renouvellements-de-carte-de-sejour-temporaire-quelles-consequences-loi-immigration-2024',
  ],
  S15: [
    'https://weka.fr/base-juridique-weka/code_CENTGERL_LEGISCTA000042776366.html',
    'https://www.legifrance.gouv.fr/codes/article_lc/LEGIARTI000042776364/2024-02-05/',
  ],
  S16: [
    'https://circulaire.legifrance.gouv.fr/codes/section_lc/LEGITEXT000006070158/LEGISCTA000042771982/2021-08-26/',
    'https://juriblio.fr/codes/code-de-l-entree-et-du-sejour-des-etrangers-et-du-droit-d-asile/partie-reglementaire/livre-iv/titre-iii/chapitre-iii/section-2',
  ],
  S17: [
    'https://circulaire.legifrance.gouv.fr/codes/section_lc/LEGITEXT000006070158/LEGISCTA000042771982/2021-08-26/',
    'https://juriblio.fr/codes/code-de-l-entree-et-du-sejour-des-etrangers-et-du-droit-d-asile/partie-reglementaire/livre-iv/titre-iii/chapitre-iii/section-2',
  ],
  S18: ['https://info-droits-etrangers.org/durcissements-dacces-aux-carte-de-sejour-pluriannuelles-et-aux-cartes-de-resident'],
  S19: ['https://www.service-public.gouv.fr/particuliers/vosdroits/F39530'],
  S20: ['https://formation-civique.interieur.gouv.fr/examen-civique/informations-g%C3%A9n%C3%A9rales-sur-lexamen-civique'],
  S21: ['https://refugies.info/ar/procedure/69947fe741807e63ce7a7030'],
  S22: [
    'https://legal.tricoteuses.fr/articles/JORFARTI000052381651',
    'https://francoismunier.name/2025/10/le-dernier-cadeau-de-retailleau-aux-etrangers-un-examen-guillotine.html',
    'https://www.lefrancaisdesaffaires.fr/candidat/examen-civique/presentation',
    'https://www.visa-algerie.com/?p=89786',
    'https://www.lafranceexpliquee.fr/2025/12/examen-civique-2026-qui-est-dispense-et.html',
    'https://www.avecvous-avocats.fr/articles/examen-civique-nouvelle-condition-acces-titres-sejour-pluriannuels-cartes-resident-1063.htm',
  ],
  S23: [
    'https://www.centre-inffo.fr/site-droit-formation/actualites-droit/integration-des-etrangers-modalites-damenagements-depreuves-dispenses-justification-du-niveau-de-francais',
    'https://www.fle.fr/Titres-de-sejour-et-naturalisation-les-certifications-de-francais',
    'https://www.lemediasocial.fr/asile-et-immigration-parution-de-nouveaux-textes-reglementaires_zpzXJ3',
    'http://courtenay45.fr/votre-mairie/demarches-administratives/guide-des-droits-et-demarches/social-sante?publication=F34501',
    'https://www.mazeas-avocat.com/2023/05/10/',
  ],
  S24: [
    'https://www.centre-inffo.fr/site-droit-formation/actualites-droit/integration-republicaine-des-etrangers-de-nouvelles-exigences-definies',
  ],
  S25: ['https://actualite-droit-des-etrangers.fr/2025/10/29/appreciation-de-la-condition-dintegration'],
  S26: ['https://www.lemediasocial.fr/integration-des-etrangers-le-nouveau-modele-de-contrat-dintegration-republicaine-est-paru_HU23MV'],
  S27: ['https://www.doctrine.fr/l/texts/codes/LEGITEXT000006070158/articles/LEGIARTI000042807462?version=LEGIARTI000042807462'],
  S28: ['https://www.legifrance.gouv.fr/codes/section_lc/LEGITEXT000006070158/LEGISCTA000042800844/'],
  S29: [
    'https://www.immigration.interieur.gouv.fr/Integration-et-Acces-a-la-nationalite/Le-parcours-personnalise-d-integration-republicaine2/Le-contrat-d-integration-republicaine-CIR',
    'https://www.reseau-alpha.org/notions-clefs/apprentissage-linguistique/fbcca-qu-est-ce-que-le-cir',
    'https://www.avocat.fr/le-contrat-dintegration-republicaine',
  ],
  S30: [
    'https://www.immigration.interieur.gouv.fr/fr/Accueil-et-accompagnement/Le-parcours-personnalise-d-integration-republicaine2/Le-contrat-d-integration-republicaine-CIR/Les-sanctions-en-cas-de-non-respect-des-obligations',
  ],
  S31: ['http://www.ofii.fr/le-contrat-d-integration-republicaine'],
  S35: ['https://www.illettrisme.org/nouveau-contexte-de-laccueil-et-de-lintegration-des-etrangers-en-france-en-2026'],
  S37: [
    'https://veigy-foncenex.fr/page-daccueil/services-et-demarches/services-a-la-population/elections/?xml=F35807',
    'https://www.papiers-francais.com/blog/est-ce-important-de-declarer-un-changement-dadresse-pour-les-titulaires-de-titre-de-sejour-en-france',
    'https://alexia.fr/fiche/11673/l-obligation-pour-un-etranger-de-declarer-le-changement-d-adresse-a-la-prefecture.htm',
  ],
  S38: ['https://www.villedugosier.fr/services-demarches/demarches-en-ligne/demarches-vie-publique-fr/article/particuliers?xml=F35808'],
  S39: [
    'https://french-business-law.com/french-legislation-art/article-annexe-10-of-the-french-code-governing-the-entry-and-residence-of-foreign-nationals-and-the-right-of-asylum',
    'https://stmeen-montauban.fr/mise-a-jour-du-livret-de-famille/?xml=F10619',
  ],
  S42: [
    'https://www.demarches-simplifiees.fr/commencer/prefecture-de-l-essonne-demande-d-admission-except',
    'https://avocat-michel.com/2024/02/19/admission-exceptionnelle-titre-sejour',
    'http://seine-saint-denis.gouv.fr/Demarches-administratives/Etrangers-Vos-demarches/Admission-exceptionnelle-au-sejour2/Criteres-a-remplir-pour-l-admission-exceptionnelle-au-sejour2',
    'https://www.rdv.loire.gouv.fr/booking/create/804',
  ],
  S43: [
    'http://conseil-etat.fr/fr/arianeweb/CE/analyse/2024-04-05/488821',
    'https://www.womenforwomenfrance.org/fr/nos-ressources/droit-au-sejour-en-france/toutes-les-fiches-par-situation/le-droit-au-sejour-pour-les-personnes-malades',
    'https://gorbio.fr/quotidien/urbanisme/declaration-de-travaux?xml=F34953',
  ],
  S44: [
    'https://assouevam.fr/Certificat-de-residence-de-dix-ans-pour-citoyens-algeriens-accord-franco.html?lang=fr',
    'https://chapet.fr/votre-mairie/demarches-en-ligne/autres-demarches-co-marquage/index.php?xml=F2257',
    'https://www.mairie-montrabe.fr/services-en-ligne/service-public/?xml=F2257',
    'https://observalgerie.com/2024/07/08/voyage/carte-residence-10-ans-algerien-france-nouveau/',
    'https://www.minilex.fr',
  ],
  S45: [
    'https://www.legifrance.gouv.fr/codes/section_lc/LEGITEXT000006070158/LEGISCTA000042801134/',
    'https://nosdeputes.fr/16/amendement/1943/308',
    'https://www.legifrance.gouv.fr/codes/article_lc/LEGIARTI000042776609',
    'https://www.cabinetleloup.com/post/comment-demander-une-carte-de-r%C3%A9sident-ou-une-carte-de-r%C3%A9sident-longue-dur%C3%A9e-ue',
    'https://tignieu-jameyzieu.fr/csx/public/modsp/modsp.php?CATEGORIE=part&xml=F2209',
    'https://www.cabinetleloup.com/post/le-titre-de-s%C3%A9jour-parent-d-enfant-fran%C3%A7ais-la-double-peine-pour-les-m%C3%A8res-c%C3%A9libataires-%C3%A9trang%C3%A8res',
  ],
  S46: [
    'https://www.lexbase.fr/index/source/50225714-art-l31318-code-de-lentree-et-du-sejour-des-etrangers-et-du-droit-dasile',
    'https://legal.tricoteuses.fr/articles/LEGIARTI000042776902',
  ],
  S47: [
    'https://www.fb-avocat.net/actualites/la-validation-du-visa-long-sejour-en-france-ce-que-dit-le-ceseda',
    'https://www.adelineparadeise.fr/arrivee-en-france-visa-long-sejour/',
  ],
  S48: [
    'https://www.pas-de-calais.gouv.fr/index.php/Actualites/Actualites/Dematerialisation-des-demandes-de-titres-de-sejour-des-etrangers-en-situation-de-vulnerabilite/(theme)/39',
    'https://www.bas-rhin.gouv.fr/Actions-de-l-Etat/Delivrance-des-titres/Etrangers/Liste-des-pieces-a-fournir-pour-un-titre-de-sejour/Les-cartes-de-sejour-temporaire-et-pluriannuel',
    'https://mandyrezeaumerah.com/2024/07/03/dematerialisation-anef-des-demandes-de-renouvellement-de-cartes-de-resident',
  ],
  S50: ['https://www.gisti.org/spip.php?article6721', 'http://www.gisti.org/spip.php?article6229'],
  S52: [
    'https://gillioen-avocat.com/?p=13091',
    'https://www.editions-legislatives.fr/actualite/demande-de-titre-de-sejour-hors-teleservice-%C2%AB-anef-%C2%BB-le-recepisse-simpose/',
    'https://jalloul-avocat.com/articles/Blog%20Post%20Title%20One-6lb2b',
    'https://mandyrezeaumerah.com/2024/02/17/je-nai-pas-recu-dattestation-de-prolongation-dinstruction-de-ma-demande-de-renouvellement-de-titre-de-sejour-attention-aux-delais/',
  ],
  S53: [
    'https://consultation.avocat.fr/barreau-bayonne/blog/zia-oloumi/article-2974175-refus-implicite-de-titre-de-sejour--pourquoi-deposer-un-recours-gracieux-pour-en-exiger-la-motivation.html',
    'https://legal.tricoteuses.fr/articles/LEGIARTI000042806946',
  ],
  S63: ['https://guide.comede.org/double-demande-asile-maladie-reperes-fondamentaux/'],
  S55: [
    'https://www.legifrance.gouv.fr/jorf/id/JORFTEXT000043274920',
    'https://www.delsolavocats.com/Un-nouveau-referentiel-de-la-CNIL-pour-le-secteur-social-et-medico-social',
    'https://www.cliveman-consulting.com/post/un-nouveau-r%C3%A9f%C3%A9rentiel-cnil-pour-le-secteur-social-et-m%C3%A9dico-social',
    'https://agencergpd.eu/durees-de-conservation-dans-le-secteur-social-et-medico-social-nouveau-referentiel-de-la-cnil',
    'https://directions.fr/Gerer/fonctionnement-structure/2023/11/Socialmedico-social--un-referentiel-sur-la-duree-de-conservation-des-donnees-personnelles-2059510W',
    'https://www.guichetdusavoir.org/question/voir/137119',
    'https://doc.uriopss-occitanie.fr/base-documentaire/articleid/15463/note-dinformation-delais-de-conservation-et-archivage-des-dossiers-dans-les-essms',
    'https://legal.tricoteuses.fr/articles/JORFARTI000042558673',
  ],
};
/** @throws RangeError for a source that no row may name. */
export const renewalSourceUrls = (source: RenewalSource): readonly string[] => {
  const urls = RENEWAL_SOURCES[source.replace(/[a-z]$/, '')];
  if (!urls) throw new RangeError(`unknown source: "${source}"`);
  return urls;
};
