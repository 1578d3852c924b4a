import { useEffect } from 'preact/hooks';
import { Banner, Figures, NewsNotice, StatusLine } from './banner.tsx';
import { CostBubble } from './cost-bubble.tsx';
import { useDesk } from './desk-context.ts';
import { Dragging } from './dragging.tsx';
import { KeysList, listenToDeskKeys } from './keys-list.tsx';
import { Matrix } from './matrix.tsx';
import { MeetingList } from './meeting-list.tsx';
import { Panel } from './panel.tsx';
import { PeopleList } from './people-list.tsx';
import { pressed } from './presses.ts';
import { ProposalCard } from './proposal-card.tsx';
import { QuestionBox } from './question-box.tsx';
import { say } from './texts.ts';
import { Toolbar } from './toolbar.tsx';
import { useMedia } from './use-media.ts';

/** Where the matrix and the list have room beside each other, and where there is none for the matrix. */
const WIDE = '(min-width: 1181px)';
const NARROW = '(max-width: 720px)';

export function DeskIsland() {
  const desk = useDesk();
  const { view } = desk;
  const isWide = useMedia(WIDE);
  const isNarrow = useMedia(NARROW);
  useEffect(() => listenToDeskKeys(desk), []);
  return (
    <div class="desk-board" onClick={(event) => pressed(desk, event)}>
      <Figures />
      <Banner />
      <ProposalCard />
      <Toolbar isNarrow={isNarrow} />
      {isNarrow && (
        <div class="desk-parts" role="group" aria-label={say('desk.parts')}>
          {(['meetings', 'people'] as const).map((part) => (
            <button
              key={part}
              type="button"
              aria-pressed={view.part.value === part}
              onClick={() => (view.part.value = part)}
            >
              {say(`desk.${part}`)}
            </button>
          ))}
        </div>
      )}
      <div class="desk-halves">
        {!isNarrow && (
          <section class="desk-plan card sheet" aria-label={say('desk.matrix')}>
            <Matrix />
            <Legend />
          </section>
        )}
        {isNarrow && view.part.value === 'people' && <PeopleList />}
        <div class="desk-beside">
          <Panel isWide={isWide} />
          {(!isNarrow || view.part.value === 'meetings') && <MeetingList />}
        </div>
      </div>
      <StatusLine />
      <NewsNotice />
      <Dragging />
      <CostBubble />
      <QuestionBox />
      <KeysList />
    </div>
  );
}

function Legend() {
  return (
    <p class="desk-legend">
      <span>
        <span class="chip chip-regular chip-pinned">P8.5</span>
        {say('desk.pinned')}
      </span>
      <span>
        <span class="chip chip-regular chip-clash">P8.5</span>
        {say('desk.away_then')}
      </span>
      <span>
        <span class="chip chip-regular chip-new">P8.5</span>
        {say('desk.new')}
      </span>
      <span>
        <span class="legend-away" />
        {say('desk.away')}
      </span>
      <span id="desk-keys-hint">{say('desk.keys_hint')}</span>
    </p>
  );
}
