import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  addContact,
  addHouseholdLink,
  createPerson,
  getHousehold,
  getPerson,
  likelyDuplicates,
  listContacts,
  removeContact,
  removeHouseholdLink,
  searchPersons,
  updateContact,
  updatePerson,
  type AppContext,
  type RequestInfo,
} from '@permanence/application';
import {
  AddContactRequest,
  AddHouseholdLinkRequest,
  Contact,
  CreatePersonRequest,
  HouseholdLink,
  IdParam,
  LikelyDuplicate,
  Person,
  SearchPersonsAnswer,
  SearchPersonsRequest,
  UpdateContactRequest,
  UpdatePersonRequest,
  type Actor,
} from '@permanence/contracts';
import { z } from 'zod';
import { As, Info, Requires } from '../platform/access.ts';
import { Answer } from '../platform/answer.ts';
import { APP } from '../platform/tokens.ts';

type Id = z.infer<typeof IdParam>;

@ApiTags('persons')
@Controller()
export class PersonsController {
  constructor(@Inject(APP) private readonly app: AppContext) {}

  @Post('persons/search')
  @HttpCode(200)
  @Requires('person.read')
  @Answer(SearchPersonsAnswer)
  search(@Body({ schema: SearchPersonsRequest }) body: SearchPersonsRequest, @As() actor: Actor) {
    return searchPersons(this.app, actor, body);
  }

  /** People who may be the same as one about to be registered. */
  @Post('persons/duplicates')
  @HttpCode(200)
  @Requires('person.write')
  @Answer(z.array(LikelyDuplicate))
  duplicates(@Body({ schema: CreatePersonRequest }) body: CreatePersonRequest, @As() actor: Actor) {
    return likelyDuplicates(this.app, actor, { ...body, birthOn: body.birthOn ?? null });
  }

  @Post('persons')
  @Requires('person.write')
  @Answer(Person)
  create(@Body({ schema: CreatePersonRequest }) body: CreatePersonRequest, @As() actor: Actor, @Info() info: RequestInfo) {
    return createPerson(this.app, actor, body, info);
  }

  @Get('persons/:id')
  @Requires('person.read')
  @Answer(Person)
  get(@Param({ schema: IdParam }) { id }: Id, @As() actor: Actor) {
    return getPerson(this.app, actor, { id });
  }

  @Patch('persons/:id')
  @Requires('person.write')
  @Answer(Person)
  update(
    @Param({ schema: IdParam }) { id }: Id,
    @Body({ schema: UpdatePersonRequest }) body: UpdatePersonRequest,
    @As() actor: Actor,
    @Info() info: RequestInfo,
  ) {
    return updatePerson(this.app, actor, { ...body, id }, info);
  }

  @Get('persons/:id/contacts')
  @Requires('person.read')
  @Answer(z.array(Contact))
  contacts(@Param({ schema: IdParam }) { id }: Id, @As() actor: Actor) {
    return listContacts(this.app, actor, { personId: id });
  }

  @Post('persons/:id/contacts')
  @Requires('person.write')
  @Answer(Contact)
  addContact(
    @Param({ schema: IdParam }) { id }: Id,
    @Body({ schema: AddContactRequest }) body: AddContactRequest,
    @As() actor: Actor,
    @Info() info: RequestInfo,
  ) {
    return addContact(this.app, actor, { ...body, personId: id }, info);
  }

  @Patch('contacts/:id')
  @Requires('person.write')
  @Answer(Contact)
  updateContact(
    @Param({ schema: IdParam }) { id }: Id,
    @Body({ schema: UpdateContactRequest }) body: UpdateContactRequest,
    @As() actor: Actor,
    @Info() info: RequestInfo,
  ) {
    return updateContact(this.app, actor, { ...body, id }, info);
  }

  @Delete('contacts/:id')
  @Requires('person.write')
  @HttpCode(204)
  removeContact(@Param({ schema: IdParam }) { id }: Id, @As() actor: Actor, @Info() info: RequestInfo) {
    return removeContact(this.app, actor, { id }, info);
  }

  @Get('persons/:id/household')
  @Requires('person.read')
  @Answer(z.array(HouseholdLink))
  household(@Param({ schema: IdParam }) { id }: Id, @As() actor: Actor) {
    return getHousehold(this.app, actor, { id });
  }

  @Post('persons/:id/household')
  @Requires('person.write')
  @Answer(z.array(HouseholdLink))
  addHousehold(
    @Param({ schema: IdParam }) { id }: Id,
    @Body({ schema: AddHouseholdLinkRequest }) body: AddHouseholdLinkRequest,
    @As() actor: Actor,
    @Info() info: RequestInfo,
  ) {
    return addHouseholdLink(this.app, actor, { ...body, id }, info);
  }

  @Delete('household/:id')
  @Requires('person.write')
  @HttpCode(204)
  removeHousehold(@Param({ schema: IdParam }) { id }: Id, @As() actor: Actor, @Info() info: RequestInfo) {
    return removeHouseholdLink(this.app, actor, { id }, info);
  }
}
