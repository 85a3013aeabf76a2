import { Body, Controller, Get, HttpCode, Inject, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { confirmPassword, getVaultState, startKeyRotation, type RequestInfo, type UploadContext } from '@permanence/application';
import { RotateKeyAnswer, RotateKeyRequest, VaultState, type Actor } from '@permanence/contracts';
import { As, Info, Requires } from '../platform/access.ts';
import { Answer } from '../platform/answer.ts';
import { APP } from '../platform/tokens.ts';

@ApiTags('vault')
@Controller('vault')
export class VaultController {
  constructor(@Inject(APP) private readonly app: UploadContext) {}

  @Get()
  @Requires('vault.manage')
  @Answer(VaultState)
  state(@As() actor: Actor) {
    return getVaultState(this.app, actor, {});
  }

  /** A new key for the association; the worker then seals every file's key with it. Asks for the password again. */
  @Post('rotation')
  @HttpCode(202)
  @Requires('vault.manage')
  @Answer(RotateKeyAnswer)
  async rotate(@Body({ schema: RotateKeyRequest }) { password }: RotateKeyRequest, @As() actor: Actor, @Info() info: RequestInfo) {
    await confirmPassword(this.app, actor, password);
    return startKeyRotation(this.app, actor, {}, info);
  }
}
