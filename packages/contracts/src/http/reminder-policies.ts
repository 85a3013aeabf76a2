import { z } from 'zod';
import type { FieldProblem } from '../errors/app-error.ts';
import { Id, Instant } from './common.ts';
import { REMINDER_CHANNELS, type ReminderChannel } from './reminders.ts';

/** When a notice is due. Days and months are counted back from the date announced; `days-after` forward from it. */
export const Lead = z.discriminatedUnion('at', [
  /** The moment the date becomes known. */
  z.strictObject({ at: z.literal('once') }),
  z.strictObject({ at: z.literal('opening') }),
  z.strictObject({ at: z.literal('half-way') }),
  z.strictObject({ at: z.literal('days-before'), days: z.int().min(0).max(365) }),
  z.strictObject({ at: z.literal('months-before'), months: z.int().min(1).max(24) }),
  z.strictObject({ at: z.literal('hours-before'), hours: z.int().min(1).max(96) }),
  z.strictObject({ at: z.literal('days-after'), days: z.int().min(0).max(14) }),
]);
export type Lead = z.infer<typeof Lead>;

/**
 * `volunteer`: each holder of the dossier, or each coordinator when nobody holds it. `lawyer`: a call to make for the volunteer, since
 * a lawyer has no account here and is written to by nobody but the team.
 */
export const STEP_AUDIENCES = ['person', 'volunteer', 'coordinator', 'lawyer'] as const;
export type StepAudience = (typeof STEP_AUDIENCES)[number];

export const PolicyStep = z.strictObject({ lead: Lead, audience: z.enum(STEP_AUDIENCES), channel: z.enum(REMINDER_CHANNELS) });
export type PolicyStep = z.infer<typeof PolicyStep>;
/** A step with its id, unique in its policy: with the policy's name it is the ledger's `step`. */
export interface Step extends PolicyStep {
  id: string;
}

const step = (id: string, lead: Lead, audience: StepAudience, channel: ReminderChannel): Step => ({ id, lead, audience, channel });
const person = (id: string, lead: Lead): Step => step(id, lead, 'person', 'email');
const volunteer = (id: string, lead: Lead): Step => step(id, lead, 'volunteer', 'email');
const call = (id: string, lead: Lead): Step => step(id, lead, 'volunteer', 'task');
const both = (id: string, lead: Lead): Step[] => [volunteer(id, lead), person(id, lead)];
const days = (n: number): Lead => ({ at: 'days-before', days: n });
const months = (n: number): Lead => ({ at: 'months-before', months: n });
const hours = (n: number): Lead => ({ at: 'hours-before', hours: n });
const once: Lead = { at: 'once' };

/**
 * What is announced when, per kind of date. Data, not code: an association's own steps can replace those of a kind.
 * A step whose moment has passed is skipped, except `once` (the day the date becomes known).
 */
export const DEFAULT_POLICIES = {
  /** Window on the portal, which closes 60 days before the permit ends: 6 months, 3 months and 2 months + 10 days before that end. */
  'renewal-portal': [
    call('prepare', months(4)),
    person('opening', { at: 'opening' }),
    person('30-days', days(30)),
    ...both('10-days', days(10)),
    ...both('3-days', days(3)),
  ],
  /** Window at the counter, which closes with the permit itself. */
  'renewal-counter': [
    call('prepare', months(6)),
    person('3-months', months(3)),
    person('70-days', days(70)),
    person('opening', { at: 'opening' }),
    ...[49, 42, 35, 28, 21, 14, 7].map((n) => person(`${n}-days`, days(n))),
    volunteer('14-days', days(14)),
    ...both('3-days', days(3)),
  ],
  /** An appeal of a month or two. */
  appeal: [
    ...both('day-0', once),
    ...both('half-way', { at: 'half-way' }),
    ...both('7-days', days(7)),
    call('3-days-call', days(3)),
    ...both('3-days', days(3)),
    ...both('1-day', days(1)),
  ],
  /** Seven days or less: a voice first, never only a message. */
  week: [
    call('call-now', once),
    ...both('day-0', once),
    ...both('3-days', days(3)),
    call('1-day-call', days(1)),
    ...both('1-day', days(1)),
  ],
  /** Hours: everything at once. */
  hours: [
    call('call-now', once),
    volunteer('now', once),
    person('now', once),
    call('24-hours-call', hours(24)),
    volunteer('24-hours', hours(24)),
  ],
  /** What the person agreed to do with the integration contract (CIR): courses, certificates. */
  commitment: [person('30-days', days(30)), ...both('7-days', days(7)), person('1-day', days(1))],
  appointment: [person('booking', once), person('7-days', days(7)), person('3-days', days(3)), ...both('1-day', days(1))],
  /** After an appointment nobody came to: a call the same day, and a message the next. */
  missed: [call('call-now', once), person('next-day', { at: 'days-after', days: 1 })],
  /** To the one it is assigned to. */
  task: [volunteer('due', days(0))],
} as const satisfies Record<string, readonly Step[]>;
export type PolicyName = keyof typeof DEFAULT_POLICIES;
export const POLICY_NAMES = Object.keys(DEFAULT_POLICIES) as PolicyName[];
export const isPolicyName = (text: string): text is PolicyName => text in DEFAULT_POLICIES;

