import type { MeetingRef, SpecialistRef } from '../kernel/id.ts';
import type { Plan, PlanProblem, Sentences } from '../solver/index.ts';
import { BadInput } from './bad-input.ts';
import type { Call, Command } from './command.ts';
import { EXIT } from './exit-code.ts';
import type { Explanation } from './explanation.ts';
import { localeOf } from './locale-of.ts';

const HOUR_SECONDS = 3600;

export const explainCommand: Command = {
  name: 'explain',
  usage: 'problem.json plan.json (--specialist S --meeting M | --unmet M) [--out why.json] [--time 30] [--lang vi]',
  summary: 'say why somebody goes to a meeting or does not, or why a seat stays empty',
  help: `  --specialist S --meeting M   why S goes to M, beside the next best; or why not: what speaks against it, or
                               what forcing it would cost and who would move (the month is solved again)
  --unmet M                    who could have gone to M and what each is doing, who may not and why, and a count
                               that shows why it cannot be otherwise, where there is one
  --out FILE                   where the explanation goes; standard output if it is left out
  --time S                     at most so many seconds for solving again (120)
  --lang vi|en                 language of the sentences for people (en); the data are the same

  Exit code: 0 explained, 2 a file cannot be used, or an id is not in them.`,
  options: {
    specialist: { type: 'string' },
    meeting: { type: 'string' },
    unmet: { type: 'string' },
    out: { type: 'string', short: 'o' },
    time: { type: 'string' },
    lang: { type: 'string' },
  },
  files: ['problem.json', 'plan.json'],
  async run(call, streams) {
    const out = call.text('out');
    const question = questionOf(call);
    const time = call.number('time', { least: 1, most: HOUR_SECONDS });
    const { readPlanFile, readProblemFile } = await import('./read-files.ts');
    const { demandWritable, writeJson } = await import('./write-json.ts');
    const { namesOf, Sentences } = await import('../solver/index.ts');
    const locale = localeOf(call);
    await demandWritable(out);
    const problem = await readProblemFile(call.file(0));
    const plan = await readPlanFile(call.file(1));
    await demandKnown(problem, plan, question);
    const explanation = await explain(problem, plan, question, time);
    await writeJson(streams.stdout, out, explanation);
    const lines = linesOf(explanation, new Sentences(locale, namesOf(problem)));
    streams.stderr.write(`${lines.join('\n')}\n`);
    return EXIT.done;
  },
};

interface Question {
  /** Null: explains the empty seats of the meeting. */
  readonly specialistId: SpecialistRef | null;
  readonly meetingId: MeetingRef;
}

function questionOf(call: Call): Question {
  const [specialistId, meetingId, unmet] = [call.text('specialist'), call.text('meeting'), call.text('unmet')];
  if (unmet !== null && specialistId === null && meetingId === null) return { specialistId: null, meetingId: unmet };
  if (unmet === null && specialistId !== null && meetingId !== null) return { specialistId, meetingId };
  throw new BadInput('Ask with --specialist and --meeting, or with --unmet. See giaoban explain --help.');
}

async function demandKnown(problem: PlanProblem, plan: Plan, { specialistId, meetingId }: Question): Promise<void> {
  const { inputHash } = await import('../solver/index.ts');
  if (plan.inputHash !== inputHash(problem)) throw new BadInput('The plan answers another problem.');
  if (plan.status === 'infeasible' || plan.status === 'unknown') {
    throw new BadInput(`There is nothing to explain: the status of the plan is “${plan.status}”.`);
  }
  if (!problem.meetings.some(({ id }) => id === meetingId)) throw new BadInput(`No meeting has the id “${meetingId}”.`);
  if (specialistId !== null && !problem.specialists.some(({ id }) => id === specialistId)) {
    throw new BadInput(`No specialist has the id “${specialistId}”.`);
  }
}

async function explain(
  problem: PlanProblem,
  plan: Plan,
  { specialistId, meetingId }: Question,
  time: number | null,
): Promise<Explanation> {
  if (specialistId === null) {
    const { shortageWitnesses, unmetInFull } = await import('../solver/index.ts');
    const unmet = unmetInFull(problem, plan, meetingId);
    if (unmet === null) return { kind: 'met', meetingId };
    const found = shortageWitnesses(problem, plan).find((one) => one.meetingId === meetingId);
    return { kind: 'unmet', ...unmet, witness: found?.witness ?? null };
  }
  const { whyHere, whyNot } = await import('../solver/index.ts');
  const here = whyHere(problem, plan, { specialistId, meetingId });
  if (here !== null) return { kind: 'why_here', ...here };
  const options = { seed: plan.seed, ...(time !== null && { timeLimitMs: time * 1000 }) };
  const answer = await whyNot(problem, plan, { specialistId, meetingId }, options);
  return { kind: 'why_not', specialistId, meetingId, answer };
}

function linesOf(explanation: Explanation, say: Sentences): string[] {
  switch (explanation.kind) {
    case 'why_here':
      return say.whyHere(explanation);
    case 'why_not':
      return say.whyNot(explanation, explanation.answer);
    case 'unmet':
      return say.unmet(explanation, explanation.witness);
    case 'met':
      return [say.met(explanation.meetingId)];
  }
}
