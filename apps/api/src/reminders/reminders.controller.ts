import { Body, Controller, Get, HttpCode, Inject, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  listPolicies,
  previewReminder,
  queuesStatus,
  remindersOfDossier,
  resetPolicy,
  retryFailed,
  savePolicy,
  searchReminders,
  settleReminder,
  type AppContext,
  type RequestInfo,
} from '@permanence/application';
import {
  IdParam,
  PolicyParam,
  QueuesStatus,
  Reminder,
  ReminderPolicy,
  ReminderPreview,
  ResetPolicyRequest,
  RetryParam,
  SavePolicyRequest,
  SearchRemindersAnswer,
  SearchRemindersRequest,
  SettleReminderRequest,
  type Actor,
} from '@permanence/contracts';
import { z } from 'zod';
import type { Config } from '../config.ts';
import { As, Info, Requires } from '../platform/access.ts';
import { Answer } from '../platform/answer.ts';
import { APP, CONFIG } from '../platform/tokens.ts';

type Id = z.infer<typeof IdParam>;

@ApiTags('reminders')
@Controller()
export class RemindersController {
  constructor(
    @Inject(APP) private readonly app: AppContext,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The ledger of a dossier: planned, sent, refused by safety, failed, in doubt. */
  @Get('dossiers/:id/reminders')
  @Requires('reminder.read')
  @Answer(z.array(Reminder))
  ofDossier(@Param({ schema: IdParam }) { id }: Id, @As() actor: Actor) {
    return remindersOfDossier(this.app, actor, { dossierId: id });
  }

  @Post('reminders/search')
  @HttpCode(200)
  @Requires('reminder.read')
  @Answer(SearchRemindersAnswer)
  search(@Body({ schema: SearchRemindersRequest }) body: SearchRemindersRequest, @As() actor: Actor) {
    return searchReminders(this.app, actor, body);
  }

  /** Someone found out whether a reminder in doubt was sent. */
  @Post('reminders/:id/settle')
  @HttpCode(200)
  @Requires('reminder.settle')
  @Answer(Reminder)
  settle(
    @Param({ schema: IdParam }) { id }: Id,
    @Body({ schema: SettleReminderRequest }) body: SettleReminderRequest,
    @As() actor: Actor,
    @Info() info: RequestInfo,
  ) {
    return settleReminder(this.app, actor, { ...body, id }, info);
  }

  @Get('reminders/:id/preview')
  @Requires('reminder.read')
  @Answer(ReminderPreview)
  preview(@Param({ schema: IdParam }) { id }: Id, @As() actor: Actor) {
    return previewReminder(this.app, actor, { id, publicUrl: this.config.publicUrl ?? 'http://localhost:3000' });
  }

  /** When and to whom the association writes, per kind of date. */
  @Get('reminder-policies')
  @Requires('policy.write')
  @Answer(z.array(ReminderPolicy))
  policies(@As() actor: Actor) {
    return listPolicies(this.app, actor, {});
  }

  /** The association's own steps; dates that are open are planned again. */
  @Put('reminder-policies/:name')
  @Requires('policy.write')
  @Answer(ReminderPolicy)
  savePolicy(
    @Param({ schema: PolicyParam }) { name }: z.infer<typeof PolicyParam>,
    @Body({ schema: SavePolicyRequest }) body: SavePolicyRequest,
    @As() actor: Actor,
    @Info() info: RequestInfo,
  ) {
    return savePolicy(this.app, actor, { ...body, name }, info);
  }

  /** Back to the default steps. */
  @Post('reminder-policies/:name/reset')
  @HttpCode(200)
  @Requires('policy.write')
  @Answer(ReminderPolicy)
  resetPolicy(
    @Param({ schema: PolicyParam }) { name }: z.infer<typeof PolicyParam>,
    @Body({ schema: ResetPolicyRequest }) body: ResetPolicyRequest,
    @As() actor: Actor,
    @Info() info: RequestInfo,
  ) {
    return resetPolicy(this.app, actor, { ...body, name }, info);
  }

  /** Tries a failed message or job again, at once. */
  @Post('queues/:kind/:id/retry')
  @HttpCode(204)
  @Requires('queue.retry')
  retry(@Param({ schema: RetryParam }) param: z.infer<typeof RetryParam>, @As() actor: Actor, @Info() info: RequestInfo): Promise<void> {
    return retryFailed(this.app, actor, param, info);
  }

  /** How the sending fares, from the ledger and the outbox. */
  @Get('queues')
  @Requires('queue.read')
  @Answer(QueuesStatus)
  queues(@As() actor: Actor) {
    return queuesStatus(this.app, actor, {});
  }
}
