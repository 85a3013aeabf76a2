import { Injectable } from '@nestjs/common';
import { AppError } from '@permanence/contracts';
import { RateLimiterMemory } from 'rate-limiter-flexible';

/** Slows the guessing of passwords per account and per address: a delay, never a lasting lock (a whole permanence shares one address). */
@Injectable()
export class Attempts {
  private readonly perAccount = new RateLimiterMemory({ points: 8, duration: 15 * 60 });
  private readonly perAddress = new RateLimiterMemory({ points: 60, duration: 15 * 60 });

  /** @throws AppError too-many-attempts */
  async spend(account: string, address: string): Promise<void> {
    try {
      await Promise.all([this.perAccount.consume(account.toLowerCase()), this.perAddress.consume(address)]);
    } catch (cause) {
      throw new AppError('too-many-attempts', { cause });
    }
  }
  /** A right password costs nothing: thirty volunteers behind one address all get in. */
  async giveBack(account: string, address: string): Promise<void> {
    await Promise.all([this.perAccount.delete(account.toLowerCase()), this.perAddress.reward(address)]);
  }
}
