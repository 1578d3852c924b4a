import { Inject, Injectable } from '@nestjs/common';
import type { Request } from 'express';
import {
  ChangeRegister,
  type ImportId,
  type Register,
  RegisterHistoryReadModel,
  TakeBackImport,
  type ThingChange,
} from '../../modules/directory/index.ts';
import { type Catalogues, translate } from '../../platform/i18n/messages.ts';
import { CATALOGUES } from '../../platform/tokens.ts';
import { REGISTER_PATHS, takeBackOf } from './register-paths.ts';
import { actionsOf, changeLine, rightsOf } from './thing-lines.ts';
import type { ThingPage } from './thing.view.ts';

const SHOWN_CHANGES = 20;

/** What the pages of all entries have: what may be done with one, and what became of it. */
@Injectable()
export class ThingParts {
  constructor(
    private readonly changes: RegisterHistoryReadModel,
    private readonly register: ChangeRegister,
    private readonly takeBack: TakeBackImport,
    @Inject(CATALOGUES) private readonly catalogues: Catalogues,
  ) {}

  /** @param isThere whether it is stored: a conflict that was removed is known by its changes only */
  async of(
    register: Register,
    address: string,
    isInUse: boolean,
    request: Request,
    isThere = true,
  ): Promise<Omit<ThingPage, 'title' | 'lead' | 'facts'>> {
    const catalogue = this.catalogues[request.locale];
    const seen = isThere ? await this.register.revision(register, address) : null;
    const changes = await this.changes.list(register, address, SHOWN_CHANGES);
    const rights = rightsOf(request.session?.actor);
    const last = await this.lastToTakeBack(changes, rights.edits);
    return {
      ...actionsOf(register, address, { isInUse, mayEdit: rights.edits, seen }, catalogue),
      backHref: REGISTER_PATHS[register],
      back: translate(catalogue, `register.list.${register}`),
      isInUse,
      gone: translate(catalogue, goneKey(register)),
      changes: changes.map((change) =>
        changeLine(
          register,
          change,
          request.locale,
          rights.readsImports,
          change === last ? takeBackOf(register, address, change.importId) : null,
        ),
      ),
    };
  }

  /** The last change that still counts, where it was made on a page and nothing rests on it: no other can go before it. */
  private async lastToTakeBack(changes: readonly ThingChange[], mayEdit: boolean): Promise<ThingChange | null> {
    const last = changes.find(({ isTakenBack }) => !isTakenBack);
    if (!mayEdit || !last || last.fileName !== null) return null;
    return (await this.takeBack.hindrance(last.importId as ImportId)) === null ? last : null;
  }
}

function goneKey(register: Register): 'register.gone' | 'register.gone.conflicts' | 'register.gone.organisations' {
  return register === 'conflicts' || register === 'organisations' ? `register.gone.${register}` : 'register.gone';
}
