/** Why a file is not taken: shown to a volunteer, so each says what to do. */
export const DAMAGED = 'Ce PDF est incomplet ou abîmé.';
export const ACTIVE_CONTENT =
  'Ce PDF contient des éléments actifs (script, fichier joint ou formulaire dynamique). Imprimez-le en PDF ou scannez-le, puis recommencez.';
export const PROTECTED = 'Ce PDF est protégé par un mot de passe ou un chiffrement. Imprimez-le en PDF ou scannez-le, puis recommencez.';
export const TOO_MANY_PAGES = (most: number): string => `Ce PDF a plus de ${most} pages. Envoyez-le en plusieurs parties.`;
export const TOO_HEAVY =
  'Ce fichier demande trop de mémoire ou de temps pour être lu sans risque. Imprimez-le en PDF, scannez-le ou photographiez-le, puis recommencez.';
export const DAMAGED_DOCX = 'Ce document Word est incomplet ou abîmé.';
export const ACTIVE_DOCX =
  'Ce document Word contient des éléments actifs (macro, objet joint ou contenu cherché ailleurs). Enregistrez-le en PDF, puis recommencez.';
