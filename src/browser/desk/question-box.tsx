import { useEffect, useRef } from 'preact/hooks';
import { actionWords } from './action-words.ts';
import { CostLines, troubleWords } from './cost-bubble.tsx';
import { useDesk } from './desk-context.ts';
import { isSame, type Question } from './proposals.ts';
import { Icon } from './small-parts.tsx';
import { say } from './texts.ts';
import { useModal } from './use-modal.ts';

/** Asks before something is done: what it costs, the reason where rules are overruled, what a colleague did meanwhile. */
export function QuestionBox() {
  const { proposals } = useDesk();
  const question = proposals.question.value;
  const { ref, onClose } = useModal(question !== null, () => proposals.close());
  return (
    <dialog ref={ref} class="desk-question" aria-labelledby="desk-question-title" onClose={onClose}>
      {question && <QuestionForm question={question} />}
    </dialog>
  );
}

function QuestionForm({ question }: { question: Question }) {
  const { proposals, store } = useDesk();
  const board = store.board.value;
  const { action, choices, cost, reason, trouble, conflict } = question;
  const wantsReason = cost?.can === 'with_reason';
  const isReady = cost !== null && cost.can !== 'no' && (!wantsReason || reason.trim() !== '');
  const field = useRef<HTMLTextAreaElement>(null);
  const yes = useRef<HTMLButtonElement>(null);
  // Where the answer is given: the reason's field as soon as one is wanted, else the button.
  useEffect(() => {
    if (wantsReason) field.current?.focus();
    else if (cost && cost.can === 'yes') yes.current?.focus();
  }, [wantsReason, cost !== null]);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) proposals.confirm();
      }}
    >
      <h2
        id="desk-question-title"
        tabIndex={-1}
        onKeyDown={(event) => {
          if (event.key === 'Enter') proposals.answer();
        }}
      >
        {actionWords(board, action)}
      </h2>
      {conflict && (
        <div class="notice notice-warning" role="alert">
          <Icon name="warn" />
          <div>
            <p class="notice-title">{say('desk.meanwhile', { by: conflict.by })}</p>
            <p>{conflict.what}</p>
          </div>
        </div>
      )}
      {trouble && cost && (
        <p class="desk-trouble" role="alert">
          {troubleWords(trouble)}
        </p>
      )}
      {choices.length > 1 && (
        <fieldset class="desk-choices">
          <legend>{say('desk.which')}</legend>
          {choices.map((choice) => (
            <label key={JSON.stringify(choice)}>
              <input
                type="radio"
                name="choice"
                checked={isSame(choice, action)}
                onChange={() => proposals.prefer(choice)}
              />
              {actionWords(board, choice)}
            </label>
          ))}
        </fieldset>
      )}
      <div class="desk-cost" aria-live="polite">
        <CostLines cost={cost} trouble={cost ? null : trouble} />
      </div>
      {(wantsReason || reason !== '') && (
        <label class="desk-reason">
          <span>{say('desk.reason')}</span>
          <textarea
            ref={field}
            class="form-control"
            rows={3}
            maxLength={500}
            value={reason}
            required={wantsReason}
            onInput={(event) => proposals.write(event.currentTarget.value)}
          />
          <span class="soft">{say('desk.reason_help')}</span>
        </label>
      )}
      {trouble?.kind === 'signed-out' && (
        <p>
          <a href={`/sign-in?to=${encodeURIComponent(location.pathname)}`} target="_blank" rel="noopener">
            {say('desk.sign_in')}
          </a>
        </p>
      )}
      <div class="desk-buttons">
        {cost?.can !== 'no' && (
          <button ref={yes} class="btn btn-primary" disabled={!isReady}>
            {say(conflict ? 'desk.do_anyway' : wantsReason ? 'desk.do_with_reason' : 'desk.do_it')}
          </button>
        )}
        {trouble && !cost && (
          <button type="button" class="btn" onClick={() => proposals.prefer(action)}>
            {say('desk.try_again')}
          </button>
        )}
        <button type="button" class="btn" onClick={() => proposals.close()}>
          {conflict ? say('desk.keep_theirs', { by: conflict.by }) : say('desk.leave_it')}
        </button>
      </div>
    </form>
  );
}
