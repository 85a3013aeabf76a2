import type { MessageSettings, SaveMessageSettingsRequest } from '@permanence/contracts';
import { mutation, query } from '../support/use-case.ts';

/** Who messages come from and whom to call, as the association's administrator set them. */
export const messageSettings = query<Record<string, never>, MessageSettings>({
  name: 'message-settings',
  permission: 'message-settings.write',
  execute: async ({ repositories }) => {
    const { contactPhone, replyTo, neutralSender, smsEnabled } = await repositories.reminders.association();
    return { contactPhone, replyTo, neutralSender, smsEnabled };
  },
});

export const saveMessageSettings = mutation<SaveMessageSettingsRequest, MessageSettings>({
  name: 'save-message-settings',
  permission: 'message-settings.write',
  execute: async ({ input, repositories, actor }) => {
    await repositories.reminders.setMessages(input);
    return {
      result: input,
      audit: [
        { action: 'association.messages-changed', targetKind: 'association', targetId: actor.associationId, fields: Object.keys(input) },
      ],
    };
  },
});
