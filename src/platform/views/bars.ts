import Handlebars from 'handlebars';
import { Drawing } from '../charts/chart.ts';

const BLOCK = { width: 9, height: 13, gap: 2 } as const;

/**
 * Small graphics beside a figure. They use SVG attributes alone, because the Content-Security-Policy forbids inline
 * styles, and are hidden from screen readers, because the figure says the same.
 */
export const bars = {
  /** `{{drawn drawing}}`: a chart. Nothing else may be sent as markup, so that no text of a person can. */
  drawn: (drawing: unknown): Handlebars.SafeString => {
    if (!(drawing instanceof Drawing)) throw new Error('only what drawChart has drawn is sent as markup');
    return new Handlebars.SafeString(drawing.svg);
  },

  /** `{{loadBar count target max}}`: a block for each up to the maximum, a tick at the target, amber above it. */
  loadBar: (count: number, target: number, max: number): Handlebars.SafeString => {
    const step = BLOCK.width + BLOCK.gap;
    const blocks = Math.max(count, max, 1);
    const rects = Array.from({ length: blocks }, (_, i) => {
      const kind = i >= count ? 'free' : i >= target ? 'over' : 'used';
      return `<rect class="load-${kind}" x="${i * step}" y="1" width="${BLOCK.width}" height="${BLOCK.height}" rx="2"/>`;
    });
    const at = Math.round(Math.min(target, blocks) * step - BLOCK.gap / 2) - 0.5;
    const tick = `<path class="load-target" d="M${at} 0V${BLOCK.height + 2}"/>`;
    return svg(blocks * step - BLOCK.gap + 1, BLOCK.height + 2, 'load-bar', rects.join('') + tick);
  },

  /** `{{shareBar part whole}}`: one bar, filled as far as the share goes. */
  shareBar: (part: number, whole: number): Handlebars.SafeString => {
    const width = 96;
    const filled = whole > 0 ? Math.round((Math.min(part, whole) / whole) * width) : 0;
    return svg(
      width,
      6,
      'share-bar',
      `<rect class="load-free" width="${width}" height="6" rx="3"/><rect class="load-used" width="${filled}" height="6" rx="3"/>`,
    );
  },
};

function svg(width: number, height: number, name: string, content: string): Handlebars.SafeString {
  return new Handlebars.SafeString(
    `<svg class="${name}" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" aria-hidden="true" focusable="false">${content}</svg>`,
  );
}
