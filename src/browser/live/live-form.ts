import type { FormBasis } from '../../modules/evaluations/domain/assess-form.ts';
import { LIVE_WORDS } from '../../modules/evaluations/domain/live-words.ts';
import { type FormStage, tellForm, type ToldForm, type ToldPlace } from '../../modules/evaluations/domain/tell-form.ts';
import { entriesOf } from '../form-entries.ts';
import { takeOver } from '../take-over.ts';
import { drawTold } from './draw-told.ts';
import { shapeOf } from './made.ts';

/** Whoever goes on typing is not interrupted. */
const PAUSE_MS = 300;
/** Drafts keep them beside the answers. */
const NO_ANSWER = /^(reply$|lost\[)/;

/**
 * Says of a form while it is written what the service says once it has it: what is wrong or missing, and the points. The
 * service's answer takes its place when it comes. What rests on what time it is, only the service says.
 */
export function tellLive(form: HTMLFormElement): void {
  const json = document.querySelector('[data-form-basis]')?.textContent ?? '';
  // A page that an earlier release has made.
  if (json !== '') new LiveForm(form, JSON.parse(json) as FormBasis).start();
}

class LiveForm {
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** What the service has last judged, where its clock decides. */
  private judged = new Map<string, string>();

  constructor(
    private readonly form: HTMLFormElement,
    private readonly basis: FormBasis,
  ) {}

  start(): void {
    const { form } = this;
    form.addEventListener('change', () => this.tell());
    // What was typed elsewhere has been filled in, or the service has judged what is older than this.
    for (const word of ['restored', 'differing', 'unsaved']) form.addEventListener(word, () => this.soon());
    form.addEventListener('told', () => this.remember());
    // The service cannot say now why it would refuse it.
    form.addEventListener('unsent', () => this.tell('refused'));
    // What a kept page says of the clock may be days old.
    if (!document.querySelector('[data-kept-page]:not([hidden])')) this.remember();
    this.tell();
  }

  private soon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.tell(), PAUSE_MS);
  }

  private remember(): void {
    const ids = (this.form.dataset['byClock'] ?? '').split(' ').filter((id) => id !== '');
    this.judged = new Map(ids.map((id) => [id, this.valueOf(id)]));
  }

  private tell(stage: FormStage = this.form.querySelector('[name=_refused]') ? 'refused' : 'draft'): void {
    clearTimeout(this.timer);
    const { form, basis } = this;
    const locale = document.documentElement.lang === 'vi' ? 'vi' : 'en';
    const raw = Object.fromEntries(Object.entries(entriesOf(form)).filter(([name]) => !NO_ANSWER.test(name)));
    const told = this.withJudged(tellForm(basis, raw, stage, locale), stage);
    const titles = basis.form.sections.map(({ title }) => title[locale]);
    const drawn = drawTold(told, titles, LIVE_WORDS[locale]);
    this.keepWhatIsTheSame(drawn);
    takeOver(form, drawn);
  }

  /** What the service has said of the clock stands as long as its field does. */
  private withJudged(told: ToldForm, stage: FormStage): ToldForm {
    const { form } = this;
    const standing = [...this.judged].filter(
      ([id, value]) => this.valueOf(id) === value && !told.notes.some((note) => note.id === id && note.error !== null),
    );
    const places = standing.flatMap(([id]): ToldPlace[] => {
      const place = form.querySelector(`[data-live=review] a[href="#${CSS.escape(id)}"]`);
      return place ? [{ label: place.textContent ?? '', sentence: null, href: `#${id}` }] : [];
    });
    const errors = standing.flatMap(([id]) => {
      const error = form.querySelector(`#${CSS.escape(id)}-note .field-error`)?.textContent?.trim();
      const warning = told.notes.find((note) => note.id === id)?.warning ?? null;
      return error ? [{ id, error, warning }] : [];
    });
    return {
      ...told,
      byClock: standing.map(([id]) => id),
      notes: [...told.notes.filter(({ id }) => !errors.some((each) => each.id === id)), ...errors],
      errors: stage === 'refused' ? [...told.errors, ...places] : [],
      review: { ...told.review, open: [...told.review.open, ...places] },
      sections: told.sections.map((section) => ({
        ...section,
        open:
          section.open +
          places.filter(({ href }) => form.querySelector(`#${CSS.escape(section.id)} ${href}`) !== null).length,
      })),
    };
  }

  /** Parts that say the same already are not drawn anew; the service need not send a score that is shown. */
  private keepWhatIsTheSame(drawn: HTMLFormElement): void {
    for (const part of drawn.querySelectorAll<HTMLElement>('[data-live]')) {
      const name = part.dataset['live'] ?? '';
      const shown = this.form.querySelector<HTMLElement>(`[data-live="${name}"]`);
      if (!shown || contentOf(shown) === contentOf(part)) part.remove();
      else if (name === 'score') {
        const mark = this.form.querySelector<HTMLInputElement>('[name=_score]');
        if (mark) mark.value = '';
      }
    }
  }

  private valueOf(id: string): string {
    const field = document.getElementById(id);
    return field instanceof HTMLInputElement ? field.value : '';
  }
}

function contentOf(part: HTMLElement): string {
  return [...part.childNodes]
    .map(shapeOf)
    .filter((shape) => shape !== '')
    .join('|');
}
