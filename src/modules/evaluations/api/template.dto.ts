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
import type { FormTemplate } from '../domain/form-template.ts';
import { RUBRIC_PURPOSES, type RubricPurpose } from '../domain/rubric.ts';
import type { TemplateDraft, TemplateDraftId } from '../domain/template-draft.ts';
import { templateFaults } from '../domain/template-validation.ts';
import type { RubricState } from '../infra/rubrics-read-model.ts';
import type { KnownTemplate } from '../infra/templates-read-model.ts';
import { RubricTextReply } from './rubric.dto.ts';

const MONTH = /^(19|2\d)\d\d-(0[1-9]|1[0-2])$/;
const CONTENT = {
  type: 'object' as const,
  additionalProperties: true,
  description: 'The whole form as a file: sections, questions, options, conditions, what must be answered, help',
};

/** The properties of a reply, as an object that can be spread. */
type Plain<Reply> = Pick<Reply, keyof Reply>;

class TemplateSummaryReply {
  @ApiProperty({ example: 'own-standard' }) code!: string;
  @ApiProperty() title!: RubricTextReply;
  @ApiProperty() source!: RubricTextReply;
  @ApiProperty({ enum: RUBRIC_PURPOSES }) purpose!: RubricPurpose;
  @ApiProperty({ isArray: true, type: String, nullable: true, description: 'null: every kind' })
  kinds!: readonly MeetingKind[] | null;
  @ApiProperty({ isArray: true, type: String, nullable: true, description: 'By code; null: every type' })
  branchTypes!: readonly string[] | null;
}

export class KnownTemplateReply extends TemplateSummaryReply {
  @ApiProperty() version!: number;
  @ApiProperty({ example: '2026-12-01' }) effectiveFrom!: Day;
  @ApiProperty({ enum: ['coming', 'in_force', 'replaced'] }) state!: RubricState;
  @ApiProperty({ enum: ['service', 'board'], description: 'Who made this version' }) origin!: KnownTemplate['origin'];
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) publishedAt!: string | null;
  @ApiProperty({ description: 'How many forms were sent with it' }) forms!: number;
  @ApiProperty({ description: 'How many forms are begun with it' }) begun!: number;

  static of({ template, state, origin, publishedAt, forms, begun }: KnownTemplate): Plain<KnownTemplateReply> {
    const { version, effectiveFrom } = template;
    const at = publishedAt?.toISOString() ?? null;
    return { ...summary(template), version, effectiveFrom, state, origin, publishedAt: at, forms, begun };
  }
}

export class TemplateDraftSummaryReply extends TemplateSummaryReply {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ type: String, nullable: true, example: 'standard/1' }) basedOn!: string | null;
  @ApiProperty() revision!: number;
  @ApiProperty({ format: 'date-time' }) savedAt!: string;

  static of({ id, template, basedOn, revision, savedAt }: TemplateDraft): Plain<TemplateDraftSummaryReply> {
    return { ...summary(template), id, basedOn, revision, savedAt: savedAt.toISOString() };
  }
}

export class TemplatesReply {
  @ApiProperty({ type: [KnownTemplateReply] }) templates!: KnownTemplateReply[];
  @ApiProperty({ type: [TemplateDraftSummaryReply] }) drafts!: TemplateDraftSummaryReply[];

  static of(known: readonly KnownTemplate[], drafts: readonly TemplateDraft[]): TemplatesReply {
    return {
      templates: known.map((each) => KnownTemplateReply.of(each)),
      drafts: drafts.map((each) => TemplateDraftSummaryReply.of(each)),
    };
  }
}

export class TemplateReply extends KnownTemplateReply {
  @ApiProperty(CONTENT) content!: FormTemplate;
}

export class TemplateFaultReply {
  @ApiProperty({ example: '/sections/3/questions/1/options' }) pointer!: string;
  @ApiProperty({ example: 'template.few_options' }) code!: string;
}

export class TemplateDraftReply extends TemplateDraftSummaryReply {
  @ApiProperty(CONTENT) content!: FormTemplate;
  @ApiProperty({ type: [TemplateFaultReply], description: 'What stands in the way of its publication' })
  faults!: TemplateFaultReply[];

  static override of(draft: TemplateDraft): TemplateDraftReply {
    const faults = templateFaults(draft.template).map(({ pointer, code }) => ({ pointer, code }));
    return { ...TemplateDraftSummaryReply.of(draft), content: draft.template, faults };
  }
}

export class StartTemplateDraftRequest {
  @ApiProperty({ format: 'uuid', description: 'Made by the sender, so that asking twice makes one draft' })
  @IsUUID()
  id!: TemplateDraftId;

  @ApiProperty({ required: false, example: 'standard', description: 'What to copy' })
  @ValidateIf((request: StartTemplateDraftRequest) => request.content === undefined)
  @IsString()
  @MaxLength(40)
  code?: string;

  @ApiProperty({ required: false, description: 'Its version; 0 for a sample' })
  @ValidateIf((request: StartTemplateDraftRequest) => request.content === undefined)
  @IsInt()
  @Min(0)
  @Max(1_000_000)
  version?: number;

  @ApiProperty({ ...CONTENT, selfRequired: false, description: 'Or a form as a file, in place of a copy' })
  @IsOptional()
  @IsObject()
  content?: Record<string, unknown>;
}

export class SaveTemplateDraftRequest {
  @ApiProperty(CONTENT)
  @IsObject()
  content!: Record<string, unknown>;
}

export class PublishTemplateRequest {
  @ApiProperty({ example: '2026-12', description: 'The month from which on it is used' })
  @Matches(MONTH)
  from!: Month;
}

function summary({ id, title, source, purpose, kinds, branchTypes }: FormTemplate): Plain<TemplateSummaryReply> {
  return { code: id, title, source, purpose, kinds: kinds ?? null, branchTypes: branchTypes ?? null };
}
