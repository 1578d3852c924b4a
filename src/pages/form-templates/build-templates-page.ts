import {
  type FormTemplate,
  type KnownTemplate,
  SAMPLE_TEMPLATES,
  type TemplateDraft,
  templateFaults,
} from '../../modules/evaluations/index.ts';
import { type RubricReader, scopeWords } from '../rubrics/rubric-words.ts';
import { allQuestions } from './template-words.ts';
import type { TemplateLine, TemplatesPage } from './template.view.ts';

/** Every form: in use, coming, replaced, drafts, and samples to copy. */
export function buildTemplatesPage(
  { known, drafts }: { readonly known: readonly KnownTemplate[]; readonly drafts: readonly TemplateDraft[] },
  take: TemplatesPage['take'],
  reader: RubricReader,
): TemplatesPage {
  const inState = (state: KnownTemplate['state']) =>
    known
      .filter((each) => each.state === state)
      .map(({ template, forms }) => {
        const { id, version, effectiveFrom } = template;
        return { ...line(template, `/form-templates/${id}/${version}`, reader), version, from: effectiveFrom, forms };
      });
  return {
    inForce: inState('in_force'),
    coming: inState('coming'),
    replaced: inState('replaced'),
    drafts: drafts.map(({ id, template, savedAt }) => ({
      ...line(template, `/form-templates/drafts/${id}`, reader),
      savedAt,
      faults: templateFaults(template).length,
    })),
    samples: SAMPLE_TEMPLATES.map((template) => line(template, `/form-templates/samples/${template.id}`, reader)),
    take,
  };
}

function line(template: FormTemplate, href: string, reader: RubricReader): TemplateLine {
  const { title, source } = template;
  return {
    href,
    title: title[reader.locale],
    source: source[reader.locale],
    scope: scopeWords(template, reader),
    version: null,
    from: null,
    forms: 0,
    questions: allQuestions(template).length,
  };
}
