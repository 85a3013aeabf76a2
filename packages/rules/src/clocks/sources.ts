import { isoDate } from '../calendar/iso-date.ts';

/** The day someone last opened the sources of the clocks. */
export const CLOCK_SOURCES_READ_ON = isoDate('2026-11-21');

/** Where each rule was read. The codes were read in a public copy of the official database; the address given is the official one. */
export const CLOCK_SOURCES = {
  CESEDA: 'https://www.legifrance.gouv.fr/codes/texte_lc/LEGITEXT000006070158',
  CJA: 'https://www.legifrance.gouv.fr/codes/texte_lc/LEGITEXT000006070933',
  CRPA: 'https://www.legifrance.gouv.fr/codes/texte_lc/LEGITEXT000031366350',
  CPC: 'https://www.legifrance.gouv.fr/codes/texte_lc/LEGITEXT000006070716',
  L86: 'https://legal.tricoteuses.fr/articles/LEGIARTI000049043108',
  J921: 'https://juriblio.fr/codes/code-de-l-entree-et-du-sejour-des-etrangers-et-du-droit-d-asile/partie-legislative/livre-ix/titre-ii/chapitre-ier',
  R9211:
    'https://juriblio.fr/codes/code-de-l-entree-et-du-sejour-des-etrangers-et-du-droit-d-asile/partie-reglementaire/livre-ix/titre-ii/chapitre-ier/section-1/article-r921-1',
  J931: 'https://juriblio.fr/codes/code-de-l-entree-et-du-sejour-des-etrangers-et-du-droit-d-asile/partie-reglementaire/livre-ix/titre-iii/chapitre-unique',
  A43: 'https://www.doctrine.fr/l/texts/decrets/JORFTEXT000042748211/articles/LEGIARTI000042873224',
  A94: 'https://www.doctrine.fr/l/texts/lois/JORFTEXT000000537611/articles/LEGIARTI000030951625?version=LEGIARTI000037398437',
  AMMR43: 'https://fantasticsearch.net/law/eu/en?article=1&id=2t9xM5kBDWBAxfWd26DB',
  LYON: 'https://alyoda.eu/index.php?id=9789',
  TLSE: 'https://toulouse.cour-administrative-appel.fr/decisions-de-justice/dernieres-decisions/le-delai-de-recours-de-sept-jours-d-un-detenu-contre-une-obligation-de-quitter-le-territoire-francais-est-un-delai-franc',
  CE438152:
    'https://www.lexbase.fr/article-juridique/59037715-breves-delais-de-contestation-dune-decision-de-transfert-dun-demandeur-dasile-a-destination-de-letat',
  CE452878: 'https://www.lexbase.fr/index/source/71187829-avis-n-452878-du-30-juillet-2021',
  CE273484: 'http://droitdesetrangers.blogspot.com/2006/02/le-dlai-de-recours-contre-larrt-de.html',
  CE466541:
    'https://consultation.avocat.fr/blog/yassine-chamas/article-2967312-acces-au-juge-administratif-le-conseil-d-etat-adopte-la-regle-du-et-quot-cachet-de-la-poste-faisant-foi-et-quot.html',
  CE494573:
    'https://www.rdavocats.com/articles-publications-et-presse/articles-du-cabinet/articles/respect-delai-recours-seule-date-dexpedition-compte-cachet-poste-faisant-foi-1071.htm',
  CE422471: 'http://conseil-etat.fr/fr/arianeweb/CE/analyse/2020-06-10/422471',
  CAA25PA02826: 'https://kohenavocats.com/cour-dappel-administrative-de-paris-le-19-decembre-2025-n25pa02826',
  CE461471: 'https://www.replick.fr/ressource-juridique/ce-6-janvier-2023-461471',
  MARS21: 'https://decisions.query-juriste.com/decisions/caa-de-marseille-06-10-2021-21ma01661-inedit-au-recueil-lebon-21ma01661.html',
  CE467595: 'https://www.conseil-etat.fr/fr/arianeweb/CE/analyse/2023-11-13/467595',
  CE494718: 'http://conseil-etat.fr/fr/arianeweb/CE/analyse/2024-10-10/494718',
  INFOMIE: 'https://www.infomie.net/article7056.html?lang=fr',
  CE499904:
    'https://lexcase-immigration.com/le-silence-nest-pas-dor-le-conseil-detat-precise-le-refus-implicite-des-demandes-de-titre-de-sejour',
  CE504677: 'http://www.conseil-etat.fr/fr/arianeweb/CE/analyse/2025-10-02/504677',
  CDMF: 'https://www.cdmf-avocats-affaires-publiques.com/communication-des-motifs-dune-decision-implicite-de-rejet-et-delai-de-recours-contentieux-clarification-par-le-conseil-detat',
  LAPUELLE: 'https://www.lapuelle-juridique.com/le-delai-czabaj-s---applique-t-il-aux-decisions-implicites-non-motivees--_ad1799.html',
  ALYODA5089: 'https://alyoda.eu/index.php?id=5089',
  CE420797: 'https://www.planete-separation.fr/story/3410-comment-calculer-le-delai-de-recours-administratif-de-2-mois',
  CE425111: 'https://www.conseil-etat.fr/fr/arianeweb/CE/analyse/2020-06-17/425111',
  CE496412: 'https://www.conseil-etat.fr/fr/arianeweb/CE/analyse/2024-11-14/496412',
  CE501031: 'https://juriblio.fr/docs/avis-no-501031-du-16-octobre-2025/186619922',
  CASS24:
    'https://lemag-juridique.com/lendroit/articles/immigration-retention-administrative-des-etrangers-comment-se-calcule-le-delai-de-quatre-jours-8584.htm',
  CE447332:
    'https://decisions.query-juriste.com/decisions/conseil-d-etat-7eme-chambre-29-09-2021-447332-inedit-au-recueil-lebon-447332.html',
  MOM346700: 'http://www.migrantsoutremer.org/Conseil-d-Etat-no-24700-du-9',
  GISTI2718: 'http://www.gisti.org/spip.php?article2718',
  NANTES19:
    'https://consultation.avocat.fr/barreau-versailles/blog/coline-gerard/article-27576-refus-de-visa-le-delai-pour-saisir-la-commission-de-recours-n-est-pas-un-delai-et-quot-franc-et-quot.html',
  ICARD1:
    'https://www.jurisconsulte.net/fr/articles/id-5264-comment-ne-pas-se-tromper-dans-le-calcul-les-delais-de-recours-suivant-qu-ils-sont-exprimes-en-annees-ou-mois-en-jours-ou-en-heures-',
  REPLICK642:
    'https://www.replick.fr/argument-juridique/le-delai-d-appel-qui-expirait-un-samedi-un-dimanche-ou-un-jour-ferie-ou-chome-a-ete-proroge-jusqu-au-premier-jour-ouvrable-suivant-9e28b',
  REPLICKAJ: 'https://replick.fr/blog/interruption-du-delai-de-recours-contre-une-oqtf-par-une-demande-daj',
  MLGM: 'https://www.mlgm-avocat.fr/etrangers/intervenant-social/calculer-un-d%C3%A9lai-de-recours/',
  CIMADECMA: 'https://www.lacimade.org/conditions-materielles-daccueil-un-recours-urgent-pour-contester-les-refus-et-cessations-de-lofii/',
  VISA23:
    'https://alexia.fr/fiche/11097/la-nouvelle-reduction-des-delais-de-recours-devant-la-commission-des-recours-contre-les-refus-de-visa-1-er-janvier-2023.htm',
  NAT1: 'https://www.brame-avocat.com/2014/04/refus-naturalisation/?replytocom=1024',
  NAT2: 'https://www.justice.fr/',
  EXPULSION: 'https://www.aixlesbains.fr/fre/comarquage/comarquage/(xml)/F11418',
} as const;
export type SourceKey = keyof typeof CLOCK_SOURCES;
