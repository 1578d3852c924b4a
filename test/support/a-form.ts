import { contentHash } from '../../src/kernel/canonical-json.ts';
import type { Actor } from '../../src/kernel/actor.ts';
import { newId } from '../../src/kernel/id.ts';
import { someAnswers } from '../fixtures/some-answers.ts';
import { findingIdsOf } from '../../src/modules/evaluations/domain/findings.ts';
import { type Answers, rubric42Hd, score, type SubmissionId } from '../../src/modules/evaluations/index.ts';
import type { Visit } from '../../src/modules/visits/index.ts';
import type { TestService } from './service.ts';

/** A form of a visit, accepted unless given otherwise, scored with the standard rubric. */
export async function aForm(
  service: TestService,
  committee: Actor,
  visit: Pick<Visit, 'id' | 'specialistId'>,
  changes: Partial<Answers> = {},
  state: 'submitted' | 'accepted' = 'accepted',
): Promise<SubmissionId> {
  const id: SubmissionId = newId();
  const answers = someAnswers({ directives: [], ...changes });
  const at = service.clock.now();
  await service.as(committee, async () => {
    await service.work.query(
      `insert into submissions (committee_id, id, visit_id, version, state, rubric_id, form_version, hash, answers, score,
         submitted_at, submitted_by, reviewed_at, finding_ids)
       select current_committee(), $1, $2, 1, $3, r.id, 1, $4, $5, $6, $7, $8, $9, $11 from rubrics r where r.code = $10`,
      [
        id,
        visit.id,
        state,
        contentHash(answers),
        JSON.stringify(answers),
        JSON.stringify(score(rubric42Hd, answers)),
        at,
        visit.specialistId,
        state === 'accepted' ? at : null,
        rubric42Hd.id,
        findingIdsOf(answers, null),
      ],
    );
    await service.work.query(`update visits set state = 'done' where id = $1`, [visit.id]);
  });
  return id;
}
