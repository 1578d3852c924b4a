import type { ComponentChildren } from 'preact';
import { useDesk } from './desk-context.ts';

export function Icon({ name }: { name: string }) {
  const { icons } = useDesk();
  return (
    <svg class="icon" width="16" height="16" aria-hidden="true" focusable="false">
      <use href={`${icons}#${name}`} />
    </svg>
  );
}

const BLOCK = { width: 6, height: 13, gap: 1 } as const;
const STEP = BLOCK.width + BLOCK.gap;

/** A block for each visit up to the most, a tick at the share, amber above it; the figure beside it says the same. */
export function LoadBar({ visits, share, max }: { visits: number; share: number; max: number }) {
  const blocks = Math.max(visits, max, 1);
  const width = blocks * STEP - BLOCK.gap + 1;
  const tick = Math.round(Math.min(share, blocks) * STEP - BLOCK.gap / 2) - 0.5;
  const height = BLOCK.height + 2;
  return (
    <svg class="load-bar" width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      {Array.from({ length: blocks }, (_, i) => (
        <rect
          class={`load-${i >= visits ? 'free' : i >= share ? 'over' : 'used'}`}
          x={i * STEP}
          y="1"
          width={BLOCK.width}
          height={BLOCK.height}
          rx="2"
        />
      ))}
      <path class="load-target" d={`M${tick} 0V${height}`} />
    </svg>
  );
}

/** A text that stands beside its sign. */
export function Signed({ icon, children, look = '' }: { icon: string; children: ComponentChildren; look?: string }) {
  return (
    <span class={`desk-signed ${look}`}>
      <Icon name={icon} />
      <span>{children}</span>
    </span>
  );
}
