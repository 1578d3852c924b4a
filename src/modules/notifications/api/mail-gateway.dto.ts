import { IsIn, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { contentHash } from '../../../kernel/canonical-json.ts';
import { ApiProperty, ApiPropertyOptional } from '../../../platform/http/api-description.ts';
import type { TakenBounce } from '../application/take-bounce.ts';
import type { TakenMail } from '../application/take-incoming-mail.ts';
import { type DeliveryReport, REPORTED_ACTIONS, type ReportedAction, STATUS_CODE } from '../domain/delivery-report.ts';

const LONGEST = 998;

export class BounceRequest {
  @ApiProperty({
    description: 'The Message-ID of the mail, with its angle brackets',
    example: '<3f9a@giaoban.example>',
  })
  @IsString()
  @MaxLength(LONGEST)
  @Matches(/^<[^<>\s]+>$/)
  messageId!: string;

  @ApiProperty({ enum: REPORTED_ACTIONS, description: 'What happened to it, as RFC 3464 calls it' })
  @IsIn(REPORTED_ACTIONS)
  action!: ReportedAction;

  @ApiProperty({ description: 'The code by RFC 3463', example: '5.1.1' })
  @IsString()
  @Matches(STATUS_CODE)
  status!: string;

  @ApiPropertyOptional({ description: 'What the other server said' })
  @IsOptional()
  @IsString()
  @MaxLength(2_000)
  diagnostic?: string;

  @ApiPropertyOptional({ description: 'The gateway’s own id of this report; one with the same id counts once' })
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST)
  id?: string;
}

export class BounceReply {
  @ApiProperty({ format: 'uuid' }) mailId!: string;
  @ApiProperty({
    enum: ['returned', 'given_up', 'delayed', 'delivered'],
    description: 'What it means for the mail; `returned` flags its address as well',
  })
  kind!: string;
  @ApiProperty({ description: 'The same report had come before; nothing was changed' }) isKnown!: boolean;
}

const REASONS = ['unreadable', 'unknown_report', 'automatic', 'no_reply', 'unknown_visit', 'attendee', 'sender'];

export class TakenMailReply {
  @ApiProperty({
    enum: ['report', 'reply', 'unmatched'],
    description: 'What it was; `unmatched` is kept, and never acted on',
  })
  outcome!: string;
  @ApiProperty({ enum: REASONS, type: String, nullable: true, description: 'Why it is unmatched' })
  reason!: string | null;
  @ApiProperty({ description: 'The same mail had come before; nothing was changed' }) isKnown!: boolean;
}

export function takenMailReply({ outcome, reason, isKnown }: TakenMail): TakenMailReply {
  return { outcome, reason, isKnown };
}

export function reportOf(body: BounceRequest): DeliveryReport {
  const { messageId, action, status, diagnostic = '', id } = body;
  const key = id ?? contentHash([messageId, action, status, diagnostic]);
  return { messageIds: [messageId], action, status, diagnostic, key };
}

export function bounceReply({ mailId, kind, isKnown }: TakenBounce): BounceReply {
  return { mailId, kind, isKnown };
}
