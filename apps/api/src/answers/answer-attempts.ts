import { Injectable } from '@nestjs/common';
import { AppError } from '@permanence/contracts';
import { RateLimiterMemory } from 'rate-limiter-flexible';

/** A token cannot be guessed; this only keeps one address from making the database work. A whole hostel may share an address. */
@Injectable()
export class AnswerAttempts {
  private readonly perAddress = new RateLimiterMemory({ points: 120, duration: 15 * 60 });
  /** @throws AppError too-many-attempts */
  async spend(address: string): Promise<void> {
    try {
      await this.perAddress.consume(address);
    } catch (cause) {
      throw new AppError('too-many-attempts', { cause });
    }
  }
}
