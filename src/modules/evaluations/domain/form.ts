import { MEETING_KINDS, type MeetingKind } from '../../../kernel/meeting-kind.ts';
import type { DraftAnswers } from './answers.ts';

import { namesIn } from './conditions.ts';
import type { EvaluationForm, FieldSpec, ScalarField, Section, VisitContext } from './form-model.ts';
import type { FormTemplate } from './form-template.ts';
import type { Condition, Criterion, Group, Rubric } from './rubric.ts';
import { templateSections } from './template-sections.ts';
import { standardForm } from './templates/standard-form.ts';

/**
 * The form of a visit: the sections of its template, with what the rubric asks the observer to judge in those that it
 * names, or at the template's place for them.
 */
export function visitForm(
  rubric: Rubric,
  context: Pick<VisitContext, 'month' | 'fields' | 'directives'>,
  template: FormTemplate = standardForm,
): EvaluationForm {
  const placed = templateSections(template, context, namesUsed(rubric));
  const judged = judgedSections(rubric);
  const known = new Set(placed.map((section) => section.id));
  const sections = placed.flatMap(({ place, ...section }): Section[] => {
    if (place === 'judged') return judged.filter((each) => !known.has(each.id));
    if (place === 'self') return [{ ...section, fields: selfFields(rubric) }];
    const added = judged.find((each) => each.id === section.id);
    return [{ ...section, fields: [...section.fields, ...(added?.fields ?? [])] }];
  });
  return {
    template: { id: template.id, version: template.version },
    rubric: { id: rubric.id, version: rubric.version },
    sections: sections.filter((section) => section.fields.length > 0),
  };
}

/** The figures and fields that the rubric reads, and own questions as `extra/<id>`; questions for others are left out. */
export function namesUsed(rubric: Rubric): ReadonlySet<string> {
  const names = new Set<string>();
  const take = (condition: Condition) => namesIn(condition).forEach((name) => names.add(name));
  for (const sheet of rubric.sheets) {
    for (const { scoring, automatic, bonuses } of sheet.groups.flatMap((group) => group.criteria)) {
      if (scoring.by === 'cases') scoring.cases.forEach((each) => take(each.when));
      if (scoring.by === 'bands') names.add(scoring.indicator);
      [...(automatic ?? []), ...(bonuses ?? [])].forEach((each) => take(each.when));
    }
    for (const gate of sheet.gates) if (gate.condition) take(gate.condition);
  }
  return names;
}

function judgedSections(rubric: Rubric): Section[] {
  const sections = new Map<string, Section>();
  for (const sheet of rubric.sheets) {
    for (const group of sheet.groups) {
      const fields = group.criteria
        .map((criterion) => judgedField(criterion, sheet.kinds))
        .filter((each) => each !== null);
      if (fields.length === 0) continue;
      const id = group.section ?? group.id;
      const before = sections.get(id);
      const added = fields.filter((field) => !before?.fields.some((each) => samePath(each.path, field.path)));
      sections.set(id, { id, title: before?.title ?? group.title, fields: [...(before?.fields ?? []), ...added] });
    }
  }
  return [...sections.values()];
}

function judgedField(criterion: Criterion, sheetKinds: readonly MeetingKind[]): ScalarField | null {
  const { scoring } = criterion;
  if (scoring.by === 'cases' || scoring.by === 'bands') return null;
  const asked = askedWhen(criterion, sheetKinds);
  const common = {
    path: ['scores', criterion.id],
    label: criterion.title,
    required: true,
    ...(criterion.help ? { help: criterion.help } : {}),
    ...(asked ? { askedWhen: asked } : {}),
  };
  if (scoring.by === 'points') return { ...common, type: 'points', maximum: criterion.maximum, step: scoring.step };
  const options = scoring.options.map((option) => ({ value: option.value, label: option.text }));
  return { ...common, type: 'choice', options, look: 'segments' };
}

/** Asked only in meetings where the criterion counts, and not where its points follow automatically. */
function askedWhen(criterion: Criterion, sheetKinds: readonly MeetingKind[]): Condition | null {
  const parts: Condition[] = [];
  const kinds = sheetKinds.filter((kind) => criterion.kinds?.includes(kind) ?? true);
  if (kinds.length < MEETING_KINDS.length) parts.push({ field: 'meetingKind', in: kinds });
  if (criterion.automatic && criterion.automatic.length > 0) {
    parts.push({ not: { any: criterion.automatic.map((each) => each.when) } });
  }
  return parts.length > 1 ? { all: parts } : (parts[0] ?? null);
}

function selfFields(rubric: Rubric): FieldSpec[] {
  const groups = new Map<string, { group: Group; maximum: number; kinds: MeetingKind[] }>();
  for (const sheet of rubric.sheets) {
    for (const group of sheet.groups) {
      const before = groups.get(group.id);
      const maximum = group.criteria.reduce((sum, criterion) => sum + criterion.maximum, 0);
      groups.set(group.id, {
        group,
        maximum: Math.max(maximum, before?.maximum ?? 0),
        kinds: [...(before?.kinds ?? []), ...sheet.kinds],
      });
    }
  }
  const fields: FieldSpec[] = [...groups.values()].map(({ group, maximum, kinds }) => ({
    type: 'points',
    path: ['selfScores', group.id],
    label: group.title,
    required: false,
    maximum,
    step: 0.25,
    ...(kinds.length < MEETING_KINDS.length ? { askedWhen: { field: 'meetingKind', in: kinds } as const } : {}),
  }));
  const most = Math.max(...rubric.sheets.map((sheet) => sheet.maximum));
  fields.push({
    type: 'points',
    path: ['selfTotal'],
    label: { vi: 'Tổng điểm chi bộ tự chấm', en: 'The branch’s own total' },
    help: {
      vi: 'Chỉ ghi khi chi bộ không cho điểm từng mục.',
      en: 'Only where the branch gave no points by group.',
    },
    required: false,
    maximum: most,
    step: 0.25,
  });
  return fields;
}

/** What can be filled in before the meeting: the plan, and the branch's numbers from its last form. */
export function firstAnswers(context: VisitContext, form: EvaluationForm): DraftAnswers {
  const { planned, lastCounts } = context;
  const known = {
    ...lastCounts,
    ...(planned
      ? { meetingKind: planned.kind, date: planned.day, startedAt: planned.startsAt, place: planned.place }
      : {}),
  };
  const asked = new Set(form.sections.flatMap(({ fields }) => fields.map(({ path }) => path[0])));
  return Object.fromEntries(Object.entries(known).filter(([name]) => asked.has(name)));
}

function samePath(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((part, index) => part === b[index]);
}
