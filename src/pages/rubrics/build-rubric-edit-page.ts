import type { Ref } from '../../kernel/id.ts';
import { MEETING_KINDS } from '../../kernel/meeting-kind.ts';
import { type Rubric, rubricFaults, score } from '../../modules/evaluations/index.ts';
import { messageOf, translate } from '../../platform/i18n/messages.ts';
import { showScore } from '../../modules/evaluations/index.ts';
import { buildEditCards } from './build-edit-cards.ts';
import { faultLines, type RubricReader } from './rubric-words.ts';
import type { EditField, RubricEditPage, RubricPreview } from './rubric.view.ts';
import { JUDGED, SAMPLE_NUMBERS, sampleAnswers, type SampleMeeting } from './sample-meeting.ts';

export interface EditFrame {
  readonly draftId: Ref<'Rubric'>;
  readonly part: string;
  readonly seen: number;
  readonly error: string | null;
}

/** One part of a draft with its fields and what it makes of a meeting; null where there is no such part. */
export function buildRubricEditPage(
  rubric: Rubric,
  { draftId, part, seen, error }: EditFrame,
  meeting: SampleMeeting,
  reader: RubricReader,
): RubricEditPage | null {
  const cards = buildEditCards(rubric, part, rubricFaults(rubric), reader);
  if (!cards) return null;
  const base = `/rubrics/drafts/${draftId}`;
  return {
    title: cards[0]?.title ?? '',
    backHref: base,
    back: rubric.title[reader.locale],
    action: `${base}/edit/${part}`,
    previewAction: `${base}/edit/${part}/preview`,
    seen,
    error,
    cards,
    meeting: meetingFields(meeting, reader),
    preview: buildPreview(rubric, base, meeting, reader),
  };
}

/** The score of a meeting; where the rubric is still wrong, what is wrong in place of it. */
export function buildPreview(
  rubric: Rubric,
  base: string,
  meeting: SampleMeeting,
  reader: RubricReader,
): RubricPreview {
  const faults = rubricFaults(rubric);
  if (faults.length > 0) return { score: null, faults: faultLines(faults, rubric, base, reader) };
  return { score: showScore(score(rubric, sampleAnswers(rubric, meeting)), rubric, reader.locale), faults: [] };
}

function meetingFields(meeting: SampleMeeting, { catalogue }: RubricReader): EditField[] {
  const select = (name: 'kind' | 'judged', values: readonly string[], words: (value: string) => string): EditField => ({
    kind: 'select',
    name: `meeting.${name}`,
    label: translate(catalogue, `rubrics.meeting.${name}`),
    value: '',
    options: values.map((value) => ({
      value,
      label: messageOf(catalogue, words(value)),
      selected: meeting[name] === value,
    })),
    error: null,
  });
  return [
    select('kind', MEETING_KINDS, (value) => `meeting.kind.${value}`),
    select('judged', JUDGED, (value) => `rubrics.judged.${value}`),
    ...SAMPLE_NUMBERS.map((name): EditField => ({
      kind: 'number',
      name: `meeting.${name}`,
      label: messageOf(catalogue, `rubrics.meeting.${name}`),
      value: String(meeting[name]),
      options: [],
      error: null,
    })),
  ];
}
