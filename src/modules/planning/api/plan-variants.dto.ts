import { IsNotEmpty, IsObject, IsString, IsUUID } from 'class-validator';
import { ApiProperty } from '../../../platform/http/api-description.ts';
import type { PolicyValues } from '../../policies/index.ts';

const UUID = { format: 'uuid' } as const;

export class CopyVariantRequest {
  @ApiProperty({ ...UUID, description: 'Of the new variant, made by the caller: sent twice, it is one' })
  @IsUUID()
  id!: string;
  @ApiProperty({ ...UUID, description: 'The variant that it begins as' }) @IsUUID() from!: string;
  @ApiProperty({ minLength: 1, maxLength: 60 }) @IsString() @IsNotEmpty() name!: string;
}

export class MakeVariantRequest extends CopyVariantRequest {
  @ApiProperty({
    type: Object,
    description:
      'What it decides otherwise than the policy, by the keys of `policy` in the list; the rest stays as decided',
  })
  @IsObject()
  values!: Record<string, unknown>;
}

export class RenameVariantRequest {
  @ApiProperty({ minLength: 1, maxLength: 60 }) @IsString() @IsNotEmpty() name!: string;
}

export class ObjectiveReply {
  @ApiProperty({ enum: ['coverage', 'fairness', 'quality', 'stability', 'linkage'] }) tier!: string;
  @ApiProperty() objective!: number;
}

export class VariantReply {
  @ApiProperty(UUID) id!: string;
  @ApiProperty({ description: '`main` where nobody has named it' }) name!: string;
  @ApiProperty({ description: 'What If-Match wants, in quotes' }) revision!: number;
  @ApiProperty({ description: 'The plan of the month, which publication is about' }) isChosen!: boolean;
  @ApiProperty({ description: 'Facts have changed since, so that it cannot be published as it is' })
  isOutdated!: boolean;
  @ApiProperty({ type: Object, description: 'What it decides otherwise than the policy' }) ownPolicy!: PolicyValues;
  @ApiProperty({ enum: ['optimal', 'feasible', 'infeasible', 'unknown'] }) status!: string;
  @ApiProperty({ description: 'Edits by hand that stand' }) handMade!: number;
  @ApiProperty() visits!: number;
  @ApiProperty({ description: 'Meetings that are due' }) due!: number;
  @ApiProperty({ description: 'Meetings that are due and lack somebody' }) uncovered!: number;
  @ApiProperty({ description: 'Root mean square of the distance from each share, in visits' }) spread!: number;
  @ApiProperty({ type: Number, nullable: true, description: 'Over the ways whose ends are known' })
  kilometres!: number | null;
  @ApiProperty({ description: 'People whose visits are not as in the chosen variant' }) peopleDiffering!: number;
  @ApiProperty({ description: 'Meetings to which others go than in the chosen variant' }) meetingsDiffering!: number;
  @ApiProperty({
    type: [ObjectiveReply],
    description: 'By the policy of the committee, so that variants can be compared',
  })
  tiers!: ObjectiveReply[];
}

export class VariantsReply {
  @ApiProperty({ type: Object, description: 'What the committee has decided: what a variant may decide otherwise' })
  policy!: PolicyValues;
  @ApiProperty({ type: [VariantReply] }) items!: VariantReply[];
}
