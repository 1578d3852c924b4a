import {
  type PublishedRubric,
  type Rubric,
  type RubricDraft,
  rubricFaults,
  SAMPLE_RUBRICS,
} from '../../modules/evaluations/index.ts';
import { type RubricReader, scopeWords } from './rubric-words.ts';
import type { DraftLine, RubricLine, RubricsPage } from './rubric.view.ts';

/** Everything by which meetings are scored: in force, coming, replaced, drafts, and samples to copy. */
export function buildRubricsPage(
  { published, drafts }: { readonly published: readonly PublishedRubric[]; readonly drafts: readonly RubricDraft[] },
  take: RubricsPage['take'],
  reader: RubricReader,
): RubricsPage {
  const inState = (state: PublishedRubric['state']) =>
    published.filter((each) => each.state === state).map((each) => publishedLine(each, reader));
  return {
    inForce: inState('in_force'),
    coming: inState('coming'),
    replaced: inState('replaced'),
    drafts: drafts.map((draft) => draftLine(draft, reader)),
    samples: SAMPLE_RUBRICS.map((rubric) => ({
      ...line(rubric, `/rubrics/samples/${rubric.id}`, reader),
      version: null,
      from: null,
      forms: 0,
    })),
    take,
  };
}

function publishedLine({ rubric, forms }: PublishedRubric, reader: RubricReader): RubricLine {
  const { id, version, effectiveFrom } = rubric;
  return { ...line(rubric, `/rubrics/${id}/${version}`, reader), version, from: effectiveFrom, forms };
}

function draftLine({ id, rubric, savedAt }: RubricDraft, reader: RubricReader): DraftLine {
  const { href, title, scope } = line(rubric, `/rubrics/drafts/${id}`, reader);
  return { href, title, scope, savedAt, faults: rubricFaults(rubric).length };
}

function line(
  rubric: Rubric,
  href: string,
  reader: RubricReader,
): Pick<RubricLine, 'href' | 'title' | 'source' | 'scope'> {
  const { title, source } = rubric;
  return { href, title: title[reader.locale], source: source[reader.locale], scope: scopeWords(rubric, reader) };
}
