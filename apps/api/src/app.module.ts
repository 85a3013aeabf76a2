import { Module, type DynamicModule } from '@nestjs/common';
import { PassportModule } from '@nestjs/passport';
import type { UploadContext } from '@permanence/application';
import { AnswerAttempts } from './answers/answer-attempts.ts';
import { AnswersController } from './answers/answers.controller.ts';
import { AppointmentsController } from './appointments/appointments.controller.ts';
import { BundlesController } from './bundles/bundles.controller.ts';
import { CalendarController } from './calendar/calendar.controller.ts';
import { CoordinationController } from './coordination/coordination.controller.ts';
import { DeadlinesController } from './deadlines/deadlines.controller.ts';
import { DecisionsController } from './decisions/decisions.controller.ts';
import { DossiersController } from './dossiers/dossiers.controller.ts';
import { FilingsController } from './filings/filings.controller.ts';
import { MessagesController } from './messages/messages.controller.ts';
import { NotesController } from './notes/notes.controller.ts';
import { TasksController } from './tasks/tasks.controller.ts';
import { AuthController } from './auth/auth.controller.ts';
import { LocalStrategy, SessionSerializer } from './auth/strategy.ts';
import type { Config } from './config.ts';
import { FactsController } from './facts/facts.controller.ts';
import { IntegrationController } from './integration/integration.controller.ts';
import { PapersController } from './papers/papers.controller.ts';
import { PermitsController } from './permits/permits.controller.ts';
import { RiskController } from './risk/risk.controller.ts';
import { RulesController } from './rules/rules.controller.ts';
import { WatchersController } from './watchers/watchers.controller.ts';
import { WeighingController } from './weighing/weighing.controller.ts';
import { PermanencesController } from './permanences/permanences.controller.ts';
import { PersonsController } from './persons/persons.controller.ts';
import { MailEventsController } from './mail-events/mail-events.controller.ts';
import { MailboxController } from './mailbox/mailbox.controller.ts';
import { ReadingsController } from './readings/readings.controller.ts';
import { MessageSettingsController } from './reminders/message-settings.controller.ts';
import { RemindersController } from './reminders/reminders.controller.ts';
import { Attempts } from './platform/attempts.ts';
import { HealthController } from './platform/health.controller.ts';
import { SetupCode } from './platform/setup-code.ts';
import { APP, CONFIG, SETUP } from './platform/tokens.ts';
import { VaultController } from './vault/vault.controller.ts';
import { UploadsController } from './uploads/uploads.controller.ts';
import { UsersController } from './users/users.controller.ts';

@Module({})
export class AppModule {
  /** One controller per feature; the use cases get everything else from the application context. */
  static with(app: UploadContext, config: Config, setup: SetupCode): DynamicModule {
    return {
      module: AppModule,
      imports: [PassportModule.register({ session: true })],
      controllers: [
        WatchersController,
        WeighingController,
        RiskController,
        RulesController,
        IntegrationController,
        PermitsController,
        PapersController,
        FactsController,
        AuthController,
        TasksController,
        NotesController,
        FilingsController,
        DossiersController,
        DecisionsController,
        DeadlinesController,
        CalendarController,
        CoordinationController,
        AnswersController,
        AppointmentsController,
        BundlesController,
        HealthController,
        PermanencesController,
        PersonsController,
        MailEventsController,
        MailboxController,
        MessagesController,
        ReadingsController,
        MessageSettingsController,
        RemindersController,
        UploadsController,
        VaultController,
        UsersController,
      ],
      providers: [
        LocalStrategy,
        SessionSerializer,
        AnswerAttempts,
        Attempts,
        { provide: APP, useValue: app },
        { provide: CONFIG, useValue: config },
        { provide: SETUP, useValue: setup },
      ],
    };
  }
}
