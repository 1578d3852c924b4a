import { Injectable } from '@nestjs/common';
import { DomainError } from '../../../../kernel/domain-error.ts';
import { newId } from '../../../../kernel/id.ts';
import type { Day } from '../../../../kernel/month.ts';
import { PostgresUnitOfWork } from '../../../../platform/database/postgres-unit-of-work.ts';
import { readRubric } from '../../domain/rubric-validation.ts';
import { rubricFor, type RubricHead, rubricsInForce, type RubricWanted } from '../../domain/rubric-choice.ts';
import type { RubricDraftId } from '../../domain/rubric-draft.ts';
import type { Rubric, RubricVersion } from '../../domain/rubric.ts';
import type {} from '../../errors.ts';

export type MeetingOfRubric = Pick<RubricWanted, 'kind' | 'branchType'>;

const NO_MEETING: MeetingOfRubric = { kind: null, branchType: null };

/** Who made a version, and when, where somebody published it. */
export interface RubricOrigin {
  readonly origin: 'service' | 'policy' | 'board';
  readonly at: Date | null;
  /** That of the draft, so that publishing it twice is noticed. */
  readonly id?: RubricDraftId;
}

@Injectable()
export class Rubrics {
  constructor(private readonly work: PostgresUnitOfWork) {}

  /**
   * The rubric for routine visits of a day, for such meetings; without them the general one, as for a month as a whole.
   * @throws DomainError evaluation.no_rubric
   */
  async current(on: Day, { kind, branchType }: MeetingOfRubric = NO_MEETING): Promise<Rubric> {
    // Every visit of a month's plan is a routine visit.
    const head = rubricFor(await this.heads(), { on, purpose: 'routine', kind, branchType });
    if (!head) throw new DomainError('evaluation.no_rubric', { day: on });
    return this.get(head);
  }

  /** All rubrics by which routine visits of a day are scored, the general one first. */
  async inForce(on: Day): Promise<Rubric[]> {
    const heads = rubricsInForce(await this.heads(), { on, purpose: 'routine' });
    return Promise.all(heads.map((head) => this.get(head)));
  }

  /** Of every published version. */
  heads(): Promise<RubricHead[]> {
    return this.work.query<RubricHead>(
      `select code as id, version, starts_on as "effectiveFrom", purpose, content -> 'kinds' as kinds,
         content -> 'branchTypes' as "branchTypes"
       from rubrics order by code, version`,
    );
  }

  /** The exact version by which a form was scored. */
  async get(version: RubricVersion): Promise<Rubric> {
    const rubric = await this.find(version);
    if (!rubric) throw new Error(`a form was scored by a rubric that is not there: ${version.id} v${version.version}`);
    return rubric;
  }

  async find({ id, version }: RubricVersion): Promise<Rubric | null> {
    const [row] = await this.work.query<{ content: Rubric }>(
      `select content from rubrics where code = $1 and version = $2`,
      [id, version],
    );
    return row?.content ?? null;
  }

  /** The version that a draft was published as. */
  async findPublished(draftId: RubricDraftId): Promise<RubricVersion | null> {
    const [row] = await this.work.query<RubricVersion>(`select code as id, version from rubrics where id = $1`, [
      draftId,
    ]);
    return row ?? null;
  }

  /** A version that somebody published, with the id of its draft. */
  async findOwn({ id, version }: RubricVersion): Promise<{ rubric: Rubric; draftId: RubricDraftId } | null> {
    const [row] = await this.work.query<{ rubric: Rubric; draftId: RubricDraftId }>(
      `select content as rubric, id as "draftId" from rubrics where code = $1 and version = $2 and origin = 'board'`,
      [id, version],
    );
    return row ?? null;
  }

  /** False where a form was scored by it, so that it stays. */
  async remove({ id, version }: RubricVersion): Promise<boolean> {
    const removed = await this.work.query(
      `delete from rubrics r where code = $1 and version = $2
         and not exists (select from submissions s where s.rubric_id = r.id) returning id`,
      [id, version],
    );
    return removed.length > 0;
  }

  /** False where this version exists already. @throws DomainError input.invalid where it is no rubric */
  async insert(given: Rubric, made: RubricOrigin = { origin: 'service', at: null }): Promise<boolean> {
    const rubric = readRubric(given);
    const { origin, at, id: rowId = newId<'Rubric'>() } = made;
    const { id, version, effectiveFrom, purpose } = rubric;
    const added = await this.work.query(
      `insert into rubrics (committee_id, id, code, version, starts_on, purpose, content, origin, published_at, published_by)
       values (current_committee(), $1, $2, $3, $4, $5, $6, $7, $8, $9)
       on conflict (committee_id, code, version) do nothing returning id`,
      [rowId, id, version, effectiveFrom, purpose, JSON.stringify(rubric), origin, at, at && this.work.actor.accountId],
    );
    return added.length > 0;
  }

  /** The version that a new one of this code gets. */
  async nextVersion(code: string): Promise<number> {
    const [row] = await this.work.query<{ last: number | null }>(
      `select max(version) as last from rubrics where code = $1`,
      [code],
    );
    return (row?.last ?? 0) + 1;
  }
}
