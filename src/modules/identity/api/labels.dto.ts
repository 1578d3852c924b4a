import { IsObject } from 'class-validator';
import { ApiProperty } from '../../../platform/http/api-description.ts';
import { COMMITTEE_LABEL_KEYS, type CommitteeLabels } from '../domain/committee-labels.ts';

const BY_LABEL = {
  type: 'object' as const,
  properties: Object.fromEntries(COMMITTEE_LABEL_KEYS.map((key) => [key, { type: 'string' as const }])),
};

export class LabelsRequest {
  @ApiProperty({ ...BY_LABEL, description: 'The labels to change; what is not named stays, an empty text is none' })
  @IsObject()
  labels!: Readonly<Record<string, unknown>>;
}

export class LabelsReply {
  @ApiProperty({ ...BY_LABEL, description: 'Every label; the empty text where nothing was written' })
  labels!: CommitteeLabels;
}
