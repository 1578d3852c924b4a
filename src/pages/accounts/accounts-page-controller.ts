import { Body, Controller, Get, Inject, Param, ParseUUIDPipe, Post, Query, Req } from '@nestjs/common';
import type { Request } from 'express';
import { GRANTED_ROLES, type Role, ROLES } from '../../kernel/actor.ts';
import { DomainError, type ErrorCode, isDomainError } from '../../kernel/domain-error.ts';
import { type AccountId, isId } from '../../kernel/id.ts';
import { readMailAddress } from '../../kernel/mail-address.ts';
import { writtenDay } from '../../kernel/month.ts';
import { plainText } from '../../kernel/plain-text.ts';
import {
  ACCOUNT_SORTS,
  AccountsReadModel,
  CorrectAddress,
  Deputies,
  type DeputyId,
  DisableAccount,
  EndSessions,
  InvitePerson,
  LONGEST_NAME,
  NameDeputy,
  TakeRoleAway,
} from '../../modules/identity/index.ts';
import { Allows } from '../../platform/http/access.ts';
import { actorOf } from '../../platform/http/actor-of.ts';
import { ApiExcludeController } from '../../platform/http/api-description.ts';
import { Page, Redirect } from '../../platform/http/page.ts';
import { errorSentence, type ErrorTexts } from '../../platform/i18n/errors.ts';
import { type Catalogues, messageOf, type PlainKey, translate } from '../../platform/i18n/messages.ts';
import { CATALOGUES, ERROR_TEXTS } from '../../platform/tokens.ts';
import type { FieldErrors } from '../../platform/views/page-context.ts';
import { hrefOfList, type ListAddress, listAddress, orderIn } from '../directory/page-rows.ts';
import { type AccountsFacts, buildAccountsPage } from './build-accounts-page.ts';

type FormBody = Readonly<Record<string, unknown>>;
type Typed = Pick<AccountsFacts, 'invitation' | 'deputy' | 'address'>;

/** Manages who can sign in, and deputies. */
@ApiExcludeController()
@Allows('account.manage')
@Controller('accounts')
export class AccountsPageController {
  constructor(
    private readonly accounts: AccountsReadModel,
    private readonly deputies: Deputies,
    private readonly invitePerson: InvitePerson,
    private readonly takeRoleAway: TakeRoleAway,
    private readonly endSessions: EndSessions,
    private readonly disableAccount: DisableAccount,
    private readonly correctAddress: CorrectAddress,
    private readonly nameDeputy: NameDeputy,
    @Inject(CATALOGUES) private readonly catalogues: Catalogues,
    @Inject(ERROR_TEXTS) private readonly texts: ErrorTexts,
  ) {}

  @Get()
  show(@Query() query: FormBody, @Req() request: Request): Promise<Page> {
    return this.page(request, query, {}, 200);
  }

  @Post()
  async invite(@Body() body: FormBody, @Query() query: FormBody, @Req() request: Request): Promise<Page | Redirect> {
    const catalogue = this.catalogues[request.locale];
    const name = plainText(text(body['name'])).replace(/\s+/g, ' ').trim();
    const { address, error } = this.addressOf(body['email'], request);
    const role = GRANTED_ROLES.find((one) => one === body['role']);
    const errors: FieldErrors = {
      ...(name === '' || name.length > LONGEST_NAME
        ? { name: translate(catalogue, 'account.name_wrong', { most: LONGEST_NAME }) }
        : {}),
      ...(error === null ? {} : { email: error }),
    };
    const invitation = { name, email: text(body['email']), role: text(body['role']), errors };
    if (Object.keys(errors).length > 0 || address === null || role === undefined) {
      return this.page(request, query, { invitation }, 422);
    }
    await this.invitePerson.execute({ name, email: address, role });
    return new Redirect(hrefOfList(asked(query)), {
      kind: 'done',
      key: 'accounts.invited',
      params: { email: address },
    });
  }

  @Post('deputies')
  async deputise(@Body() body: FormBody, @Query() query: FormBody, @Req() request: Request): Promise<Page | Redirect> {
    const say = (key: PlainKey) => translate(this.catalogues[request.locale], key);
    const [holder = '', held = ''] = text(body['holder']).split('/');
    const role = ROLES.find((one) => one === held);
    const deputyId = text(body['deputyId']);
    const [from, to] = [writtenDay(text(body['from'])), writtenDay(text(body['to']))];
    const typed = {
      holder: text(body['holder']),
      deputyId,
      from: from ?? text(body['from']),
      to: to ?? text(body['to']),
    };
    const errors: FieldErrors = {
      ...(!isId(holder) || role === undefined ? { holder: say('accounts.choose_holder') } : {}),
      ...(isId(deputyId) ? {} : { deputyId: say('accounts.choose_deputy') }),
      ...(from === null ? { from: say('accounts.day_wrong') } : {}),
      ...(to === null ? { to: say('accounts.day_wrong') } : {}),
    };
    if (!isId(holder) || !isId(deputyId) || role === undefined || from === null || to === null) {
      return this.page(request, query, { deputy: { ...typed, error: null, errors } }, 422);
    }
    try {
      await this.nameDeputy.execute({ accountId: holder, deputyId, role, from, to });
    } catch (thrown) {
      if (!isDomainError(thrown) || !DEPUTY_FAULTS.includes(thrown.code)) throw thrown;
      const error = errorSentence(this.texts, thrown.code, thrown.params, request.locale);
      const status = this.texts[thrown.code].status;
      return this.page(request, query, { deputy: { ...typed, error, errors: {} } }, status);
    }
    return new Redirect(hrefOfList(asked(query)), { kind: 'done', key: 'accounts.deputised' });
  }

