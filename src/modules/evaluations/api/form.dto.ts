import { ApiProperty } from '../../../platform/http/api-description.ts';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import type { Answers } from '../domain/answers.ts';
import type { TemplateVersion } from '../domain/form-template.ts';
import type { Hundredths } from '../domain/points.ts';
import { LONGEST_REMARK, type Remarks } from '../domain/remarks.ts';
import type { Score } from '../domain/score.ts';
import { referenceOf } from '../domain/reference.ts';
import type { MonthForm, ReadSubmission, ReviewState, VersionState } from '../infra/forms-read-model.ts';

const MOST_VERSIONS = 1_000;
const MOST_REMARKS = 200;
const REVIEW_STATES = ['submitted', 'accepted', 'returned'];

const FORM_VERSION = /^[a-z][a-z0-9_-]{0,39}\/[1-9]\d{0,5}$/;
const FORM = {
  required: false,
  example: 'standard/1',
  description: 'The form whose questions were asked; else the one with which it was begun, else the one in use',
};

export class SubmitRequest {
  @ApiProperty({ minimum: 0, description: 'The version that was returned; 0 for the first form of a visit' })
  @IsInt()
  @Min(0)
  @Max(MOST_VERSIONS)
  basedOn!: number;

  @ApiProperty({ type: Object, description: 'The answers, by the names of the form' })
  @IsObject()
  answers!: Record<string, unknown>;

  @ApiProperty(FORM)
  @IsOptional()
  @Matches(FORM_VERSION)
  form?: string;

  @ApiProperty({
    required: false,
    maxLength: 2000,
    description: 'What the sender answers to the review of the version before; needed where nothing was mended',
  })
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  reply?: string;
}

export class DraftRequest {
  @ApiProperty({ format: 'uuid', description: 'The id under which it is going to be submitted' })
  @IsUUID()
  submissionId!: string;

  @ApiProperty({ minimum: 0 })
  @IsInt()
  @Min(0)
  @Max(MOST_VERSIONS)
  basedOn!: number;

  @ApiProperty({ type: Object, description: 'What was typed so far, readable as answers or not' })
  @IsObject()
  content!: Record<string, unknown>;

  @ApiProperty(FORM)
  @IsOptional()
  @Matches(FORM_VERSION)
  form?: string;
}

export class Remark {
  @ApiProperty({ example: '/scores/steps', maxLength: 200, description: 'Pointer of the answer in the form' })
  @IsString()
  @MaxLength(200)
  question!: string;

  @ApiProperty({ maxLength: LONGEST_REMARK })
  @IsString()
  @MaxLength(LONGEST_REMARK)
  text!: string;
}

class ReviewRequest {
  @ApiProperty({ required: false, maxLength: 2000 })
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  comments?: string;

  @ApiProperty({ required: false, type: [Remark], description: 'What is said beside single questions' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST_REMARKS)
  @ValidateNested({ each: true })
  @Type(() => Remark)
  remarks?: Remark[];
}

export class AcceptRequest extends ReviewRequest {}

/** The comments, the remarks or both say what to mend; the observer is told by mail. */
export class ReturnRequest extends ReviewRequest {}

export class ReopenRequest {
  @ApiProperty({ maxLength: 2000, description: 'Why, and what to mend; the observer gets it by mail' })
  @IsString()
  @MaxLength(2000)
  reason!: string;
}

export class CorrectRequest {
  @ApiProperty({ type: Object, description: 'All answers of the form, by their names' })
  @IsObject()
  answers!: Record<string, unknown>;

  @ApiProperty({ maxLength: 2000, description: 'What was an obvious slip; the observer reads it' })
  @IsString()
  @MaxLength(2000)
  reason!: string;
}

export class WithdrawRequest {
  @ApiProperty({ maxLength: 2000, description: 'Why; kept with the version that was sent' })
  @IsString()
  @MaxLength(2000)
  reason!: string;
}

export class GroupScoreReply {
  @ApiProperty() id!: string;
  @ApiProperty() points!: number;
  @ApiProperty({ description: 'What this meeting could reach' }) maximum!: number;
  @ApiProperty({ type: Number, nullable: true, description: 'The branch’s own points' }) self!: number | null;
}

export class ScoreReply {
  @ApiProperty() total!: number;
  @ApiProperty() maximum!: number;
  @ApiProperty({ type: String, nullable: true, description: 'Id of the rating in the rubric' }) rating!: string | null;
  @ApiProperty({ type: Number, nullable: true, description: 'The branch’s own total' }) self!: number | null;
  @ApiProperty({ type: [GroupScoreReply] }) groups!: GroupScoreReply[];

