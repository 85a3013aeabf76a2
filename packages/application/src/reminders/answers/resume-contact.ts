import { AppError, type Contact, type ResumeContactRequest } from '@permanence/contracts';
import { newId } from '../../support/ids.ts';
import { found, mutation } from '../../support/use-case.ts';

/**
 * A volunteer says, with a reason, that messages may go to an address again: its owner agreed after a stop, or it was found to work
 * after a bounce. Notices that the stop had cancelled and that are still to come are planned again. Safety is not touched.
 */
export const resumeContact = mutation<ResumeContactRequest & { id: string }, Contact>({
  name: 'resume-contact',
  permission: 'person.write',
  execute: async ({ input: { id, version, reason }, repositories, app }) => {
    const before = found(await repositories.contacts.find(id));
    if (!before.stoppedAt && !before.brokenAt) throw new AppError('wrong-state', { message: 'contact is neither stopped nor broken' });
    const { personId } = before;
    const now = app.clock.now();
    await repositories.contactStates.clear(id, version);
    const event = { personId, contactId: id, reason, at: now };
    if (before.stoppedAt) {
      await repositories.contactStates.note({ ...event, id: newId(), kind: 'resumed' });
      await repositories.reminders.reviveOfPerson(personId, 'answered-stop', now);
    }
    if (before.brokenAt) await repositories.contactStates.note({ ...event, id: newId(), kind: 'repaired' });
    return {
      result: found(await repositories.contacts.find(id)),
      audit: [
        {
          action: before.stoppedAt ? 'contact.resumed' : 'contact.repaired',
          targetKind: 'contact',
          targetId: id,
          personId,
          fields: [...(before.stoppedAt ? ['stoppedAt'] : []), ...(before.brokenAt ? ['brokenAt'] : [])],
        },
      ],
    };
  },
});