const leadId = (lead: Lead): string => {
  switch (lead.at) {
    case 'days-before':
      return `${lead.days}-day${lead.days === 1 ? '' : 's'}`;
    case 'months-before':
      return `${lead.months}-month${lead.months === 1 ? '' : 's'}`;
    case 'hours-before':
      return `${lead.hours}-hours`;
    case 'days-after':
      return `${lead.days}-days-after`;
    default:
      return lead.at;
  }
};
export const sameStep = (a: PolicyStep, b: PolicyStep): boolean =>
  leadId(a.lead) === leadId(b.lead) && a.audience === b.audience && a.channel === b.channel;

/** The same for the same moment, so that a step taken out and put back is one notice, and a default one keeps its id. */
export function withIds(name: PolicyName, steps: readonly PolicyStep[]): Step[] {
  return steps.map((given) => {
    const known = (DEFAULT_POLICIES[name] as readonly Step[]).find((one) => sameStep(one, given));
    const { lead, audience, channel } = given;
    const tail = audience === 'lawyer' ? '-lawyer' : channel === 'task' ? '-call' : channel === 'sms' ? '-sms' : '';
    return { id: known?.id ?? `${leadId(lead)}${tail}`, lead, audience, channel };
  });
}

/** Policies of appeals and of detention. */
export const DANGER_POLICIES: readonly PolicyName[] = ['appeal', 'week', 'hours'];
/** Of these, what no association may take out: the first notice and those of the last three days; where hours count, all of them. */
export const neverRemoved = (name: PolicyName): readonly Step[] =>
  DANGER_POLICIES.includes(name)
    ? (DEFAULT_POLICIES[name] as readonly Step[]).filter(
        ({ lead }) => name === 'hours' || lead.at === 'once' || (lead.at === 'days-before' && lead.days <= 3),
      )
    : [];

/**
 * What is advised to the person who must say whether a message in doubt left: where a date of law is at stake a message twice does less
 * harm than none; elsewhere it is counted as sent. Only advice: nothing in doubt is ever sent again by itself.
 */
export const doubtAdvice = (step: string): 'resend' | 'consider-sent' => {
  const policy = step.split('.')[0] ?? '';
  return isPolicyName(policy) && (DANGER_POLICIES.includes(policy) || policy.startsWith('renewal')) ? 'resend' : 'consider-sent';
};

const LEADS_OF: Partial<Record<Lead['at'], readonly PolicyName[]>> = {
  opening: ['renewal-portal', 'renewal-counter'],
  'half-way': ['appeal', 'week'],
  'hours-before': ['hours'],
  'days-after': ['missed'],
};
const beforeHours = (name: PolicyName, { at }: Lead): boolean => (name === 'hours' ? at === 'once' || at === 'hours-before' : true);
const afterMiss = (name: PolicyName, { at }: Lead): boolean => (name === 'missed' ? at === 'once' || at === 'days-after' : true);

/** What is wrong with the steps someone chose; empty: nothing. Sentences in French, each beside the step it is about. */
export function policyProblems(name: PolicyName, steps: readonly PolicyStep[], smsEnabled: boolean): FieldProblem[] {
  const problems: FieldProblem[] = steps.flatMap((one, i) => {
    const field = `steps[${i}]`;
    const { audience, channel, lead } = one;
    const wrong: (string | false)[] = [
      audience === 'person' && channel === 'task' && 'Une tâche est pour un bénévole : choisissez « Bénévole ».',
      audience !== 'person' && channel === 'sms' && 'Un SMS ne part que vers la personne.',
      audience === 'lawyer' && channel !== 'task' && 'L’avocat est prévenu par un appel : choisissez « Appel ou tâche ».',
      channel === 'sms' && !smsEnabled && 'Les SMS ne sont pas activés pour votre association.',
      (!(LEADS_OF[lead.at]?.includes(name) ?? true) || !beforeHours(name, lead) || !afterMiss(name, lead)) &&
        'Ce moment n’existe pas pour ce genre de date.',
      steps.findIndex((other) => sameStep(other, one)) < i && 'Cette étape est déjà dans la liste.',
    ];
    return wrong.filter((message): message is string => message !== false).map((message) => ({ field, message }));
  });
  const missing = neverRemoved(name).filter((kept) => !steps.some((one) => sameStep(one, kept)));
  if (missing.length)
    problems.push({
      field: 'steps',
      message: 'Le premier avis et ceux des trois derniers jours d’un recours ne peuvent pas être retirés.',
    });
  return problems;
}

export const SavePolicyRequest = z.strictObject({
  /** 0: the default one was shown. */
  version: z.int().min(0),
  steps: z.array(PolicyStep).min(1).max(40),
});
export type SavePolicyRequest = z.infer<typeof SavePolicyRequest>;
export const ResetPolicyRequest = z.strictObject({ version: z.int().min(1) });
export type ResetPolicyRequest = z.infer<typeof ResetPolicyRequest>;
export const PolicyParam = z.strictObject({ name: z.enum(POLICY_NAMES as [PolicyName, ...PolicyName[]]) });

export const ReminderPolicy = z.object({
  name: z.enum(POLICY_NAMES as [PolicyName, ...PolicyName[]]),
  steps: z.array(
    PolicyStep.extend({ id: z.string(), locked: z.boolean().meta({ description: 'True: no association may take it out' }) }).loose(),
  ),
  isDefault: z.boolean(),
  changedById: Id.nullable(),
  changedAt: Instant.nullable(),
  version: z.int(),
});
export type ReminderPolicy = z.infer<typeof ReminderPolicy>;