  static of({ total, maximum, rating, self, groups }: Score): ScoreReply {
    return {
      total: points(total),
      maximum: points(maximum),
      rating: rating?.id ?? null,
      self: self === null ? null : points(self),
      groups: groups.map((group) => ({
        id: group.id,
        points: points(group.points),
        maximum: points(group.maximum),
        self: group.self === null ? null : points(group.self),
      })),
    };
  }
}

export class ReceiptReply {
  @ApiProperty({ enum: ['stored', 'repeated'] }) outcome!: 'stored' | 'repeated';
  @ApiProperty({ format: 'uuid', description: 'The form that is kept; another id where two phones sent the same' })
  id!: string;
  @ApiProperty({ example: 'KTRM-BXHD', description: 'What people call the form by' }) reference!: string;
  @ApiProperty({ format: 'uuid' }) visitId!: string;
  @ApiProperty() version!: number;
  @ApiProperty({ format: 'date-time' }) receivedAt!: string;
  @ApiProperty({ description: 'SHA-256 of what was stored' }) hash!: string;
  @ApiProperty({ type: ScoreReply }) score!: ScoreReply;
}

export class DraftReply {
  @ApiProperty({ format: 'uuid' }) submissionId!: string;
  @ApiProperty() basedOn!: number;
  @ApiProperty({ description: 'What If-Match wants, in quotes' }) revision!: number;
  @ApiProperty({ format: 'date-time' }) savedAt!: string;
  @ApiProperty({ type: Object }) content!: object;
  @ApiProperty({ type: String, nullable: true, example: 'standard/1' }) form!: string | null;
}

export class ReviewReply {
  @ApiProperty({ type: String, nullable: true }) by!: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'For whom, where a deputy reviewed' })
  onBehalfOf!: string | null;
  @ApiProperty({ format: 'date-time' }) at!: string;
  @ApiProperty({ type: String, nullable: true }) comments!: string | null;
  @ApiProperty({ type: [Remark] }) remarks!: Remark[];
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'When it had been accepted, where it was opened again since',
  })
  wasAcceptedAt!: string | null;
}

export class WithdrawalReply {
  @ApiProperty({ format: 'date-time' }) at!: string;
  @ApiProperty() reason!: string;
}

export class SubmissionReply {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ example: 'KTRM-BXHD', description: 'What people call the form by' }) reference!: string;
  @ApiProperty({ format: 'uuid' }) visitId!: string;
  @ApiProperty() version!: number;
  @ApiProperty({ enum: [...REVIEW_STATES, 'withdrawn'] }) state!: VersionState;
  @ApiProperty({ description: 'What If-Match wants, in quotes' }) revision!: number;
  @ApiProperty() branch!: string;
  @ApiProperty({ example: '2020-12-03' }) heldOn!: string;
  @ApiProperty() specialist!: string;
  @ApiProperty() department!: string;
  @ApiProperty({ format: 'date-time' }) receivedAt!: string;
  @ApiProperty({ example: '42-hd/1', description: 'The rubric and its version' }) rubric!: string;
  @ApiProperty({ example: 'standard/1', description: 'The form and its version' }) form!: string;
  @ApiProperty({ type: ScoreReply }) score!: ScoreReply;
  @ApiProperty({ type: Object }) answers!: Answers;
  @ApiProperty({ type: ReviewReply, nullable: true }) review!: ReviewReply | null;
  @ApiProperty({ type: WithdrawalReply, nullable: true, description: 'Where its author took it back' })
  withdrawal!: WithdrawalReply | null;
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'What its author answers to the review of the version before',
  })
  reply!: string | null;
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'The reviewer who wrote this version in the author’s place; the review of the version before says why',
  })
  correctedBy!: string | null;

  static of(form: ReadSubmission): SubmissionReply {
    const { id, visitId, version, state, revision, branch, heldOn, specialist, department, answers } = form;
    return {
      id,
      reference: referenceOf(id),
      visitId,
      version,
      state,
      revision,
      branch,
      heldOn,
      specialist,
      department,
      receivedAt: form.receivedAt.toISOString(),
      rubric: `${form.rubric.id}/${form.rubric.version}`,
      form: writtenTemplate(form.template),
      score: ScoreReply.of(form.score),
      answers,
      review: form.reviewedAt && {
        by: form.reviewer,
        onBehalfOf: form.reviewedFor,
        at: form.reviewedAt.toISOString(),
        comments: form.comments,
        remarks: Object.entries(form.remarks).map(([question, text]) => ({ question, text })),
        wasAcceptedAt: form.wasAcceptedAt?.toISOString() ?? null,
      },
      withdrawal:
        form.withdrawnAt && form.withdrawnWhy !== null
          ? { at: form.withdrawnAt.toISOString(), reason: form.withdrawnWhy }
          : null,
      reply: form.reply,
      correctedBy: form.correctedBy,
    };
  }
}

