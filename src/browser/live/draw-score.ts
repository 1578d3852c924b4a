import type { LiveWords } from '../../modules/evaluations/domain/live-words.ts';
import type { ScoreGroupView, ScoreView } from '../../modules/evaluations/domain/score-view.ts';
import { icon, made } from './made.ts';

/** As the partial `score` draws it. */
export function drawScore(view: ScoreView, words: LiveWords): HTMLElement {
  const waiting = words['score.waiting'];
  const { sum, self, difference, rating } = view;
  return made(
    'div',
    { class: 'score' },
    made('ol', { class: 'score-groups' }, ...view.groups.map((group) => drawGroup(group, words))),
    sum && line('score-rating', words['score.sum'], points(`${sum.earned}\u00a0/\u00a0${sum.reachable}`)),
    sum && made('p', { class: 'score-source' }, words[`score.unreachable.${sum.unreachable}`]),
    line('score-total', words['score.total'], points(`${view.total}\u00a0/\u00a0${view.maximum}`)),
    rating === null
      ? line('score-rating soft', words['score.rating'], made('span', {}, waiting))
      : line('score-rating', words['score.rating'], made('b', {}, rating)),
    self === null
      ? null
      : line(
          'score-rating',
          words['score.self'],
          made(
            'span',
            {},
            made('b', {}, self),
            difference === null ? null : ' ',
            difference === null
              ? null
              : made('span', { class: 'soft' }, words['score.difference']({ points: difference })),
          ),
        ),
    ...view.gates.map((gate) => made('p', { class: 'score-gate' }, icon('note'), gate)),
    made('p', { class: 'score-source' }, view.source),
  );
}

function drawGroup(group: ScoreGroupView, words: LiveWords): HTMLElement {
  const small = (text: string) => made('span', { class: 'score-self' }, text);
  return made(
    'li',
    {},
    made(
      'details',
      {},
      made(
        'summary',
        {},
        made('span', { class: 'score-title' }, group.title),
        made(
          'span',
          { class: group.isKnown ? 'score-points' : 'score-points score-open' },
          `${group.points}\u00a0/\u00a0${group.maximum}`,
          group.isKnown ? null : small(words['score.incomplete']),
          group.self === null ? null : small(words['score.self_short']({ points: group.self })),
        ),
      ),
      made('ul', {}, ...group.criteria.map((each) => drawCriterion(each, words))),
    ),
  );
}

function drawCriterion(
  { title, ground, points: earned, maximum }: ScoreGroupView['criteria'][number],
  words: LiveWords,
): HTMLElement {
  return made(
    'li',
    {},
    made('span', {}, made('span', {}, title), ground === null ? null : made('span', { class: 'score-ground' }, ground)),
    earned === null
      ? points(made('span', { class: 'soft' }, words['score.waiting']))
      : points(maximum === '' ? earned : `${earned}\u00a0/\u00a0${maximum}`),
  );
}

function line(classes: string, label: string, content: Node): HTMLElement {
  return made('p', { class: classes }, made('span', {}, label), content);
}

function points(content: string | Node): HTMLElement {
  return made('span', { class: 'score-points' }, content);
}
