import { type FormTemplate, templateFaults } from '../../modules/evaluations/index.ts';
import { messageOf } from '../../platform/i18n/messages.ts';
import { type RubricReader, scopeWords } from '../rubrics/rubric-words.ts';
import { monthsWords, notesOf, templateFaultLines } from './template-words.ts';
import type { TemplatePage } from './template.view.ts';

export type TemplateFrame = Omit<TemplatePage, 'title' | 'source' | 'scope' | 'faults' | 'headHref' | 'sections'>;

/** One form in full. `editBase`: the address below which its parts are changed; null where they are not. */
export function buildTemplatePage(
  template: FormTemplate,
  frame: TemplateFrame,
  editBase: string | null,
  reader: RubricReader,
): TemplatePage {
  const { locale, catalogue } = reader;
  const faults = frame.kind === 'draft' ? templateFaults(template) : [];
  return {
    ...frame,
    title: template.title[locale],
    source: template.source[locale],
    scope: scopeWords(template, reader),
    faults: templateFaultLines(faults, template, editBase, reader),
    headHref: editBase && `${editBase}/edit/head`,
    sections: template.sections.map((section, n) => ({
      at: `/sections/${n}`,
      title: section.title[locale],
      months: monthsWords(section, reader),
      place: section.place ? messageOf(catalogue, `templates.place.${section.place}`) : null,
      href: editBase && section.place !== 'judged' ? `${editBase}/edit/section-${n}` : null,
      mayGo: section.place !== 'judged',
      questions: section.questions.map((question) => ({
        label: question.label[locale],
        notes: notesOf(question, template, reader),
      })),
    })),
  };
}
