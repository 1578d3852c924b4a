import type { AccountId, SpecialistId } from '../../../kernel/id.ts';
import { Controller, Get, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '../../../platform/http/api-description.ts';
import type { Request } from 'express';
import { ROLES, type Role } from '../../../kernel/actor.ts';
import { DomainError } from '../../../kernel/domain-error.ts';
import { SignedIn } from '../../../platform/http/access.ts';

export class DeputyOf {
  @ApiProperty({ enum: ROLES }) role!: Role;
  @ApiProperty({ format: 'uuid', description: 'Named in X-On-Behalf-Of' }) accountId!: AccountId;
  @ApiProperty() name!: string;
}

export class SessionReply {
  @ApiProperty() name!: string;
  @ApiProperty() email!: string;
  @ApiProperty() committee!: string;
  @ApiProperty({ enum: ROLES, isArray: true }) roles!: readonly Role[];
  @ApiProperty({ type: () => DeputyOf, isArray: true, description: 'Whose deputy they are today' })
  deputyOf!: readonly DeputyOf[];
  @ApiProperty({ type: String, nullable: true, format: 'uuid' }) specialistId!: SpecialistId | null;
  @ApiProperty({ description: 'Sent back as X-CSRF-Token with every POST, PUT, PATCH and DELETE' }) csrfToken!: string;
}

@ApiTags('identity')
@Controller('api/v1/session')
export class SessionController {
  @SignedIn()
  @Get()
  @ApiOkResponse({ type: SessionReply })
  @ApiOperation({ operationId: 'getSession', summary: 'Who is signed in, and the token that unsafe requests carry' })
  get(@Req() { session }: Request): SessionReply {
    if (!session) throw new DomainError('http.sign_in_needed', {});
    const { account, committee, actor, csrfToken } = session;
    return {
      name: account.name,
      email: account.email,
      committee: committee.name,
      roles: actor.roles,
      deputyOf: (actor.deputised ?? []).map(({ role, accountId, name }) => ({ role, accountId, name })),
      specialistId: actor.specialistId,
      csrfToken,
    };
  }
}
