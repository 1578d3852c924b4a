import { ApiProperty } from '../../../platform/http/api-description.ts';
import { IsIn, IsOptional, IsString, IsUUID, Matches, MaxLength, ValidateIf } from 'class-validator';
import type { Actor } from '../../../kernel/actor.ts';
import type { SpecialistId } from '../../../kernel/id.ts';
import { DECLINE_KINDS, type DeclineKind } from '../../../kernel/vocabulary.ts';
import { mayReadReason } from '../infra/visits-read-model.ts';
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

  @ApiProperty({
    enum: DECLINE_KINDS,
    required: false,
    description: 'What reports say; another reason where it is left out',
  })
  @IsOptional()
  @IsIn(DECLINE_KINDS)
  kind?: DeclineKind;
}

export class NotHeldRequest {
  @ApiProperty({ maxLength: 500, description: 'Why the branch did not meet' })
  @IsString()
  @MaxLength(500)
  reason!: string;
}

export class StandInRequest {
  @ApiProperty({
    format: 'uuid',
    nullable: true,
    type: String,
    description: 'Who may send the form instead; null: nobody',
  })
  @ValidateIf((_request, value) => value !== null)
  @IsUUID()
  specialistId!: SpecialistId | null;
}

export class AcceptedReply {
  @ApiProperty({ description: 'How many visits were accepted' }) accepted!: number;
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
  @ApiProperty({ type: String, nullable: true, description: 'For whose visit it is, and for the board' })
  declineReason!: string | null;
  @ApiProperty({ enum: DECLINE_KINDS, type: String, nullable: true }) declineKind!: DeclineKind | null;
  @ApiProperty({ type: String, nullable: true, description: 'Name of who may send the form instead' })
  standIn!: string | null;
  @ApiProperty({ type: [String], description: 'Names of the others who go there' }) companions!: readonly string[];
  @ApiProperty({ enum: ['draft', 'submitted', 'accepted', 'returned'], nullable: true, type: String })
  form!: FormState | null;
  @ApiProperty({ description: 'What If-Match wants, in quotes' }) revision!: number;

  static of(line: VisitLine, reader: Actor): VisitReply {
    return replyOf(line, reader);
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

  static brief(line: VisitLine, brief: BranchBrief, reader: Actor): VisitBriefReply {
    return {
      ...replyOf(line, reader),
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

/** A plain object type, because objects of it are spread. */
type VisitWire = { readonly [K in keyof VisitReply]: VisitReply[K] };

function replyOf(line: VisitLine, reader: Actor): VisitWire {
  const { id, branchId, branch, organisation, month, heldOn, place, kind, state, declineKind } = line;
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
    declineReason: mayReadReason(line, reader) ? line.declineReason : null,
    declineKind,
    standIn: line.standIn?.name ?? null,
    companions,
    form,
    revision,
  };
}
