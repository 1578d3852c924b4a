import { IsIn, IsUUID } from 'class-validator';
import { ApiProperty } from '../../../platform/http/api-description.ts';
import type { ProposedReplan } from '../application/propose-replan.ts';
import { brokenRules } from '../domain/judge-edit.ts';
import { REPLAN_GOALS, type ReplanGoal } from '../domain/replan.ts';
import { AmendmentRequest, ChangeRequest } from './amendments.dto.ts';
import { EditCostReply } from './plan-edits.dto.ts';
import { SolveReply } from './plan.dto.ts';

const UUID = { format: 'uuid' } as const;

export class ReplanRequest {
  @ApiProperty({
    enum: REPLAN_GOALS,
    description:
      'Once all seats are filled that can be: `few`: as few people as possible go elsewhere than they know; `even`: loads are as even as possible',
  })
  @IsIn(REPLAN_GOALS)
  goal!: ReplanGoal;
}

export class ReplanAmendmentRequest extends AmendmentRequest {
  @ApiProperty({ ...UUID, description: 'The answer that was looked at; another one by now is refused with 412' })
  @IsUUID()
  solveId!: string;
}

export class ReplanHourReply {
  @ApiProperty(UUID) meetingId!: string;
  @ApiProperty({ format: 'date-time' }) startsAt!: Date;
}

export class ReplanPartReply extends EditCostReply {
  @ApiProperty({ type: [ChangeRequest], description: 'What an amendment has to do for it: all of it, or none' })
  changes!: ChangeRequest[];
  @ApiProperty({ description: 'It takes off somebody whose visit the board has decided to keep' })
  isAgainstKept!: boolean;
}

export class ReplanAnswerReply {
  @ApiProperty({ description: 'No plan was found that keeps everything that must be kept' }) isNone!: boolean;
  @ApiProperty({ description: 'It is proven that there is no better one' }) isProven!: boolean;
  @ApiProperty({ description: 'The plan was amended since it was asked for, so that nothing of it can be made' })
  isOutdated!: boolean;
  @ApiProperty({ type: [ReplanPartReply], description: 'They can be made without each other' })
  parts!: ReplanPartReply[];
  @ApiProperty({ description: 'Parts that can no longer be made, because of what has happened since' }) gone!: number;
  @ApiProperty({ description: 'Meetings ahead that want somebody' }) due!: number;
  @ApiProperty({ ...UUID, type: [String], description: 'Those to which too few go now' }) shortBefore!: string[];
  @ApiProperty({ ...UUID, type: [String], description: 'Those to which too few go with all parts' })
  shortAfter!: string[];
  @ApiProperty({
    type: [ReplanHourReply],
    description:
      'When the meetings of all parts begin; sent back with an amendment, nothing is made where one has moved',
  })
  hours!: ReplanHourReply[];
}

export class ReplanReply {
  @ApiProperty({ ...UUID, description: 'The published plan' }) planId!: string;
  @ApiProperty({ description: 'Of the plan as it was looked at, for If-Match' }) revision!: number;
  @ApiProperty({ enum: REPLAN_GOALS, nullable: true, description: 'Null before anybody has asked' })
  goal!: ReplanGoal | null;
  @ApiProperty({ type: SolveReply, nullable: true }) solve!: SolveReply | null;
  @ApiProperty({ type: ReplanAnswerReply, nullable: true, description: 'Null until the engine has answered' })
  answer!: ReplanAnswerReply | null;
}

export function replanReply({ month: { header, facts }, asked, answer }: ProposedReplan): ReplanReply {
  const { id: planId, revision } = header;
  const solve = asked?.solve ?? null;
  const touched = new Set<string>(
    answer?.parts.flatMap(({ judged }) => [...judged.released, ...judged.sent].map(({ meetingId }) => meetingId)),
  );
  return {
    planId,
    revision,
    goal: asked?.goal ?? null,
    solve: solve && { id: solve.id, state: solve.state, progress: solve.progress },
    answer: answer && {
      isNone: answer.isNone,
      isProven: answer.isProven,
      isOutdated: answer.isOutdated,
      parts: answer.parts.map(({ changes, judged, isAgainstKept }) => ({
        changes: changes.map((change) => ({ ...change })),
        can: judged.can,
        breaks: brokenRules(judged.faults),
        tiers: [...judged.cost.tiers],
        isAgainstKept,
      })),
      gone: answer.gone,
      due: answer.due,
      shortBefore: [...answer.short.before],
      shortAfter: [...answer.short.after],
      hours: facts.meetings.flatMap(({ id, startsAt }) => (touched.has(id) ? [{ meetingId: id, startsAt }] : [])),
    },
  };
}
