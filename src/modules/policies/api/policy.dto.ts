import { IsDefined, IsObject, Matches } from 'class-validator';
import type { Month } from '../../../kernel/month.ts';
import { ApiProperty } from '../../../platform/http/api-description.ts';
import { POLICY_PARTS, type PolicyPartKey } from '../application/policy-part.ts';
import type { PolicyValue, PolicyValues } from '../domain/policy-field.ts';
import type { PolicyFacts } from '../infra/policies-read-model.ts';

const MONTH = /^(19|2\d)\d\d-(0[1-9]|1[0-2])$/;
const VALUE = { anyOf: [{ type: 'number' }, { type: 'string' }, { type: 'boolean' }, { type: 'null' }] };

export class PolicyChangeRequest {
  @ApiProperty({ example: '2026-12', description: 'The month from which on the values count' })
  @Matches(MONTH)
  from!: Month;

  @ApiProperty({
    type: 'object',
    additionalProperties: VALUE,
    description: 'The values to change, by field; what is not named stays',
  })
  @IsDefined()
  @IsObject()
  values!: Record<string, unknown>;
}

export class PolicyFieldReply {
  @ApiProperty() key!: string;
  @ApiProperty({ enum: ['whole', 'time', 'choice', 'yes_no'] }) kind!: 'whole' | 'time' | 'choice' | 'yes_no';
  @ApiProperty({ isArray: true, type: String, description: 'Of a choice, what may be chosen' })
  options!: readonly string[];
  @ApiProperty({ type: Number, nullable: true, description: 'Of a whole number, the least' }) least!: number | null;
  @ApiProperty({ type: Number, nullable: true, description: 'Of a whole number, the most' }) most!: number | null;
  @ApiProperty({ ...VALUE, description: 'What counts in the month; null: no limit, or off' }) value!: PolicyValue;
  @ApiProperty({ ...VALUE, description: 'What counts where nothing was decided' }) builtIn!: PolicyValue;
}

export class PolicyReply {
  @ApiProperty({ enum: POLICY_PARTS }) part!: PolicyPartKey;
  @ApiProperty({ example: '2026-12' }) month!: Month;
  @ApiProperty({ example: '2026-12', description: 'The first month that a change may begin with' }) firstOpen!: Month;
  @ApiProperty({ type: [PolicyFieldReply] }) fields!: PolicyFieldReply[];
  @ApiProperty({ isArray: true, type: String, description: 'Months from which on something was decided' })
  decidedFrom!: Month[];
}

export class PoliciesReply {
  @ApiProperty({ type: [PolicyReply] }) items!: PolicyReply[];
}

export function policyReply({ key, month, firstOpen, fields, values, builtIn, decisions }: PolicyFacts): PolicyReply {
  const value = (of: PolicyValues, field: string) => of[field] ?? null;
  return {
    part: key,
    month,
    firstOpen,
    fields: fields.map((field) => ({
      key: field.key,
      kind: field.kind,
      options: field.kind === 'choice' ? field.options : [],
      least: field.kind === 'whole' ? field.least : null,
      most: field.kind === 'whole' ? field.most : null,
      value: value(values, field.key),
      builtIn: value(builtIn, field.key),
    })),
    decidedFrom: decisions.map(({ from }) => from),
  };
}
