/** A composed message and where it goes. */
export interface OutgoingMail {
  associationId: string;
  from: string;
  to: string;
  subject: string;
  messageId: string;
  /** Address that bounces come back to; absent: the sender's. */
  returnPath?: string;
  raw: Buffer;
}

/**
 * How a message leaves.
 * @param beforeHandingOver awaited before the first byte of the message is given away: what happens later cannot be known to have
 *   failed. It rejects when the lease is no longer held, and then nothing is sent.
 * @returns the server's answer
 * @throws MailFailure
 */
export interface Mailer {
  send(mail: OutgoingMail, beforeHandingOver: () => Promise<void>): Promise<string>;
  close(): Promise<void>;
}

export class MailFailure extends Error {
  /**
   * `refused`: the server said no for good; `later`: surely not sent, worth another try; `unknown`: the line broke after the message
   * began to be handed over.
   */
  readonly outcome: 'refused' | 'later' | 'unknown';
  /** The server's words or an error code, without any address. */
  readonly answer: string;
  constructor(outcome: 'refused' | 'later' | 'unknown', answer: string, cause?: unknown) {
    super(`mail ${outcome}: ${answer}`, { cause });
    this.name = 'MailFailure';
    this.outcome = outcome;
    this.answer = answer;
  }
}
/** The lease was lost before anything was given away. */
export class LeaseLost extends Error {}
