import { isoDate } from '../calendar/iso-date.ts';
import type { Source } from '../engine/basis.ts';

const READ_ON = isoDate('2026-11-21');
const source = (textDated: string, ...urls: readonly string[]): Omit<Source, 'key'> => ({ urls, textDated, readOn: READ_ON });

/**
 * The texts behind the rules, by short key. `textDated` is the date of the page or of the version that was read, `readOn` the day it was
 * read for the rules. The FNCIDFF sheet of 2023-10-06 and the 2025 sheet on permits are on paper: they have no address.
 */
export const SOURCES = {
  FNCIDFF: source('2023-10-06'),
  'L423-23': source(
    '2023-2025',
    'https://www.doctrine.fr/l/texts/codes/LEGITEXT000006070158/articles/LEGIARTI000042807160',
    'https://legal.tricoteuses.fr/articles/LEGIARTI000049998825',
    'https://gisti.org/article7489',
  ),
  'CE-502722': source(
    '2025-11',
    'https://kohenavocats.com/2eme-chambre-du-conseil-detat-le-21-novembre-2025-n502722',
    'https://www.lemediasocial.fr/regularisation-des-etrangers-rejet-du-recours-contre-la-circulaire-retailleau_hXwuRx',
  ),
  NORD: source('undated', 'https://www.nord.gouv.fr/Demarches/Etrangers-dans-le-Nord/Admission-exceptionnelle-au-sejour'),
  PACS: source(
    '1999-2019',
    'https://ash.tm.fr/hebdo/2150/le-social-en-textes/les-incidences-du-pacs-sur-la-delivrance-dun-titre-de-sejour-368542.php',
    'https://blogavocat.fr/space/sanjay.navy/tag/vie%20priv%C3%A9e%20et%20familiale',
    'https://mairie-pratsdemollolapreste.com/la-mairie/demarches-service-public/index.php?xml=F31039',
  ),
  'L423-1': source(
    'in force 2024-01-28',
    'https://juriblio.fr/codes/code-de-l-entree-et-du-sejour-des-etrangers-et-du-droit-d-asile/partie-legislative/livre-iv/titre-ii/chapitre-iii/section-1/article-l423-1',
  ),
  'L423-2': source(
    '2021-2024',
    'https://rig-avocats.com/?p=813',
    'https://www.immigration.interieur.gouv.fr/Immigration/L-immigration-familiale/Les-conjoints-de-Francais',
  ),
  'L423-5': source(
    '2022, 2023-10-06',
    'https://www.replick.fr/ressource-juridique/caa-nancy-27-septembre-2022-22nc01263',
    'https://www.womenforwomenfrance.org/en/our-resources/residency-rights-in-france/browse-by-eligibility-criteria/residency-rights-for-people-married-to-a-french-citizen-and-who-have-experienced-domestic-violence-or-a-polygamous-situation',
  ),
  'L423-6': source(
    '2024',
    'https://french-business-law.com/french-legislation-art/article-l423-6-of-the-french-code-governing-the-entry-and-residence-of-foreign-nationals-and-the-right-of-asylum',
  ),
  'L423-7': source(
    '2023, 2021',
    'https://exilae.fr/precisions-sur-comment-un-etranger-parent-dun-enfant-de-francais-peut-obtenir-un-titre-de-sejour/',
    'https://immigration.interieur.gouv.fr/Immigration/L-immigration-familiale/Les-parents-d-enfants-francais',
  ),
  'L423-8': source(
    '2022-05-30',
    'https://www.womenforwomenfrance.org/zh/our-resources/residency-rights-in-france/browse-by-eligibility-criteria/residency-rights-for-parents-of-french-children',
  ),
  'L423-10': source(
    '2021-2024',
    'https://www.legifrance.gouv.fr/codes/section_lc/LEGITEXT000006070158/LEGISCTA000042801134/',
    'https://www.legifrance.gouv.fr/codes/article_lc/LEGIARTI000042776609',
    'https://www.legifrance.gouv.fr/codes/section_lc/LEGITEXT000006070158/LEGISCTA000042771720/',
  ),
  'L423-21': source(
    '2024-02-13',
    'https://www.replick.fr/ressource-juridique/article-l-423-21-du-code-de-l-entree-et-du-sejour-des-etrangers-et-du-droit-d-asile',
  ),
  'L423-22': source(
    '2025-01-16, 2024-02-29',
    'https://weka.fr/base-juridique-weka/code_CENTGERL_LEGISCTA000042776595.html',
    'https://infomie.net/spip.php?article6830',
  ),
  'L435-3': source('2024-02-29', 'https://infomie.net/spip.php?article6831'),
  'L411-4': source(
    'pre-2021 numbering',
    'https://www.lexbase.fr/index/source/50225714-art-l31318-code-de-lentree-et-du-sejour-des-etrangers-et-du-droit-dasile',
  ),
  'R431-5': source(
    '2025',
    'https://juriblio.fr/codes/code-de-l-entree-et-du-sejour-des-etrangers-et-du-droit-d-asile/partie-reglementaire/livre-iv/titre-iii/chapitre-i/section-3',
  ),
  'L425-9': source(
    '2021-05-01',
    'https://www.doctrine.fr/l/texts/codes/LEGITEXT000006070158/articles/LEGIARTI000042776510',
    'https://avocat24.fr/laws/code-de-lentree-et-du/article-r425-14',
  ),
  'L425-10': source('undated', 'https://www.demarches-simplifiees.fr/commencer/76-enfant-malade'),
  'L425-1': source(
    '2022, 2023',
    'https://senantes.fr/fr/pg/1070214/guide-des-demarches-407/part/F32257',
    'https://www.gisti.org/spip.php?article7049',
  ),
  'L425-6': source(
    '2025',
    'https://juriblio.fr/codes/code-de-l-entree-et-du-sejour-des-etrangers-et-du-droit-d-asile/partie-legislative/livre-iv/titre-ii/chapitre-v/section-2',
    'https://immigration.interieur.gouv.fr/Immigration/L-immigration-familiale/Beneficiaire-d-une-ordonnance-de-protection',
  ),
  'L425-11': source('2023-10-30', 'https://senat.fr/enseance/2022-2023/434/Amdt_443.html'),
  'L435-1': source(
    '2024',
    'https://french-business-law.com/rench-legislation-art/article-l435-1-of-the-french-code-governing-the-entry-and-residence-of-foreign-nationals-and-the-right-of-asylum',
  ),
  'CIRC-2025': source(
    '2025',
    'https://vincenttchen.typepad.fr/droit_des_etrangers/1_conditions_dadmission',
    'https://kpondjo-avocat.eu/blog/2266748_circulaire-du-23-janvier-2025-nor-intk2435521j-dite-retailleau-quels-changements-pour-les-demandes-d-autorisation-exceptionnelle-de-sejour',
  ),
  'CIRC-2012': source(
    '2012-2025',
    'https://vincenttchen.typepad.fr/droit_des_etrangers/2012/11/circulaire-du-28-novembre-2012-portant-conditions-dexamen-des-demandes-dadmission-au-s%C3%A9jour.html',
    'https://avocat-saidi.fr/la-circulaire-du-28-novembre-2012-et-cas-de-regulations-evoques/',
    'https://www.afide.fr/news-actualites/circulaire-retailleau-nouvelles-conditions-de-regularisation/',
  ),
  'L435-2': source(
    '2024',
    'https://french-business-law.com/french-legislation-art/article-l435-2-of-the-french-code-governing-the-entry-and-residence-of-foreign-nationals-and-the-right-of-asylum',
  ),
  'L435-4': source(
    '2024-01-28, 2025',
    'https://www.doctrine.fr/l/texts/codes/LEGITEXT000006070158/articles/LEGIARTI000049044146',
    'https://questions.assemblee-nationale.fr/dyn/17/questions/QANR5L17QE6781',
  ),
  'LIST-2025': source(
    '2025-05-22',
    'https://www.legifrance.gouv.fr/jorf/id/JORFTEXT000051643488',
    'https://www.efl.fr/actualite/metiers-tension-ministre-interieur-impose-liste-resserree_f2b2753b1-ebbd-43d7-bd4a-4c3bf244f1ef',
  ),
  'L421-3': source('2021-05-01', 'https://www.doctrine.fr/l/texts/codes/LEGITEXT000006070158/articles/LEGIARTI000042776791'),
  'L422-1': source(
    '2021-2024',
    'https://ville-meaux.fr/development-area/particuliers?cHash=cef957c91d296f046c398a9910a14c34&xml=F2231',
    'https://sites.service-information-publique.fr/vias/guide-particuliers/F2231.html',
  ),
  'L426-20': source('2024-03-02', 'https://www.legifrance.gouv.fr/codes/section_lc/LEGITEXT000006070158/LEGISCTA000042771896/'),
  'L426-8': source(
    '2025',
    'https://juriblio.fr/codes/code-de-l-entree-et-du-sejour-des-etrangers-et-du-droit-d-asile/partie-legislative/livre-iv/titre-ii/chapitre-vi/section-2/sous-section-2/article-l426-8',
  ),
  L424: source(
    '2021-2023',
    'https://www.legifrance.gouv.fr/codes/id/LEGIARTI000042776581/2021-05-01/',
    'https://legal.tricoteuses.fr/articles/JORFARTI000042755718',
    'https://www.womenforwomenfrance.org/en/our-resources/residency-rights-in-france/browse-by-eligibility-criteria/residency-rights-for-partners-of-people-who-benefit-from-international-protection-and-experience-domestic-violence',
  ),
  'L433-4': source(
    '2024, 2025-07-18',
    'https://juriblio.fr/codes/code-de-l-entree-et-du-sejour-des-etrangers-et-du-droit-d-asile/partie-legislative/livre-iv/titre-iii/chapitre-iii/section-2',
    'https://www.centre-inffo.fr/site-droit-formation/actualites-droit/integration-republicaine-des-etrangers-de-nouvelles-exigences-definies',
  ),
  'L413-7': source('version 2026-01-01', 'https://legal.tricoteuses.fr/articles/LEGIARTI000049052366'),
  F39530: source(
    '2026',
    'https://www.brouzet-les-quissac.info/infra-communales/la-mairie/service-public.html?audience=Particuliers&xml=F39530',
  ),
  'L426-17': source('current', 'https://legal.tricoteuses.fr/articles/LEGIARTI000042776450'),
  'L433-1-1': source(
    '2024-01-28',
    'https://lexbase.fr/texte-de-loi/code-de-lentree-et-du-sejour-des-etrangers-et-du-droit-dasilel43311/L4061MLY.html',
  ),
  'L432-1-1': source(
    '2024-01-28',
    'https://www.doctrine.fr/l/texts/codes/LEGITEXT000006070158/articles/LEGIARTI000049043201',
    'https://www.legifrance.gouv.fr/codes/section_lc/LEGITEXT000006070158/LEGISCTA000042771934/',
  ),
  'L731-1': source('2025', 'https://alyoda.eu/index.php?id=9548'),
  'DZ-432': source('2025', 'https://alyoda.eu/index.php?id=9953'),
  'TA-MELUN': source(
    '2026-02-12',
    'https://www.alwihdainfo.com/Refus-de-reouverture-de-dossier-d-une-demande-de-regularisation-La-prefecture-du-Val-de-Marne-condamnee-a-examiner-la_a148129.html',
  ),
  'L412-7': source(
    '2024-2025',
    'https://gorbio.fr/quotidien/urbanisme/declaration-de-travaux?xml=F38329',
    'https://legal.tricoteuses.fr/articles/JORFARTI000049989798',
    'https://www.info-droits-etrangers.org/entree-en-vigueur-du-contrat-dengagement-au-respect-des-principes-de-la-republique',
  ),
  'CESEDA-412': source('2024', 'https://www.legifrance.gouv.fr/codes/section_lc/LEGITEXT000006070158/LEGISCTA000042771934/'),
  'L431-2': source(
    '2021-2025',
    'https://gorbio.fr/quotidien/urbanisme/declaration-de-travaux?xml=F34953',
    'https://www.doctrine.fr/l/texts/codes/LEGITEXT000006070158/articles/LEGIARTI000042776416',
  ),
  'L611-3': source('2024-01-28', 'https://tricoteuses.fr/legifrance/articles/JORFARTI000049040328'),
  L434: source(
    '2021-2024',
    'https://www.doctrine.fr/l/texts/codes/LEGITEXT000006070158/articles/LEGIARTI000042776326',
    'https://www.doctrine.fr/l/texts/codes/LEGITEXT000006070158/articles/LEGIARTI000042806874',
    'http://accueil-etrangers.gouv.fr/regroupement-familial/vous-avez-un-titre-de-sejour/article/les-conditions-a-remplir',
  ),
  SMIC: source('2025-12-17', 'https://www.lafinancepourtous.com/2025/12/17/revalorisation-du-smic-au-1er-janvier-2026-118'),
  'TN-MA': source(
    '2014, 2025',
    'https://vincenttchen.typepad.fr/droit_des_etrangers/2014/03/admission-exceptionnelle-au-s%C3%A9jour-des-ressortissants-marocains.html',
    'https://kohenavocats.com/cour-dappel-administrative-de-toulouse-le-16-juillet-2025-n23tl03060',
  ),
  'DZ-ARTICLES': source(
    '2020-2025',
    'https://www.replick.fr/ressource-juridique/caa-marseille-30-janvier-2023-22ma01824',
    'https://exilae.fr/accord-franco-algerien-mariage/',
    'https://lantheaume-avocat.fr/blog-actualites/les-particularites-de-la-demande-de-visa-et-de-titre-de-sejour-conjoint-de-francais-pour-les-algeriens',
    'https://www.replick.fr/ressource-juridique/caa-marseille-23-septembre-2022-22ma01101',
    'https://www.alwihdainfo.com/Prefecture-de-police-de-Paris-condamnee-a-delivrer-un-titre-de-sejour-portant-la-mention-vie-privee-et-familiale-en_a145333.html',
    'https://lexcase-immigration.com/avocat-titre-de-sejour-algeriens-de-france',
    'https://chapet.fr/votre-mairie/demarches-en-ligne/autres-demarches-co-marquage/index.php?xml=F2257',
    'https://www.avocat-pascalelaporte.fr/post/le-droit-au-s%C3%A9jour-de-l-ascendant-alg%C3%A9rien-%C3%A0-charge-de-son-ses-enfants-fran%C3%A7ais',
    'https://www.service-public.fr/particuliers/vosdroits/F35147/3_1?idFicheParent=F11166',
  ),
  'DZ-VIOL': source(
    '2016-07-05',
    'https://www.ben-amor-avocat.fr/actualite-562-renouvellement-du-titre-de-sejour-dune-ressortissante-algerienne-alleguant-des-violences-conjugalesnbsp-pouvoir-discretionnaire-du-prefet',
  ),
  'DZ-OP': source(
    '2025-11-19',
    'https://actualite-droit-des-etrangers.fr/2025/11/19/application-du-droit-commun-des-etrangers-aux-ressortissants-algeriens',
  ),
  'DZ-DENUNC': source(
    '2025-11-28',
    'https://www.ferrero-avocats.com/articles/denonciation-laccord-franco-algerien-1968-quelles-consequences-juridiques-1385.htm',
  ),
  'DZ-EXAM': source(
    '2025-12',
    'https://journal-lanation.com/nouvelles-exigences-de-la-carte-de-sejour-en-france-un-impact-sur-les-ressortissants-algeriens',
  ),
  AVECVOUS: source('2021-03-16', 'https://avecvous-avocats.fr/articles/la-regularisation-des-parents-denfants-scolarises-390.htm'),
  'CIRC-2012-GRADES': source(
    '2012-2015',
    'https://legavox.fr/blog/calvin-job/question-valeur-probante-pieces-etrangers-18852.htm',
    'https://fdocuments.net/document/circulaire-intk1229185c-du-28-novembre-2012-6-le-221-le-224-et-le-33-de-la.html',
  ),
  ASSOUEVAM: source('undated', 'https://assouevam.fr/Preuves-de-vie-en-France?lang=fr'),
  HEAUME: source(
    'undated',
    'https://www.heaume-avocat.com/actualite/droit/les-preuves-de-presence-admises-par-la-prefecture-pour-demontrer-la-duree-de-son-sejour',
  ),
  IMMIFRANCE: source(
    '2025-08-26 (commercial, low weight)',
    'https://immifrance.com/how-to-prove-ten-years-of-presence-in-france-for-exceptional-admission',
  ),
  'SOS-OQTF': source('undated', 'https://sos-oqtf.com/actualites-des-oqtf/blog-post-title-three-nclzx-65g76-fskmg-rxh37'),
  AME: source('2023', 'https://www.replick.fr/ressource-juridique/caa-marseille-30-janvier-2023-22ma01824'),
  RIG: source('undated', 'https://rig-avocats.com/?p=813'),
  W4WF: source(
    '2023-10-06',
    'https://www.womenforwomenfrance.org/en/our-resources/residency-rights-in-france/browse-by-eligibility-criteria/residency-rights-for-people-married-to-a-french-citizen-and-who-have-experienced-domestic-violence-or-a-polygamous-situation',
  ),
  'W4WF-P': source(
    '2022-05-30',
    'https://www.womenforwomenfrance.org/zh/our-resources/residency-rights-in-france/browse-by-eligibility-criteria/residency-rights-for-parents-of-french-children',
  ),
  F38329: source('2024', 'https://gorbio.fr/quotidien/urbanisme/declaration-de-travaux?xml=F38329'),
  'F39530-EXAM': source(
    '2026',
    'https://www.brouzet-les-quissac.info/infra-communales/la-mairie/service-public.html?audience=Particuliers&xml=F39530',
  ),
} as const satisfies Record<string, Omit<Source, 'key'>>;
export type SourceKey = keyof typeof SOURCES;

/** @throws RangeError for a key that is not in the list. */
export const sourceOf = (key: string): Source => {
  const found = (SOURCES as Record<string, Omit<Source, 'key'>>)[key];
  if (!found) throw new RangeError(`unknown source: "${key}"`);
  return { key, ...found };
};
