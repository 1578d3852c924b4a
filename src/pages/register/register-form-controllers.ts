import { Body, Controller, Get, Param, Post, Query, Req, type Type } from '@nestjs/common';
import type { Request } from 'express';
import type { Ref } from '../../kernel/id.ts';
import type { Register } from '../../modules/directory/index.ts';
import { Allows } from '../../platform/http/access.ts';
import { ApiExcludeController } from '../../platform/http/api-description.ts';
import type { Page, Redirect } from '../../platform/http/page.ts';
import type { FormBody } from './form-body.ts';
import { RegisterForms } from './register-forms.ts';
import { type GoingRegister, REGISTER_PATHS } from './register-paths.ts';
import { TakeBackPages } from './take-back-pages.ts';

/** The routes that add, change, put out of use and bring back entries of a register. */
function formController(register: Register): Type {
  @ApiExcludeController()
  @Allows('directory.edit')
  @Controller(REGISTER_PATHS[register])
  class RegisterFormController {
    constructor(readonly forms: RegisterForms) {}

    @Get('new')
    blank(@Query() query: FormBody, @Req() request: Request): Promise<Page> {
      return this.forms.blank(register, query, request);
    }

    @Post()
    add(@Body() body: FormBody, @Req() request: Request): Promise<Page | Redirect> {
      return this.forms.add(register, body, request);
    }

    @Get(':address/edit')
    open(@Param('address') address: string, @Req() request: Request): Promise<Page> {
      return this.forms.opened(register, address, request);
    }

    @Post(':address/edit')
    save(@Param('address') address: string, @Body() body: FormBody, @Req() request: Request): Promise<Page | Redirect> {
      return this.forms.save(register, address, body, request);
    }
  }
  return RegisterFormController;
}

/** Of registers whose entries can go, as an organisation cannot. */
function retireController(register: GoingRegister): Type {
  @ApiExcludeController()
  @Allows('directory.edit')
  @Controller(REGISTER_PATHS[register])
  class RegisterRetireController {
    constructor(readonly forms: RegisterForms) {}

    @Get(':address/retire')
    look(@Param('address') address: string, @Req() request: Request): Promise<Page> {
      return this.forms.retirement(register, address, request);
    }

    @Post(':address/retire')
    retire(
      @Param('address') address: string,
      @Body() body: FormBody,
      @Req() request: Request,
    ): Promise<Page | Redirect> {
      return this.forms.retire(register, address, body, request);
    }
  }
  return RegisterRetireController;
}

/** For registers whose entries are archived. */
function restoreController(register: Register): Type {
  @ApiExcludeController()
  @Allows('directory.edit')
  @Controller(REGISTER_PATHS[register])
  class RegisterRestoreController {
    constructor(readonly forms: RegisterForms) {}

    @Post(':address/restore')
    restore(
      @Param('address') address: string,
      @Body() body: FormBody,
      @Req() request: Request,
    ): Promise<Page | Redirect> {
      return this.forms.restore(register, address, body, request);
    }
  }
  return RegisterRestoreController;
}

/** Where the last change of an entry is taken back. */
function takeBackController(register: Register): Type {
  @ApiExcludeController()
  @Allows('directory.edit')
  @Controller(`${REGISTER_PATHS[register]}/:address/changes/:importId/take-back`)
  class RegisterTakeBackController {
    constructor(readonly pages: TakeBackPages) {}

    @Get()
    look(
      @Param('address') address: string,
      @Param('importId') importId: Ref<'Import'>,
      @Req() request: Request,
    ): Promise<Page> {
      return this.pages.look(register, address, importId, request);
    }

    @Post()
    takeBack(
      @Param('address') address: string,
      @Param('importId') importId: Ref<'Import'>,
      @Req() request: Request,
    ): Promise<Page | Redirect> {
      return this.pages.carryOut(register, address, importId, request);
    }
  }
  return RegisterTakeBackController;
}

const ALL = ['branches', 'specialists', 'departments', 'organisations', 'conflicts', 'fields', 'branchTypes'] as const;
const GOING = ['branches', 'specialists', 'departments', 'conflicts', 'fields', 'branchTypes'] as const;
const ARCHIVED = ['branches', 'specialists', 'departments', 'fields', 'branchTypes'] as const;

export const registerFormControllers: readonly Type[] = [
  ...ALL.map(formController),
  ...GOING.map(retireController),
  ...ARCHIVED.map(restoreController),
  ...ALL.map(takeBackController),
];
