import { neededBy, servesRubricOnly, shapeOf } from './bound-questions.ts';
import type { FieldSpec, ScalarField, Section, VisitContext } from './form-model.ts';
import {
  type BoundQuestion,
  type FormTemplate,
  type FreeQuestion,
  type FreeShape,
  isBound,
  type TableColumn,
  type TemplateSection,
} from './form-template.ts';
import { standardForm } from './templates/standard-form.ts';
import type { Text } from './text.ts';

/** The sections of a template for one visit: what the rubric adds stands at the sections with a `place`. */
export interface PlacedSection extends Section {
  readonly place: TemplateSection['place'];
}

/**
 * What a template asks of a visit. Questions that serve a rubric only are asked where it reads them (`read`); those that
 * it reads and the template forgets are asked all the same, because without them there would be no points.
 */
export function templateSections(
  template: FormTemplate,
  context: Pick<VisitContext, 'month' | 'fields' | 'directives'>,
  read: ReadonlySet<string>,
): PlacedSection[] {
  const needed = new Set(neededBy(read));
  const fieldOf = (question: BoundQuestion): FieldSpec[] => {
    if (servesRubricOnly(question.asks) && !needed.has(question.asks)) return [];
    // Without a directive there is nothing to ask about.
    if (question.asks === 'directives' && context.directives.length === 0) return [];
    const { label, help, required, askedWhen } = question;
    const isNeeded = needed.has(question.asks);
    return [
      {
        ...shapeOf(question.asks, context),
        path: [question.asks],
        label,
        required: isNeeded || required === true,
        ...(help ? { help } : {}),
        ...(askedWhen && !isNeeded ? { askedWhen } : {}),
      },
    ];
  };
  const sections = template.sections
    .filter(
      ({ from, upTo }) =>
        (from === undefined || from <= context.month) && (upTo === undefined || context.month <= upTo),
    )
    .map(({ id, title, help, place, questions }): PlacedSection => ({
      id,
      title,
      ...(help ? { help } : {}),
      place,
      fields: questions.flatMap((each) => (isBound(each) ? fieldOf(each) : [freeField(each)])),
    }));
  const asked = new Set(sections.flatMap(({ fields }) => fields.map(({ path }) => path[0])));
  const forgotten = STANDARD_QUESTIONS.filter(({ asks }) => needed.has(asks) && !asked.has(asks));
  if (forgotten.length === 0) return sections;
  const added = { id: 'needed', title: NEEDED, place: undefined, fields: forgotten.flatMap(fieldOf) };
  const at = sections.findIndex(({ place }) => place === 'judged');
  return sections.toSpliced(Math.max(at, 0), 0, added);
}

const NEEDED: Text = { vi: 'Khung tiêu chí cần biết thêm', en: 'What the rubric needs besides' };

/** The words of questions that a template forgets. */
const STANDARD_QUESTIONS = standardForm.sections.flatMap(({ questions }) => questions.filter(isBound));

function freeField(question: FreeQuestion): FieldSpec {
  const { id, label, help, required = false, askedWhen } = question;
  const common = {
    path: ['extra', id],
    label,
    required,
    ...(help ? { help } : {}),
    ...(askedWhen ? { askedWhen } : {}),
  };
  if (question.type !== 'table') return { ...common, ...freeShape(question) };
  const { columns, maximum } = question;
  return {
    ...common,
    type: 'list',
    maximum,
    add: { vi: 'Thêm dòng', en: 'Add a row' },
    item: columns.map(columnField),
  };
}

function columnField(column: TableColumn): ScalarField {
  return { ...freeShape(column), path: [column.id], label: column.label, required: column.required === true };
}

const MOST_SEGMENTS = 6;

function freeShape(given: FreeShape) {
  switch (given.type) {
    case 'number': {
      const { type, minimum, maximum, decimals } = given;
      return { type, minimum, maximum, decimals } as const;
    }
    case 'choice': {
      const { type, options } = given;
      return { type, options, look: options.length > MOST_SEGMENTS ? 'list' : 'segments' } as const;
    }
    case 'multiple':
      return { type: given.type, options: given.options } as const;
    case 'text': {
      const { type, lines, maximum } = given;
      return { type, lines, maximum } as const;
    }
    case 'date':
    case 'time':
      return { type: given.type };
  }
}
