import {
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateIf,
} from 'class-validator';
import type { MeetingKind } from '../../../kernel/meeting-kind.ts';
import type { Day, Month } from '../../../kernel/month.ts';
import { ApiProperty } from '../../../platform/http/api-description.ts';
import { hundredths } from '../domain/points.ts';
import type { RubricDraft, RubricDraftId } from '../domain/rubric-draft.ts';
import { RUBRIC_PURPOSES, type Rubric, type RubricPurpose } from '../domain/rubric.ts';
import { rubricFaults } from '../domain/rubric-validation.ts';
import type { PublishedRubric, RubricState, TriedRubric } from '../infra/rubrics-read-model.ts';

const MONTH = /^(19|2\d)\d\d-(0[1-9]|1[0-2])$/;
const CONTENT = {
  type: 'object' as const,
  additionalProperties: true,
  description: 'The whole rubric as a file: sheets, groups, criteria, bands, bonuses, caps, ratings, gates and choices',
};

/** The properties of a reply, as an object that can be spread. */
type Plain<Reply> = Pick<Reply, keyof Reply>;

export class RubricTextReply {
  @ApiProperty() vi!: string;
  @ApiProperty() en!: string;
}

class RubricSummaryReply {
  @ApiProperty({ example: '42-hd' }) code!: string;
  @ApiProperty() title!: RubricTextReply;
  @ApiProperty() source!: RubricTextReply;
  @ApiProperty({ enum: RUBRIC_PURPOSES }) purpose!: RubricPurpose;
  @ApiProperty({ isArray: true, type: String, nullable: true, description: 'null: every kind' })
  kinds!: readonly MeetingKind[] | null;
  @ApiProperty({ isArray: true, type: String, nullable: true, description: 'By code; null: every type' })
  branchTypes!: readonly string[] | null;
}

export class PublishedRubricReply extends RubricSummaryReply {
  @ApiProperty() version!: number;
  @ApiProperty({ example: '2026-12-01' }) effectiveFrom!: Day;
  @ApiProperty({ enum: ['coming', 'in_force', 'replaced'] }) state!: RubricState;
  @ApiProperty({ enum: ['service', 'policy', 'board'], description: 'Who made this version' })
  origin!: PublishedRubric['origin'];
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) publishedAt!: string | null;
  @ApiProperty({ description: 'How many forms were scored by it' }) forms!: number;

  static of({ rubric, state, origin, publishedAt, forms }: PublishedRubric): Plain<PublishedRubricReply> {
    const { version, effectiveFrom } = rubric;
    const at = publishedAt?.toISOString() ?? null;
    return { ...summary(rubric), version, effectiveFrom, state, origin, publishedAt: at, forms };
  }
}

export class DraftSummaryReply extends RubricSummaryReply {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ type: String, nullable: true, example: '42-hd/2' }) basedOn!: string | null;
  @ApiProperty() revision!: number;
  @ApiProperty({ format: 'date-time' }) savedAt!: string;

  static of({ id, rubric, basedOn, revision, savedAt }: RubricDraft): Plain<DraftSummaryReply> {
    return { ...summary(rubric), id, basedOn, revision, savedAt: savedAt.toISOString() };
  }
}

export class RubricsReply {
  @ApiProperty({ type: [PublishedRubricReply] }) published!: PublishedRubricReply[];
  @ApiProperty({ type: [DraftSummaryReply] }) drafts!: DraftSummaryReply[];
  @ApiProperty({ type: [RubricSummaryReply], description: 'What the service brings to copy from, by code' })
  samples!: RubricSummaryReply[];

  static of(
    published: readonly PublishedRubric[],
    drafts: readonly RubricDraft[],
    samples: readonly Rubric[],
  ): RubricsReply {
    return {
      published: published.map((each) => PublishedRubricReply.of(each)),
      drafts: drafts.map((each) => DraftSummaryReply.of(each)),
      samples: samples.map(summary),
    };
  }
}

export class RubricReply extends PublishedRubricReply {
  @ApiProperty(CONTENT) content!: Rubric;
}