export class MonthFormReply {
  @ApiProperty({ format: 'uuid' }) visitId!: string;
  @ApiProperty() branch!: string;
  @ApiProperty({ example: '2020-12-03' }) heldOn!: string;
  @ApiProperty() specialist!: string;
  @ApiProperty() department!: string;
  @ApiProperty({ format: 'uuid', type: String, nullable: true, description: 'Null where no form is there' })
  submissionId!: string | null;
  @ApiProperty({ enum: ['missing', ...REVIEW_STATES] }) state!: 'missing' | ReviewState;
  @ApiProperty({ description: '0 where no form is there' }) version!: number;
  @ApiProperty({ type: Number, nullable: true, description: 'What If-Match of a review wants' })
  revision!: number | null;
  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'Null also while the reader, who observes the same meeting, owes a form of their own',
  })
  total!: number | null;
  @ApiProperty({ type: String, nullable: true, description: 'By points' }) rating!: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'As decided by people, in the place of the one by points' })
  officialRating!: string | null;

  static of({ visitId, branch, heldOn, specialist, department, submission }: MonthForm): MonthFormReply {
    return {
      visitId,
      branch,
      heldOn,
      specialist,
      department,
      submissionId: submission?.id ?? null,
      state: submission?.state ?? 'missing',
      version: submission?.version ?? 0,
      revision: submission?.revision ?? null,
      total: submission && !submission.isHidden ? points(submission.total) : null,
      rating: submission?.rating?.id ?? null,
      officialRating: submission?.official?.id ?? null,
    };
  }
}

export class MonthFormsReply {
  @ApiProperty() expected!: number;
  @ApiProperty() missing!: number;
  @ApiProperty() toReview!: number;
  @ApiProperty() returned!: number;
  @ApiProperty() accepted!: number;
  @ApiProperty({ type: [MonthFormReply] }) forms!: MonthFormReply[];

  static of(forms: readonly MonthForm[]): MonthFormsReply {
    const inState = (state: ReviewState) => forms.filter(({ submission }) => submission?.state === state).length;
    return {
      expected: forms.length,
      missing: forms.filter(({ submission }) => submission === null).length,
      toReview: inState('submitted'),
      returned: inState('returned'),
      accepted: inState('accepted'),
      forms: forms.map((form) => MonthFormReply.of(form)),
    };
  }
}

/** Several remarks on one question are one of several lines. */
export function remarksIn(sent: readonly Remark[] = []): Remarks {
  const remarks: Record<string, string> = {};
  for (const { question, text } of sent) {
    remarks[question] = Object.hasOwn(remarks, question) ? `${remarks[question]}\n${text}` : text;
  }
  return remarks;
}

function points(hundredths: Hundredths): number {
  return hundredths / 100;
}

/** `standard/1`, checked before. */
export function templateOf(form: string | undefined): TemplateVersion | undefined {
  const [id = '', version = ''] = form?.split('/') ?? [];
  return form === undefined ? undefined : { id, version: Number(version) };
}

export function writtenTemplate({ id, version }: TemplateVersion): string {
  return `${id}/${version}`;
}
