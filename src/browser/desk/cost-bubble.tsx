import { useLayoutEffect, useRef } from 'preact/hooks';
import { actionWords } from './action-words.ts';
import type { DeskCost } from '../../pages/desk/desk.view.ts';
import { useDesk } from './desk-context.ts';
import type { Trouble } from './proposals.ts';
import { Signed } from './small-parts.tsx';
import { say } from './texts.ts';

const EDGE = 12;

/** What the change that one looks at would cost, beside its target. */
export function CostBubble() {
  const { proposals, store } = useDesk();
  const bubble = useRef<HTMLDivElement>(null);
  const preview = proposals.preview.value;
  useLayoutEffect(() => {
    const { current } = bubble;
    if (!current || !preview) return;
    const { offsetWidth: width, offsetHeight: height } = current;
    const { x, y } = preview.anchor;
    const left = Math.max(EDGE, Math.min(x, innerWidth - width - EDGE));
    const top = y + height + EDGE > innerHeight ? Math.max(EDGE, y - height - 3 * EDGE) : y;
    current.style.transform = `translate(${left}px, ${top}px)`;
  });
  if (!preview) return null;
  return (
    <div ref={bubble} class="desk-bubble" data-bubble>
      <p class="desk-bubble-title">{actionWords(store.board.value, preview.action)}</p>
      <CostLines cost={preview.cost} trouble={preview.trouble} />
    </div>
  );
}

export function CostLines({ cost, trouble }: { cost: DeskCost | null; trouble: Trouble | null }) {
  if (trouble) return <p class="desk-trouble">{troubleWords(trouble)}</p>;
  if (!cost) return <p class="soft">{say('desk.cost_asked')}</p>;
  const { can, lines, against } = cost;
  return (
    <>
      {can !== 'yes' && (
        <div class={`desk-against desk-against-${can}`}>
          <p>
            <Signed icon={can === 'no' ? 'bad' : 'warn'}>
              {say(can === 'no' ? 'desk.cannot' : 'desk.wants_reason')}
            </Signed>
          </p>
          <Lines lines={against} />
        </div>
      )}
      {/* What is never done costs nothing. */}
      {can !== 'no' && lines.length > 0 && <Lines lines={lines} />}
      {can === 'yes' && lines.length === 0 && <p class="soft">{say('desk.cost_nothing')}</p>}
    </>
  );
}

function Lines({ lines }: { lines: readonly string[] }) {
  return (
    <ul class="desk-lines">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

export function troubleWords(trouble: Trouble): string {
  if (trouble.kind === 'refused') return trouble.sentence ?? say('desk.refused');
  return trouble.kind === 'unreached' ? say('desk.unreached') : say('desk.signed_out');
}

/** A cost as one text, for those who hear it. */
export function costWords({ can, lines, against }: DeskCost): string {
  if (can === 'no') return [say('desk.cannot'), ...against].join(' ');
  if (can === 'with_reason') return [say('desk.wants_reason'), ...against, ...lines].join(' ');
  return lines.length > 0 ? lines.join(' ') : say('desk.cost_nothing');
}
