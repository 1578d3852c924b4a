import { useEffect, useState } from 'preact/hooks';
import type { DeskAction, DeskCandidate } from '../../pages/desk/desk.view.ts';
import { nameOf } from './action-words.ts';
import { ActionButton } from './action-button.tsx';
import { CostLines, troubleWords } from './cost-bubble.tsx';
import { useDesk } from './desk-context.ts';
import type { Trouble } from './proposals.ts';
import { say } from './texts.ts';

const FIRST = 6;

/** Who could go to a meeting, best first: as well, or in place of somebody. */
export function Candidates({ meetingId, instead }: { meetingId: string; instead: string | null }) {
  const { store } = useDesk();
  const [candidates, setCandidates] = useState<readonly DeskCandidate[] | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [isWhole, setIsWhole] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const { revision } = store.base.value;
  useEffect(() => {
    let isWanted = true;
    void store.service.candidates(meetingId, instead).then((answer) => {
      if (!isWanted) return;
      setTrouble(null);
      if (answer.kind === 'done') setCandidates(answer.value);
      else
        setTrouble(
          answer.kind === 'refused' ? answer : { kind: answer.kind === 'signed-out' ? 'signed-out' : 'unreached' },
        );
    });
    return () => {
      isWanted = false;
    };
  }, [meetingId, instead, revision, attempt]);
  const board = store.board.value;
  const all = candidates ?? [];
  const isNobody = all.length > 0 && all.every(({ can }) => can === 'no');
  const shown = isWhole ? all : all.slice(0, FIRST);
  return (
    <div class="desk-candidates">
      <h3>
        {isNobody
          ? say('desk.nobody_can')
          : instead === null
            ? say('desk.candidates')
            : say('desk.candidates_instead', { name: nameOf(board, instead) })}
      </h3>
      {trouble && (
        <p class="desk-trouble">
          {troubleWords(trouble)}{' '}
          <button type="button" class="btn btn-sm" onClick={() => setAttempt(attempt + 1)}>
            {say('desk.try_again')}
          </button>
        </p>
      )}
      {!candidates && !trouble && <p class="soft">{say('desk.candidates_asked')}</p>}
      {candidates && all.length === 0 && <p class="soft">{say('desk.no_candidates')}</p>}
      <ul>
        {shown.map((candidate) => (
          <CandidateRow key={candidate.specialistId} candidate={candidate} meetingId={meetingId} instead={instead} />
        ))}
      </ul>
      {all.length > shown.length && (
        <button type="button" class="btn btn-sm" onClick={() => setIsWhole(true)}>
          {say('desk.more_candidates', { count: all.length - shown.length })}
        </button>
      )}
    </div>
  );
}

function CandidateRow({
  candidate,
  meetingId,
  instead,
}: {
  candidate: DeskCandidate;
  meetingId: string;
  instead: string | null;
}) {
  const { store, proposals } = useDesk();
  const { specialistId, name, can } = candidate;
  const board = store.board.value;
  const isForbidden = board.forbidden[board.meetingAt(meetingId)]?.includes(board.personAt(specialistId)) === true;
  const action: DeskAction =
    instead === null
      ? { kind: 'assign', specialistId, meetingId }
      : { kind: 'replace', meetingId, specialistId: instead, bySpecialistId: specialistId };
  return (
    <li class={`desk-candidate desk-candidate-${can}`}>
      <div>
        <p>
          <b>{name}</b>
        </p>
        <CostLines cost={candidate} trouble={null} />
      </div>
      {can !== 'no' && (
        <div class="desk-candidate-do">
          <button
            type="button"
            class={`btn btn-sm ${can === 'yes' ? 'btn-primary' : ''}`}
            aria-label={say(instead === null ? 'desk.assign_whom' : 'desk.take_over_whom', { name })}
            onClick={() => proposals.choose([action], candidate)}
          >
            {say(instead === null ? 'desk.assign' : 'desk.take_over')}
          </button>
          {instead === null && !isForbidden && (
            <ActionButton
              label={say('desk.forbid')}
              spoken={say('desk.forbid_whom', { name })}
              action={{ kind: 'forbid', specialistId, meetingId }}
            />
          )}
        </div>
      )}
    </li>
  );
}