export class RubricFaultReply {
  @ApiProperty({ example: '/sheets/0/groups/1/criteria/0/scoring/bands/2' }) pointer!: string;
  @ApiProperty({ example: 'rubric.bands_hole' }) code!: string;
}

export class RubricDraftReply extends DraftSummaryReply {
  @ApiProperty(CONTENT) content!: Rubric;
  @ApiProperty({ type: [RubricFaultReply], description: 'What stands in the way of its publication' })
  faults!: RubricFaultReply[];

  static override of(draft: RubricDraft): RubricDraftReply {
    const faults = rubricFaults(draft.rubric).map(({ pointer, code }) => ({ pointer, code }));
    return { ...DraftSummaryReply.of(draft), content: draft.rubric, faults };
  }
}

export class StartDraftRequest {
  @ApiProperty({ format: 'uuid', description: 'Made by the sender, so that asking twice makes one draft' })
  @IsUUID()
  id!: RubricDraftId;

  @ApiProperty({ required: false, example: '42-hd', description: 'What to copy: a published rubric or a sample' })
  @ValidateIf((request: StartDraftRequest) => request.content === undefined)
  @IsString()
  @MaxLength(40)
  code?: string;

  @ApiProperty({ required: false, description: 'Its version; 0 for a sample' })
  @ValidateIf((request: StartDraftRequest) => request.content === undefined)
  @IsInt()
  @Min(0)
  @Max(1_000_000)
  version?: number;

  @ApiProperty({ ...CONTENT, selfRequired: false, description: 'Or a rubric as a file, in place of a copy' })
  @IsOptional()
  @IsObject()
  content?: Record<string, unknown>;
}

export class SaveDraftRequest {
  @ApiProperty(CONTENT)
  @IsObject()
  content!: Record<string, unknown>;
}

export class PublishRubricRequest {
  @ApiProperty({ example: '2026-12', description: 'The month from which on it counts' })
  @Matches(MONTH)
  from!: Month;
}

export class TriedFormReply {
  @ApiProperty({ format: 'uuid' }) submissionId!: string;
  @ApiProperty() branch!: string;
  @ApiProperty({ example: '2026-11-03' }) heldOn!: Day;
  @ApiProperty({ type: String, nullable: true }) ratingBefore!: string | null;
  @ApiProperty() ratingAfter!: string;
  @ApiProperty({ description: 'In points' }) totalBefore!: number;
  @ApiProperty() totalAfter!: number;
}

export class RubricTrialReply {
  @ApiProperty({ type: String, nullable: true, example: '2026-01-03' }) from!: Day | null;
  @ApiProperty({ type: String, nullable: true, example: '2026-11-05' }) to!: Day | null;
  @ApiProperty({ description: 'Forms that it could score' }) scored!: number;
  @ApiProperty({ description: 'Forms with the same rating and other points' }) otherPoints!: number;
  @ApiProperty({ description: 'Forms that answer not everything that it asks' }) unanswered!: number;
  @ApiProperty({ description: 'Forms of meetings that it is not for' }) notMeant!: number;
  @ApiProperty({ description: 'Older forms that were not looked at' }) older!: number;
  @ApiProperty({ type: [TriedFormReply], description: 'Forms with another rating' }) changed!: TriedFormReply[];

  static of({ span, scored, otherPoints, unanswered, notMeant, older, changed }: TriedRubric): RubricTrialReply {
    return {
      from: span?.from ?? null,
      to: span?.to ?? null,
      ...{ scored, otherPoints, unanswered, notMeant, older },
      changed: changed.map(({ form, rating, total }) => ({
        submissionId: form.submissionId,
        branch: form.branch,
        heldOn: form.heldOn,
        ratingBefore: form.rating,
        ratingAfter: rating,
        totalBefore: form.total / hundredths(1),
        totalAfter: total / hundredths(1),
      })),
    };
  }
}

function summary({ id, title, source, purpose, kinds, branchTypes }: Rubric): Plain<RubricSummaryReply> {
  return { code: id, title, source, purpose, kinds: kinds ?? null, branchTypes: branchTypes ?? null };
}
