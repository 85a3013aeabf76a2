import type { Actor, AnswerKind } from '@permanence/contracts';
import type { Tx } from '../database.ts';

/** Links of messages and what people answered by them. Written by the system; the token itself is never stored. */
export class AnswersRepository {
  constructor(
    private readonly tx: Tx,
    private readonly actor: Actor,
  ) {}
  private get mine() {
    return { associationId: this.actor.associationId };
  }
  async addLink(link: {
    id: string;
    reminderId: string;
    personId: string;
    contactId: string;
    tokenHash: string;
    language: string;
    createdAt: string;
    expiresAt: string;
  }): Promise<void> {
    await this.tx.answerLink.createMany({ data: [{ ...link, ...this.mine }] });
  }
  /** @returns false when this answer was given to this notice before */
  async record(answer: { id: string; reminderId: string; personId: string; kind: AnswerKind; answeredAt: string }): Promise<boolean> {
    const { count } = await this.tx.personAnswer.createMany({ data: [{ ...answer, ...this.mine }], skipDuplicates: true });
    return count === 1;
  }
}
