import { Body, Controller, HttpCode, Inject, Param, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  createAppointment,
  moveAppointment,
  searchAppointments,
  settleAppointment,
  type AppContext,
  type RequestInfo,
} from '@permanence/application';
import {
  Appointment,
  CreateAppointmentRequest,
  IdParam,
  MoveAppointmentRequest,
  SearchAppointmentsAnswer,
  SearchAppointmentsRequest,
  SettleAppointmentRequest,
  type Actor,
} from '@permanence/contracts';
import type { z } from 'zod';
import { As, Info, Requires } from '../platform/access.ts';
import { Answer } from '../platform/answer.ts';
import { APP } from '../platform/tokens.ts';

type Id = z.infer<typeof IdParam>;

@ApiTags('appointments')
@Controller()
export class AppointmentsController {
  constructor(@Inject(APP) private readonly app: AppContext) {}

  @Post('appointments/search')
  @HttpCode(200)
  @Requires('appointment.read')
  @Answer(SearchAppointmentsAnswer)
  search(@Body({ schema: SearchAppointmentsRequest }) body: SearchAppointmentsRequest, @As() actor: Actor) {
    return searchAppointments(this.app, actor, body);
  }

  @Post('appointments')
  @Requires('appointment.write')
  @Answer(Appointment)
  create(@Body({ schema: CreateAppointmentRequest }) body: CreateAppointmentRequest, @As() actor: Actor, @Info() info: RequestInfo) {
    return createAppointment(this.app, actor, body, info);
  }

  @Patch('appointments/:id')
  @Requires('appointment.write')
  @Answer(Appointment)
  move(
    @Param({ schema: IdParam }) { id }: Id,
    @Body({ schema: MoveAppointmentRequest }) body: MoveAppointmentRequest,
    @As() actor: Actor,
    @Info() info: RequestInfo,
  ) {
    return moveAppointment(this.app, actor, { ...body, id }, info);
  }

  @Post('appointments/:id/settle')
  @HttpCode(200)
  @Requires('appointment.write')
  @Answer(Appointment)
  settle(
    @Param({ schema: IdParam }) { id }: Id,
    @Body({ schema: SettleAppointmentRequest }) body: SettleAppointmentRequest,
    @As() actor: Actor,
    @Info() info: RequestInfo,
  ) {
    return settleAppointment(this.app, actor, { ...body, id }, info);
  }
}
