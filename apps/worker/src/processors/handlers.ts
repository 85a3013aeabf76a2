import {
  continueKeyRotation,
  resealAssociationKeys,
  buildBundle,
  planDigests,
  planSource,
  recomputeEverywhere,
  runReading,
  replanPolicy,
  sendReminder,
  sweepBundles,
  sweepOrphanFiles,
  type ReadingContext,
  type SendContext,
} from '@permanence/application';
import { everyAssociation } from '@permanence/persistence';
import type { Producer } from '../queues/producer.ts';
import { handler, type Registration } from '../queues/registry.ts';
import { sweepDue } from '../sweeps/due.ts';

/** What the jobs may reach: the mail server, the files and the reader of papers, besides the database. */
export type WorkerContext = SendContext & ReadingContext;

/** Which use case each job calls. Every one of them may run twice. */
export const handlers = (app: WorkerContext, producer: Producer): Registration[] => [
  handler('reminders.plan', (payload) => planSource(app, payload)),
  handler('reminders.replan', (payload) => replanPolicy(app, payload)),
  handler('reminders.send', (payload) => sendReminder(app, payload)),
  handler('sweep.due', () => sweepDue(app, producer)),
  handler('digests.plan', async () => {
    for (const { id } of await everyAssociation(app.database)) await planDigests(app, id);
  }),
  handler('deadlines.recompute', () => recomputeEverywhere(app)),
  handler('papers.read', (payload) => runReading(app, payload)),
  handler('bundle.build', (payload) => buildBundle(app, payload)),
  handler('sweep.bundles', () => sweepBundles(app)),
  handler('vault.rotate', (payload) => continueKeyRotation(app, payload)),
  handler('vault.reseal', () => resealAssociationKeys(app)),
  handler('sweep.files', () => sweepOrphanFiles(app)),
];
