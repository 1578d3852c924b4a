import { Body, Controller, Get, Inject, Param, ParseUUIDPipe, Post, Req } from '@nestjs/common';
import type { Request } from 'express';
import { GRANTED_ROLES, type Role, ROLES } from '../../kernel/actor.ts';
import { DomainError } from '../../kernel/domain-error.ts';
import type { AccountId } from '../../kernel/id.ts';
import { readMailAddress } from '../../kernel/mail-address.ts';
import { plainText } from '../../kernel/plain-text.ts';
import {
  AccountsReadModel,
  EndSessions,
  InvitePerson,
  LONGEST_NAME,
  TakeRoleAway,
} from '../../modules/identity/index.ts';
import { Allows } from '../../platform/http/access.ts';
import { ApiExcludeController } from '../../platform/http/api-description.ts';
import { Page, Redirect } from '../../platform/http/page.ts';
import { type Catalogues, messageOf, translate } from '../../platform/i18n/messages.ts';
import { CATALOGUES } from '../../platform/tokens.ts';
import type { FieldErrors } from '../../platform/views/page-context.ts';
import { buildAccountsPage, type Invitation, NOTHING_TYPED } from './build-accounts-page.ts';

/** Letting people in and putting them out. */
@ApiExcludeController()
@Allows('account.manage')
@Controller('accounts')
export class AccountsPageController {
  constructor(
    private readonly accounts: AccountsReadModel,
    private readonly invitePerson: InvitePerson,
    private readonly takeRoleAway: TakeRoleAway,
    private readonly endSessions: EndSessions,
    @Inject(CATALOGUES) private readonly catalogues: Catalogues,
  ) {}

  @Get()
  show(@Req() request: Request): Promise<Page> {
    return this.page(request, NOTHING_TYPED);
  }

  @Post()
  async invite(@Body() body: Readonly<Record<string, unknown>>, @Req() request: Request): Promise<Page | Redirect> {
    const name = plainText(text(body['name'])).replace(/\s+/g, ' ').trim();
    const reading = readMailAddress(text(body['email']));
    const role = GRANTED_ROLES.find((one) => one === body['role']);
    const catalogue = this.catalogues[request.locale];
    const errors: FieldErrors = {
      ...(name === '' || name.length > LONGEST_NAME
        ? { name: translate(catalogue, 'account.name_wrong', { most: LONGEST_NAME }) }
        : {}),
      ...('address' in reading
        ? {}
        : {
            email:
              reading.likely === null
                ? translate(catalogue, 'accounts.address_wrong')
                : translate(catalogue, 'accounts.address_likely', { likely: reading.likely }),
          }),
    };
    if (Object.keys(errors).length > 0 || !('address' in reading) || role === undefined) {
      return this.page(request, { name, email: text(body['email']), role: text(body['role']), errors });
    }
    await this.invitePerson.execute({ name, email: reading.address, role });
    return new Redirect('/accounts', { kind: 'done', key: 'accounts.invited', params: { email: reading.address } });
  }

  @Post(':id/link')
  async link(@Param('id', ParseUUIDPipe) id: AccountId): Promise<Redirect> {
    await this.invitePerson.again(id);
    return new Redirect('/accounts', { kind: 'done', key: 'accounts.link_sent' });
  }

  @Post(':id/sign-out')
  async signOut(@Param('id', ParseUUIDPipe) id: AccountId): Promise<Redirect> {
    await this.endSessions.all(id);
    return new Redirect('/accounts', { kind: 'done', key: 'accounts.signed_out' });
  }

  @Post(':id/roles/:role/take')
  async take(@Param('id', ParseUUIDPipe) id: AccountId, @Param('role') asked: string): Promise<Redirect> {
    const role = ROLES.find((one) => one === asked);
    if (role === undefined) throw new DomainError('http.not_found', {});
    await this.takeRoleAway.execute(id, role);
    return new Redirect('/accounts', { kind: 'done', key: 'accounts.taken' });
  }

  private async page(request: Request, typed: Invitation): Promise<Page> {
    const catalogue = this.catalogues[request.locale];
    const nameOf = (role: Role): string => messageOf(catalogue, `role.${role}`, {});
    const model = buildAccountsPage(await this.accounts.list(), typed, nameOf);
    return new Page('accounts', model, Object.keys(typed.errors).length > 0 ? 422 : 200);
  }
}

function text(value: unknown): string {
  return typeof value === 'string' ? value.slice(0, 500) : '';
}
