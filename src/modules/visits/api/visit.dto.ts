import { ApiProperty } from '../../../platform/http/api-description.ts';
import { IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import type { Visit } from '../domain/visit.ts';
import { FINDING_KINDS, type VisitFinding } from '../domain/visit-result.ts';
import { VISIT_STATES } from '../domain/visit-state.ts';
import type { BranchBrief, EarlierVisit } from '../infra/branch-brief-read-model.ts';
import type { FormState, VisitLine } from '../infra/visits-read-model.ts';

export class MyVisitsQuery {
  @ApiProperty({ required: false, example: '2020-12', description: 'A month; all of them where it is left out' })
  @IsOptional()
  @Matches(/^\d{4}-(0[1-9]|1[0-2])$/)
  month?: string;
}

export class DeclineRequest {
  @ApiProperty({ maxLength: 500, description: 'Why, so that somebody else can be sent' })
  @IsString()
  @MaxLength(500)
  reason!: string;
}

export class VisitReply {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid' }) branchId!: string;
  @ApiProperty() branch!: string;
  @ApiProperty() organisation!: string;
  @ApiProperty({ example: '2020-12' }) month!: string;
  @ApiProperty({ example: '2020-12-03' }) heldOn!: string;
  @ApiProperty({ format: 'date-time' }) startsAt!: string;
  @ApiProperty({ format: 'date-time' }) endsAt!: string;
  @ApiProperty() place!: string;
  @ApiProperty({ enum: ['regular', 'thematic', 'combined'] }) kind!: Visit['kind'];
  @ApiProperty({ enum: VISIT_STATES }) state!: Visit['state'];
  @ApiProperty({ type: String, nullable: true }) declineReason!: string | null;
  @ApiProperty({ type: [String], description: 'Names of the others who go there' }) companions!: readonly string[];
  @ApiProperty({ enum: ['draft', 'submitted', 'accepted', 'returned'], nullable: true, type: String })
  form!: FormState | null;
  @ApiProperty({ description: 'What If-Match wants, in quotes' }) revision!: number;

  static of(line: VisitLine): VisitReply {
    return replyOf(line);
  }
}

export class MyVisitsReply {
  @ApiProperty({ type: [VisitReply] }) visits!: VisitReply[];
}

export class EarlierVisitReply {
  @ApiProperty({ example: '2020-05-04' }) heldOn!: string;
  @ApiProperty() specialist!: string;
  @ApiProperty() department!: string;
  @ApiProperty({ type: Number, nullable: true }) present!: number | null;
  @ApiProperty({ type: Number, nullable: true, description: 'Who had to be there' }) of!: number | null;
  @ApiProperty({ type: Number, nullable: true, description: 'Points' }) score!: number | null;
}

export class FindingReply {
  @ApiProperty({ enum: FINDING_KINDS }) kind!: VisitFinding['kind'];
  @ApiProperty() text!: string;
  @ApiProperty({ type: String, nullable: true }) field!: string | null;
}

export class WeakFieldReply {
  @ApiProperty() code!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ description: 'Shortcomings noted in the twelve months before' }) times!: number;
}

export class VisitBriefReply extends VisitReply {
  @ApiProperty({ type: String, nullable: true }) secretary!: string | null;
  @ApiProperty() members!: number;
  @ApiProperty({ type: [EarlierVisitReply], description: 'The latest first' }) earlier!: EarlierVisitReply[];
  @ApiProperty({ type: [FindingReply], description: 'Of the latest visit that noted any' }) findings!: FindingReply[];
  @ApiProperty({ type: [WeakFieldReply] }) weakFields!: WeakFieldReply[];

  static brief(line: VisitLine, brief: BranchBrief): VisitBriefReply {
    return {
      ...replyOf(line),
      secretary: brief.secretary,
      members: brief.members,
      earlier: brief.earlier.map(earlierReply),
      findings: brief.findings.map(({ kind, text, field }) => ({ kind, text, field })),
      weakFields: brief.weakFields.map(({ code, name, times }) => ({ code, name, times })),
    };
  }
}

function earlierReply(visit: EarlierVisit): EarlierVisitReply {
  const { heldOn, specialist, department, attendancePresent, attendanceOf, score } = visit;
  return {
    heldOn,
    specialist,
    department,
    present: attendancePresent,
    of: attendanceOf,
    score: score === null ? null : score / 100,
  };
}

/** A plain object, because it is spread. */
type VisitWire = { readonly [K in keyof VisitReply]: VisitReply[K] };

function replyOf(line: VisitLine): VisitWire {
  const { id, branchId, branch, organisation, month, heldOn, place, kind, state, declineReason } = line;
  const { startsAt, endsAt, companions, form, revision } = line;
  return {
    id,
    branchId,
    branch,
    organisation,
    month,
    heldOn,
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
    place,
    kind,
    state,
    declineReason,
    companions,
    form,
    revision,
  };
}
