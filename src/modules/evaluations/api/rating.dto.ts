import { IsOptional, IsString, MaxLength, ValidateIf } from 'class-validator';
import { ApiProperty } from '../../../platform/http/api-description.ts';
import type { SubmissionId } from '../domain/submission.ts';
import type { MeetingRating, ToldDecision } from '../infra/ratings-read-model.ts';

export class DecideRatingRequest {
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Id of a rating of the rubric; null takes the decision back',
  })
  @ValidateIf((_, value) => value !== null)
  @IsString()
  @MaxLength(100)
  rating!: string | null;

  @ApiProperty({
    required: false,
    maxLength: 2000,
    description: 'Why; needed where the rating is not the one by points, or where a decision is taken back',
  })
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  reason?: string;
}

export class RatingDecisionReply {
  @ApiProperty({ description: 'Counts the decisions about this meeting' }) number!: number;
  @ApiProperty({ format: 'uuid', description: 'The form on which it was decided' }) submissionId!: string;
  @ApiProperty({ type: String, nullable: true, description: 'Null: the decision before was taken back' })
  rating!: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'By the points of that form' }) byPoints!: string | null;
  @ApiProperty({ type: String, nullable: true }) reason!: string | null;
  @ApiProperty({ type: String, nullable: true }) by!: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'For whom, where a deputy decided' })
  onBehalfOf!: string | null;
  @ApiProperty({ format: 'date-time' }) at!: string;

  static of({ number, submissionId, rating, points, reason, by, onBehalfOf, at }: ToldDecision): RatingDecisionReply {
    return {
      number,
      submissionId,
      rating: rating?.id ?? null,
      byPoints: points?.id ?? null,
      reason,
      by,
      onBehalfOf,
      at: at.toISOString(),
    };
  }
}

export class OfficialRatingReply {
  @ApiProperty({ format: 'uuid' }) submissionId!: string;
  @ApiProperty({
    type: RatingDecisionReply,
    nullable: true,
    description: 'The decision that counts; null where the points rate the meeting',
  })
  official!: RatingDecisionReply | null;
  @ApiProperty({ type: [RatingDecisionReply], description: 'All decisions about the meeting, oldest first' })
  decisions!: RatingDecisionReply[];

  static of(submissionId: SubmissionId, { official, decisions }: MeetingRating): OfficialRatingReply {
    return {
      submissionId,
      official: official && RatingDecisionReply.of(official),
      decisions: decisions.map((decision) => RatingDecisionReply.of(decision)),
    };
  }
}
