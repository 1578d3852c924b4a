import { formatNumber } from '../../kernel/plain-format.ts';
import { actionWords, doneWords, meetingWords, nameOf } from './action-words.ts';
import type { Board } from './board.ts';
import { costWords, troubleWords } from './cost-bubble.tsx';
import { useDesk } from './desk-context.ts';
import { isUndoable } from './proposals.ts';
import { Icon } from './small-parts.tsx';
import type { Source } from './targets.ts';
import { locale, say } from './texts.ts';

/** What the plan comes to, as the service last counted it. */
export function Figures() {
  const { store } = useDesk();
  const { covered, wanted, visits, furthestOff, kilometres, handMade, proof } = store.base.value.figures;
  // What was proven was proven of the facts of then.
  const { outdated } = store.base.value;
  const figures: readonly (readonly [string, string])[] = [
    [`${formatNumber(locale, covered)} / ${formatNumber(locale, wanted)}`, say('desk.figure.covered')],
    [formatNumber(locale, visits), say('desk.figure.visits')],
    [formatNumber(locale, furthestOff / 100), say('desk.figure.furthest_off')],
    ...(kilometres === null
      ? []
      : [[formatNumber(locale, Math.round(kilometres)), say('desk.figure.kilometres')] as const]),
    [formatNumber(locale, handMade), say('desk.figure.hand_made')],
  ];
  return (
    <div class="desk-figures">
      <dl>
        {figures.map(([figure, name]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{figure}</dd>
          </div>
        ))}
      </dl>
      <p>{outdated ? say('desk.proof_then') : proof}</p>
    </div>
  );
}

const MOST_NEWS = 6;

/** What one has to know before one goes on: why nothing can be changed, or what the plan does not know yet. */
export function Banner() {
  const { store } = useDesk();
  const { mayEdit, planState, outdated, month, variant } = store.base.value;
  const isUnderReview = planState === 'submitted' || planState === 'approved';
  return (
    <div class="desk-banner">
      {variant !== null && (
        <div class="notice">
          <Icon name="scale" />
          <p>
            {say('desk.variant', { name: variant })} <a href={`/months/${month}/variants`}>{say('desk.to_variants')}</a>
          </p>
        </div>
      )}
      {!mayEdit && (
        <div class="notice">
          <Icon name="lock" />
          <p>
            {planState === 'draft' ? say('desk.may_not_edit') : say(`desk.locked.${planState}`)}{' '}
            {isUnderReview && <a href={`/months/${month}/plan/review`}>{say('desk.to_review')}</a>}
          </p>
        </div>
      )}
      {outdated && (
        <div class="notice notice-warning">
          <Icon name="warn" />
          <p>
            {say('desk.outdated')} <a href={`/months/${month}`}>{say('desk.to_month')}</a>
          </p>
        </div>
      )}
    </div>
  );
}

/** What others have changed; above everything else, so that nothing moves under the pointer. */
export function NewsNotice() {
  const { store } = useDesk();
  const board = store.board.value;
  const { said, added, gone } = store.news.value;
  // What the calendar or the engine has changed is nobody's single doing.
  const pairs = [
    ...[...gone].map((pair) => say('desk.news.gone', wordsOf(board, pair))),
    ...[...added].map((pair) => say('desk.news.added', wordsOf(board, pair))),
  ];
  const lines = said.length > 0 ? said : pairs;
  return (
    <div class="desk-news" aria-live="polite">
      {lines.length > 0 && (
        <div class="notice">
          <Icon name="people" />
          <div>
            <p class="notice-title">
              {said.length > 0 ? say('desk.news') : say('desk.news.plan', { count: lines.length })}
            </p>
            <ul class="desk-lines">
              {lines.slice(0, MOST_NEWS).map((line) => (
                <li key={line}>{line}</li>
              ))}
              {lines.length > MOST_NEWS && <li>{say('desk.news.more', { count: lines.length - MOST_NEWS })}</li>}
            </ul>
          </div>
          <button type="button" class="btn btn-sm" onClick={() => store.forgetNews()}>
            {say('desk.news.seen')}
          </button>
        </div>
      )}
    </div>
  );
}

function wordsOf(board: Board, pair: string): { readonly name: string; readonly meeting: string } {
  const [specialistId = '', meetingId = ''] = pair.split(' ');
  return { name: nameOf(board, specialistId), meeting: meetingWords(board, meetingId) };
}

/** What is in hand, what was just done or could not be, and, for those who hear it, what a change would cost. */
export function StatusLine() {
  const { store, view, proposals } = useDesk();
  const board = store.board.value;
  const lifted = view.lifted.value;
  const preview = proposals.preview.value;
  const trouble = proposals.trouble.value;
  const done = proposals.done.value;
  const said = store.isSaving.value
    ? say('desk.saving')
    : trouble
      ? troubleWords(trouble)
      : done
        ? doneWords(board, done)
        : '';
  return (
    <div class={`desk-status${lifted ? ' desk-status-lifted' : trouble ? ' desk-status-trouble' : ''}`}>
      <p role="status">{lifted ? say('desk.in_hand', { what: sourceWords(board, lifted) }) : said}</p>
      {lifted && (
        <button
          type="button"
          class="btn btn-sm"
          onClick={() => {
            view.lifted.value = null;
            proposals.lookAway();
          }}
        >
          {say('desk.put_back')}
        </button>
      )}
      {!lifted && isUndoable(done) && store.base.value.undo !== null && !store.isSaving.value && (
        <button type="button" class="btn btn-sm" onClick={() => void proposals.step('undo')}>
          {say('desk.undo')}
        </button>
      )}
      <p class="visually-hidden" aria-live="polite">
        {preview?.cost && `${actionWords(board, preview.action)}. ${costWords(preview.cost)}`}
        {preview?.trouble && troubleWords(preview.trouble)}
      </p>
    </div>
  );
}

/** `Nguyễn Thị Lan – Chi bộ 3 (T5 03/12)` */
export function sourceWords(board: Board, source: Source): string {
  const meeting = meetingWords(board, source.meetingId);
  return source.kind === 'meeting' ? meeting : `${nameOf(board, source.specialistId)} – ${meeting}`;
}
