import { Controller, Get, Inject } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AppError } from '@permanence/contracts';
import type { AppContext } from '@permanence/application';
import { Public } from './access.ts';
import { APP } from './tokens.ts';

@ApiTags('health')
@Controller('health')
export class HealthController {
  constructor(@Inject(APP) private readonly app: AppContext) {}
  /** For the proxy and the launcher: up, and the database answers. */
  @Get()
  @Public()
  async check(): Promise<{ status: 'up' }> {
    try {
      await this.app.database.pool.query('select 1');
    } catch (cause) {
      throw new AppError('unavailable', { cause });
    }
    return { status: 'up' };
  }
}
