import type { LiveWords } from '../../modules/evaluations/domain/live-words.ts';
import type { ToldForm, ToldNote, ToldPlace } from '../../modules/evaluations/domain/tell-form.ts';
import { drawScore } from './draw-score.ts';
import { icon, made } from './made.ts';

/**
 * What a form's page says around its fields, drawn as the partials of the service draw it: `visit-form-changes` with the
 * parts that are live. A browser test holds both together.
 */
export function drawTold(told: ToldForm, titles: readonly string[], words: LiveWords): HTMLFormElement {
  const { answered, review, errors, sections, notes, idle, byClock } = told;
  return made(
    'form',
    { 'data-idle-questions': idle.join(' '), 'data-by-clock': byClock.join(' ') },
    part('progress', [
      made('progress', {
        max: String(answered.whole),
        value: String(answered.part),
        'aria-label': words['form.progress'],
      }),
      made('span', {}, words['form.answered'](answered)),
    ]),
    part('contents', [
      made('summary', {}, words['form.contents']),
      made(
        'ol',
        {},
        ...sections.map((section, index) =>
          made(
            'li',
            {},
            made('a', { href: `#${section.id}` }, `${index + 1} · ${titles[index] ?? ''}`),
            ' ',
            stateOf(section, words),
          ),
        ),
      ),
    ]),
    part('errors', errors.length > 0 ? drawErrors(errors, words) : []),
    part('review', drawReview(review, words)),
    part('score', [drawScore(told.score, words)]),
    part('submit', [
      words['form.submit'],
      review.open.length > 0
        ? made('span', { class: 'kept-true' }, ` ${words['form.submit_open']({ count: review.open.length })}`)
        : null,
    ]),
    ...notes.map((note) => drawNote(note)),
  );
}

function part(name: string, content: readonly (Node | string | null)[]): HTMLElement {
  return made('div', { 'data-live': name }, ...content);
}

function stateOf({ open, warnings }: ToldForm['sections'][number], words: LiveWords): HTMLElement {
  if (open > 0) return made('span', { class: 'soft' }, words['form.section_open']({ count: open }));
  return warnings > 0
    ? made('span', { class: 'section-unusual' }, words['form.section_unusual']({ count: warnings }))
    : made('span', { class: 'section-done' }, words['form.section_done']);
}

function drawErrors(errors: readonly ToldPlace[], words: LiveWords): Node[] {
  return [
    made('input', { type: 'hidden', name: '_refused', value: '1' }),
    made(
      'div',
      { class: 'notice notice-error', role: 'alert' },
      icon('warn'),
      made(
        'div',
        {},
        made('p', { class: 'notice-title' }, words['form.refused']({ count: errors.length })),
        made('p', {}, made('a', { href: errors[0]?.href ?? '' }, words['form.to_next'])),
        made('details', {}, made('summary', {}, words['form.all_places']), drawPlaces(errors)),
      ),
    ),
  ];
}

function drawReview({ open, warnings }: ToldForm['review'], words: LiveWords): (Node | null)[] {
  return [
    open.length > 0
      ? made('details', { open: '' }, made('summary', {}, words['form.open']({ count: open.length })), drawPlaces(open))
      : made('p', {}, words['form.nothing_open']),
    warnings.length > 0 ? made('p', {}, made('b', {}, words['form.warnings']({ count: warnings.length }))) : null,
    warnings.length > 0 ? drawPlaces(warnings) : null,
  ];
}

function drawPlaces(places: readonly ToldPlace[]): HTMLElement {
  return made(
    'ul',
    { class: 'error-list' },
    ...places.map(({ href, label, sentence }) =>
      made('li', {}, made('a', { href }, [label, sentence].filter((each) => each !== null && each !== '').join(': '))),
    ),
  );
}

function drawNote({ id, error, warning }: ToldNote): HTMLElement {
  return made(
    'div',
    { 'data-note': id },
    error === null ? null : made('p', { class: 'field-error' }, icon('warn'), error),
    warning === null ? null : made('p', { class: 'field-warning' }, icon('note'), warning),
  );
}