  @Post('deputies/:id/end')
  async endDeputy(@Param('id', ParseUUIDPipe) id: DeputyId, @Query() query: FormBody): Promise<Redirect> {
    await this.nameDeputy.end(id);
    return new Redirect(hrefOfList(asked(query)), { kind: 'done', key: 'accounts.deputy_ended' });
  }

  @Post(':id/address')
  async address(
    @Param('id', ParseUUIDPipe) id: AccountId,
    @Body() body: FormBody,
    @Query() query: FormBody,
    @Req() request: Request,
  ): Promise<Page | Redirect> {
    const { address, error } = this.addressOf(body['email'], request);
    const back = (sentence: string, status: number) =>
      this.page(request, query, { address: { id, typed: text(body['email']), error: sentence } }, status);
    if (address === null) return back(error ?? '', 422);
    try {
      await this.correctAddress.execute(id, address);
    } catch (thrown) {
      if (!isDomainError(thrown) || !ADDRESS_FAULTS.includes(thrown.code)) throw thrown;
      const sentence = errorSentence(this.texts, thrown.code, thrown.params, request.locale);
      return back(sentence, this.texts[thrown.code].status);
    }
    return new Redirect(hrefOfList(asked(query)), {
      kind: 'done',
      key: 'accounts.corrected',
      params: { email: address },
    });
  }

  @Post(':id/link')
  async link(@Param('id', ParseUUIDPipe) id: AccountId, @Query() query: FormBody): Promise<Redirect> {
    await this.invitePerson.again(id);
    return new Redirect(hrefOfList(asked(query)), { kind: 'done', key: 'accounts.link_sent' });
  }

  @Post(':id/sign-out')
  async signOut(@Param('id', ParseUUIDPipe) id: AccountId, @Query() query: FormBody): Promise<Redirect> {
    await this.endSessions.all(id);
    return new Redirect(hrefOfList(asked(query)), { kind: 'done', key: 'accounts.signed_out' });
  }

  @Post(':id/disable')
  async disable(@Param('id', ParseUUIDPipe) id: AccountId, @Query() query: FormBody): Promise<Redirect> {
    await this.disableAccount.execute(id);
    return new Redirect(hrefOfList(asked(query)), { kind: 'done', key: 'accounts.now_disabled' });
  }

  @Post(':id/enable')
  async enable(@Param('id', ParseUUIDPipe) id: AccountId, @Query() query: FormBody): Promise<Redirect> {
    await this.disableAccount.enable(id);
    return new Redirect(hrefOfList(asked(query)), { kind: 'done', key: 'accounts.now_enabled' });
  }

  @Post(':id/roles/:role/take')
  async take(
    @Param('id', ParseUUIDPipe) id: AccountId,
    @Param('role') name: string,
    @Query() query: FormBody,
  ): Promise<Redirect> {
    const role = ROLES.find((one) => one === name);
    if (role === undefined) throw new DomainError('http.not_found', {});
    await this.takeRoleAway.execute(id, role);
    return new Redirect(hrefOfList(asked(query)), { kind: 'done', key: 'accounts.taken' });
  }

  /** The address as a mail server accepts it, or the sentence that says what is wrong. */
  private addressOf(typed: unknown, { locale }: Request): { address: string | null; error: string | null } {
    const reading = readMailAddress(text(typed));
    if ('address' in reading) return { address: reading.address, error: null };
    const catalogue = this.catalogues[locale];
    const error =
      reading.likely === null
        ? translate(catalogue, 'accounts.address_wrong')
        : translate(catalogue, 'accounts.address_likely', { likely: reading.likely });
    return { address: null, error };
  }

  private async page(request: Request, query: FormBody, typed: Typed, status: number): Promise<Page> {
    const catalogue = this.catalogues[request.locale];
    const address = asked(query);
    const order = orderIn(address, ACCOUNT_SORTS);
    const search = {
      q: address.filters['q'] ?? '',
      role: ROLES.find((one) => one === address.filters['role']) ?? null,
      sort: ACCOUNT_SORTS.find((one) => one === order.replace(/^-/, '')) ?? 'role',
      isDown: order.startsWith('-'),
    };
    const facts = {
      everybody: await this.accounts.list(),
      found: await this.accounts.list(search),
      deputies: await this.deputies.listOpen(),
      today: await this.deputies.today(),
    };
    const words = {
      role: (role: Role) => messageOf(catalogue, `role.${role}`, {}),
      all: translate(catalogue, 'accounts.all_roles'),
      choose: translate(catalogue, 'accounts.choose'),
    };
    return new Page(
      'accounts',
      buildAccountsPage({ ...facts, ...typed, asked: address, reader: actorOf(request).accountId }, words),
      status,
    );
  }
}

const ADDRESS_FAULTS: readonly ErrorCode[] = [
  'identity.address_of_register',
  'identity.address_taken',
  'identity.shared_account',
  'identity.account_disabled',
];
const DEPUTY_FAULTS: readonly ErrorCode[] = [
  'identity.deputy_is_self',
  'identity.deputy_disabled',
  'identity.deputy_days',
  'identity.role_not_held',
];

/** What the list was asked for when something was done with it. */
function asked(query: FormBody): ListAddress {
  return listAddress('/accounts', query, ['q', 'role', 'sort']);
}

function text(value: unknown): string {
  return typeof value === 'string' ? value.slice(0, 500) : '';
}
