import type { Page } from 'playwright-core';
import { type APhone, keptForms, typeInto } from './a-phone.ts';
import { type DueForm, type OfflineGround, type Specialist } from './offline-ground.ts';
import { until } from './until.ts';

const FIELDS = ['place', 'recommendations'] as const;
type Field = (typeof FIELDS)[number];

/** What a phone goes through; `number` picks a tab, a field, a year. */
export type Step =
  | { readonly kind: 'type' | 'tab' | 'kill' | 'close' | 'reload'; readonly number: number }
  | { readonly kind: 'weather'; readonly weather: 'clear' | 'dead' | 'portal' | 'gateway' | 'swallow' }
  | { readonly kind: 'clock'; readonly year: number };

/**
 * Walks with one form through tabs that are opened, killed and reloaded, a line that breaks and a clock that is wrong,
 * and returns what was shown as kept and is nowhere to be seen in the end. A text that its writer has replaced where it
 * stood need not be seen.
 */
export async function lostOnWalk(ground: OfflineGround, person: Specialist, steps: readonly Step[]): Promise<string[]> {
  const due = await ground.dueForm(person);
  const phone = await ground.phone(person);
  await phone.keep([due.form]);
  const walk = new Walk(ground, phone, due);
  for (const step of steps) await walk.take(step);
  return walk.lost();
}

class Walk {
  private readonly tabs: Page[] = [];
  /** What was shown as kept and not replaced since. */
  private readonly kept = new Set<string>();
  private typed = 0;

  constructor(
    private readonly ground: OfflineGround,
    private readonly phone: APhone,
    private readonly due: DueForm,
  ) {}

  async take(step: Step): Promise<void> {
    const { tabs, phone, ground } = this;
    if (step.kind === 'weather') ground.line.weather = step.weather;
    else if (step.kind === 'clock') await phone.setClock(step.year);
    else if (step.kind === 'tab' || tabs.length === 0) {
      if (tabs.length < 2) tabs.push(await phone.open(this.due.form));
    } else {
      const at = step.number % tabs.length;
      const tab = tabs[at];
      if (!tab) return;
      if (step.kind === 'type') await this.type(tab, FIELDS[step.number % FIELDS.length] ?? 'place');
      else if (step.kind === 'reload') await tab.reload();
      else {
        tabs.splice(at, 1);
        await (step.kind === 'kill' ? phone.kill(tab) : tab.close());
      }
    }
  }

  /** Types a text that occurs nowhere else, and waits until the page says that it is kept, saved, or asks something. */
  private async type(tab: Page, field: Field): Promise<void> {
    const text = `văn bản số ${(this.typed += 1)}.`;
    const before = (await typeInto(tab, { [field]: text }))[field];
    await until(async () => SHOWN_AS_KEPT.test(await tab.locator('[data-live=saved]').innerText()));
    // Its writer has replaced it where it stood; a question shows what the field has now.
    this.kept.delete(before ?? '');
    this.kept.add(text);
  }

  async lost(): Promise<string[]> {
    const { ground, phone, due, kept } = this;
    for (const tab of this.tabs.splice(0)) await phone.kill(tab);
    ground.line.weather = 'clear';
    const last = await phone.open(due.form);
    // Either the service has everything, or the page asks which of two texts stays.
    const isAsked = async () => (await last.locator('.differing').count()) > 0;
    await until(async () => (await isAsked()) || (await keptForms(last)) === 0);
    const asks = await isAsked();
    const seen = [await last.locator('main').innerText(), ...(await last.evaluate<string[]>(VALUES))].join('\n');
    const saved = JSON.stringify(await ground.draft(due.id));
    await last.close();
    return [...kept].filter((text) => !seen.includes(text) || !(asks || saved.includes(text)));
  }
}

const SHOWN_AS_KEPT = /Đã giữ trên máy này|Đã lưu bản nháp|chọn nội dung|Mất kết nối/;
const VALUES = `[...document.querySelectorAll('form[data-visit-form] :is(input, textarea)')].map(({ value }) => value)`;
