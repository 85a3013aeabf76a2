/**
 * Every way a use case can refuse. The status and the French sentence shown are in `ERRORS`; the log gets `message`.
 * Not found and not allowed answer alike, so that an id tells nothing.
 */
export const ERRORS = {
  /** The input breaks its schema; `problems` names each field. The caller corrects and sends again. */
  'invalid-input': { status: 422, fr: 'Certaines informations sont à corriger.', en: 'Some information needs correcting.' },
  /** The body is no JSON at all. */
  'malformed-json': { status: 400, fr: 'La demande est illisible (JSON mal formé).', en: 'The request cannot be read (malformed JSON).' },
  /** No session, or it has ended. The caller signs in again; what was typed stays on the screen. */
  unauthenticated: { status: 401, fr: 'Votre session est terminée. Reconnectez-vous.', en: 'Your session has ended. Sign in again.' },
  'wrong-credentials': { status: 401, fr: 'Adresse électronique ou mot de passe incorrect.', en: 'Wrong e-mail address or password.' },
  /** One address and password open accounts in several associations: the caller names one. */
  'choose-association': { status: 409, fr: 'Choisissez l’association où vous connecter.', en: 'Choose the association to sign in to.' },
  'too-many-attempts': {
    status: 429,
    fr: 'Trop d’essais. Attendez quelques minutes avant de recommencer.',
    en: 'Too many attempts. Wait a few minutes.',
  },
  /** The role may not ask for this at all. */
  forbidden: { status: 403, fr: 'Votre rôle ne permet pas cette action.', en: 'Your role does not allow this.' },
  /** Whoever asked for it may not also agree to it. */
  'second-person-needed': {
    status: 403,
    fr: 'Une deuxième personne doit décider : ce n’est pas à vous, qui l’avez demandé.',
    en: 'A second person must decide: not you, who asked for it.',
  },
  'cross-site': { status: 403, fr: 'Cette demande ne vient pas de l’application.', en: 'This request does not come from the application.' },
  /** No such row for this person: absent, of another association, or not theirs to see. */
  'not-found': { status: 404, fr: 'Introuvable, ou vous n’y avez pas accès.', en: 'Not found, or you have no access to it.' },
  /** Someone changed the row since it was read. The caller reloads and chooses. */
  'version-conflict': {
    status: 409,
    fr: 'Quelqu’un a modifié cette fiche entre-temps. Rechargez-la avant de continuer.',
    en: 'Someone changed this record meanwhile. Reload it first.',
  },
  /** Likely the same person exists; `details.candidates` lists those the caller may open. */
  'likely-duplicate': { status: 409, fr: 'Cette personne est peut-être déjà enregistrée.', en: 'This person may already be registered.' },
  'already-exists': { status: 409, fr: 'Cet élément existe déjà.', en: 'This already exists.' },
  /** The dossier is closed, the deadline done…: the change makes no sense in this state. */
  'wrong-state': {
    status: 409,
    fr: 'Cette action n’est plus possible dans l’état actuel.',
    en: 'This is not possible in the present state.',
  },
  'file-too-large': { status: 413, fr: 'Le fichier est trop lourd.', en: 'The file is too large.' },
  /** Too many files of this person of the team are on their way: describe or give up some first. */
  'too-many-uploads': {
    status: 409,
    fr: 'Trop de fichiers attendent déjà d’être décrits. Terminez ceux-là, puis recommencez.',
    en: 'Too many files are already waiting to be described. Finish those first.',
  },
  /** The bytes are not what the name or the declared type says, or of a kind we do not take. */
  'file-refused': { status: 415, fr: 'Ce fichier ne peut pas être pris.', en: 'This file cannot be taken.' },
  /** The antivirus is configured and does not answer: nothing is taken unseen. The caller tries again later. */
  'scan-failed': {
    status: 503,
    fr: 'L’antivirus ne répond pas : le fichier n’a pas été pris. Réessayez dans un instant, ou prévenez l’administration.',
    en: 'The antivirus does not answer: the file was not taken. Try again in a moment, or tell the administrator.',
  },
  'restricted-paper': {
    status: 403,
    fr: 'Ce type de pièce demande une habilitation particulière. Adressez-vous à votre coordination.',
    en: 'This kind of paper needs a special right. Ask your coordinator.',
  },
  'setup-closed': { status: 404, fr: 'Introuvable, ou vous n’y avez pas accès.', en: 'Not found, or you have no access to it.' },
  'wrong-setup-code': { status: 403, fr: 'Ce code d’installation n’est pas le bon.', en: 'This set-up code is wrong.' },
  /** A part we depend on (database, mail, storage) does not answer. The caller tries again later. */
  unavailable: {
    status: 503,
    fr: 'Le service est momentanément indisponible. Réessayez dans un instant.',
    en: 'The service is unavailable for a moment. Try again.',
  },
  internal: {
    status: 500,
    fr: 'Une erreur imprévue est survenue. Elle a été enregistrée.',
    en: 'An unexpected error occurred. It was recorded.',
  },
} as const satisfies Record<string, { status: number; fr: string; en: string }>;

export type ErrorCode = keyof typeof ERRORS;

/** One thing wrong with one field, for the form beside it. */
export interface FieldProblem {
  /** Dotted path, `children[0].birthOn`. */
  field: string;
  /** A sentence in French. */
  message: string;
}

export class AppError extends Error {
  readonly code: ErrorCode;
  readonly problems: readonly FieldProblem[];
  readonly details: Readonly<Record<string, unknown>>;
  constructor(
    code: ErrorCode,
    more: { message?: string; problems?: readonly FieldProblem[]; details?: Record<string, unknown>; cause?: unknown } = {},
  ) {
    super(more.message ?? code, { cause: more.cause });
    this.name = 'AppError';
    this.code = code;
    this.problems = more.problems ?? [];
    this.details = more.details ?? {};
  }
  get status(): number {
    return ERRORS[this.code].status;
  }
  get userMessage(): string {
    return ERRORS[this.code].fr;
  }
}
