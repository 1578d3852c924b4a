import fc from 'fast-check';
import type { EvaluationForm, FieldSpec, ScalarField } from '../../src/modules/evaluations/domain/form-model.ts';
import { inputName } from '../../src/modules/evaluations/domain/pointer.ts';

/** What people and programs write into fields, whether it fits or not. */
const STRAY = fc.constantFrom<unknown>(
  ...[
    '',
    ' ',
    '0',
    '1',
    '12',
    '40',
    '47',
    '9,5',
    '9.25',
    '-1',
    '3x',
    '1e3',
    '２',
    '19:30',
    '19h',
    '24:00',
    '29/2/2021',
  ],
  ...['2020-12-03', '2020-12-03T00:00', 'yes', 'no', 'on', '<b>đậm</b>', 'bà Lan 0903 123 456', 'e\u0301', '\u0000'],
  ...[null, true, false, 7, -0, 1.5, Number.MAX_SAFE_INTEGER, [], {}, ['a'], { text: 'a' }],
);

/** Random entries of a form, as JSON or as the fields of a page: some fit, some are missing, some are of no use. */
export function randomEntries(form: EvaluationForm): fc.Arbitrary<Readonly<Record<string, unknown>>> {
  const fields = form.sections.flatMap((section) => section.fields);
  const parts = fields.map((field) =>
    fc.oneof(
      { weight: 5, arbitrary: fittingEntries(field) },
      { weight: 1, arbitrary: fc.constant({}) },
      { weight: 1, arbitrary: STRAY.map((value) => ({ [inputName(field.path)]: value })) },
    ),
  );
  const unknown = fc.oneof(
    { weight: 9, arbitrary: fc.constant({}) },
    { weight: 1, arbitrary: fc.dictionary(fc.string({ maxLength: 8 }), STRAY, { maxKeys: 2 }) },
  );
  return fc
    .tuple(fc.tuple(...parts), unknown)
    .map(([entries, more]) => Object.assign({}, ...entries, more) as object as Readonly<Record<string, unknown>>);
}

function fittingEntries(field: FieldSpec): fc.Arbitrary<Readonly<Record<string, unknown>>> {
  if (field.type !== 'list') return fitting(field).map((value) => ({ [inputName(field.path)]: value }));
  const item = fc.tuple(
    ...field.item.map((each) => fc.oneof(fitting(each), STRAY).map((value) => [each.path[0] ?? '', value] as const)),
  );
  return fc
    .array(item, { maxLength: 3 })
    .map((items) =>
      Object.fromEntries(
        items.flatMap((cells, index) => cells.map(([name, value]) => [inputName([...field.path, index, name]), value])),
      ),
    );
}

function fitting(field: ScalarField): fc.Arbitrary<unknown> {
  switch (field.type) {
    case 'count':
      return fc.integer({ min: field.minimum, max: Math.min(field.maximum, 60) }).map(String);
    case 'points':
      return fc
        .integer({ min: 0, max: Math.round(field.maximum / field.step) })
        .map((steps) => String(steps * field.step));
    case 'number':
      return fc.integer({ min: field.minimum, max: Math.min(field.maximum, 60) }).map(String);
    case 'multiple':
      return fc.subarray(field.options.map(({ value }) => value));
    case 'time':
      return fc.constantFrom('18:00', '19h30', '20:15', '21:00', '23:10', '00:30');
    case 'date':
      return fc.constantFrom('2020-12-03', '3/12/2020', '04/12/2020', '2020-11-30', '2020-12-31');
    case 'text':
      return fc.string({ unit: 'grapheme', maxLength: 30 });
    case 'choice':
      return fc.constantFrom(...field.options.map(({ value }) => value));
  }
}
