import { Body, Controller, Delete, Get, Param, Patch, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { DomainError } from '../../../kernel/domain-error.ts';
import { Allows } from '../../../platform/http/access.ts';
import {
  ApiCreatedResponse,
  ApiHeader,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiTags,
} from '../../../platform/http/api-description.ts';
import { revisionSeen, showRevision } from '../../../platform/http/versions.ts';
import { TouchedVisitsReadModel, touchReply, type TouchReply } from '../../visits/index.ts';
import { ChangeRegister, type RegisterOutcome } from '../application/change-register.ts';
import { answersIn } from '../domain/import/question.ts';
import { REGISTERS, type Register } from '../domain/register/register.ts';
import type {} from '../errors.ts';
import { asFieldFaults, asOpenQuestions } from '../register-messages.ts';
import { EntryReply, EntryRequest, RetiredReply, RetireRequest, typedRowsOf } from './register.dto.ts';

const IF_MATCH = { name: 'If-Match', required: true, description: 'The revision that was looked at, such as "1"' };
const REGISTER = { name: 'register', enum: REGISTERS };

/**
 * Changes one entry of a register at a time, by the rules of the import: the same readers, the same questions, the same
 * list of changes. Values are named by the keys of the import's columns.
 */
@ApiTags('directory')
@Controller('api/v1/registers/:register/entries')
export class RegisterController {
  constructor(
    private readonly register: ChangeRegister,
    private readonly touched: TouchedVisitsReadModel,
  ) {}

  @Allows('directory.edit')
  @Post()
  @ApiParam(REGISTER)
  @ApiCreatedResponse({ type: EntryReply })
  @ApiOperation({ operationId: 'addEntry', summary: 'Add an entry; the same one twice is one' })
  async add(
    @Param('register') name: string,
    @Body() { rows, answers }: EntryRequest,
    @Res({ passthrough: true }) response: Response,
  ): Promise<EntryReply> {
    const register = registerOf(name);
    const outcome = await this.register.add(register, typedRowsOf(rows), answersIn(answers));
    return this.reply(register, done(outcome), response);
  }

  @Allows('directory.edit')
  @Get(':id')
  @ApiParam(REGISTER)
  @ApiOkResponse({ type: EntryReply })
  @ApiOperation({ operationId: 'getEntry', summary: 'An entry as its form begins, in use or not' })
  get(
    @Param('register') name: string,
    @Param('id') address: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<EntryReply> {
    return this.reply(registerOf(name), address, response);
  }

  @Allows('directory.edit')
  @Patch(':id')
  @ApiParam(REGISTER)
  @ApiHeader(IF_MATCH)
  @ApiOkResponse({ type: EntryReply })
  @ApiOperation({
    operationId: 'changeEntry',
    summary: 'Change an entry; one that is out of use comes back. Values that are left out stay as they are',
  })
  async change(
    @Param('register') name: string,
    @Param('id') address: string,
    @Body() { rows, answers }: EntryRequest,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<EntryReply> {
    const register = registerOf(name);
    const seen = revisionSeen(request);
    const known = (await this.register.open(register, address)).rows;
    const wanted = typedRowsOf(rows).map((row, index) => ({ ...known[index], ...row }));
    const outcome = await this.register.change(register, address, wanted.length > 0 ? wanted : known, {
      seen,
      answers: answersIn(answers),
    });
    return this.reply(register, done(outcome), response);
  }

  @Allows('directory.edit')
  @Delete(':id')
  @ApiParam(REGISTER)
  @ApiHeader(IF_MATCH)
  @ApiOkResponse({ type: RetiredReply })
  @ApiOperation({
    operationId: 'retireEntry',
    summary:
      'Put an entry out of use; what is known of it stays. Duties to come are asked about first, and named afterwards',
  })
  async retire(
    @Param('register') name: string,
    @Param('id') address: string,
    @Body() { answers }: RetireRequest,
    @Req() request: Request,
  ): Promise<RetiredReply> {
    const outcome = await this.register.retire(registerOf(name), address, {
      seen: revisionSeen(request),
      answers: answersIn(answers),
    });
    done(outcome);
    return { touchedVisits: await this.touchedOf(address) };
  }

  private async reply(register: Register, address: string, response: Response): Promise<EntryReply> {
    const { rows, revision, isInUse } = await this.register.open(register, address);
    showRevision(response, revision);
    return {
      register,
      id: address,
      revision,
      isInUse,
      rows: rows.map((row) => ({ ...row })),
      touchedVisits: await this.touchedOf(address),
    };
  }

  /** Of a person or a branch. */
  private async touchedOf(address: string): Promise<TouchReply[]> {
    const touched = await this.touched.list();
    return touched
      .filter(({ specialistId, branchId }) => specialistId === address || branchId === address)
      .map(touchReply);
  }
}

/** @throws DomainError http.not_found */
function registerOf(name: string): Register {
  const register = REGISTERS.find((one) => one === name);
  if (register === undefined) throw new DomainError('http.not_found', {});
  return register;
}

/** The address part of the entry. @throws DomainError input.invalid, directory.unanswered */
function done(outcome: RegisterOutcome): string {
  switch (outcome.kind) {
    case 'refused':
      throw new DomainError('input.invalid', { count: outcome.faults.length }, asFieldFaults(outcome.faults));
    case 'asked':
      throw new DomainError(
        'directory.unanswered',
        { questions: outcome.questions.length },
        asOpenQuestions(outcome.questions),
      );
    case 'done':
    case 'unchanged':
      return outcome.address;
  }
}
