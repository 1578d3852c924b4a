import { fetchFragment } from './fetch-fragment.ts';

/** What the server sends for a job. When it is over, the page is loaded again and shows the result. */
interface JobUpdate {
  readonly share: number | null;
  readonly figure: string;
  readonly over: boolean;
}

/** After this much silence the page checks whether the job is still running. */
const SILENCE_MS = 30_000;

/** Moves each progress bar by server-sent events. */
export function followJobs(page: ParentNode): void {
  for (const job of page.querySelectorAll<HTMLElement>('[data-job-stream]')) {
    const address = job.dataset['jobStream'];
    if (!address) continue;
    const stream = new EventSource(address);
    let silence = setTimeout(() => location.reload(), SILENCE_MS);
    stream.addEventListener('message', (event: MessageEvent<string>) => {
      const update = JSON.parse(event.data) as JobUpdate;
      clearTimeout(silence);
      silence = setTimeout(() => location.reload(), SILENCE_MS);
      show(job, update);
      if (update.over) {
        stream.close();
        location.reload();
      } else void showDetail(job);
    });
  }
}

function show(job: HTMLElement, update: JobUpdate): void {
  const bar = job.querySelector('progress');
  const figure = job.querySelector('[data-job-figure]');
  if (bar && update.share !== null) bar.value = update.share;
  if (figure) figure.textContent = update.figure;
}

const asking = new WeakSet<HTMLElement>();

/** What the job is at, in the words of its page, which alone knows them. One question at a time. */
async function showDetail(job: HTMLElement): Promise<void> {
  if (asking.has(job)) return;
  asking.add(job);
  const { content } = await fetchFragment(location.href, 'progress');
  asking.delete(job);
  if (!content) return;
  const detail = job.querySelector('[data-job-detail]');
  const told = content.querySelector('[data-job-detail]')?.textContent;
  if (detail && told && detail.textContent !== told) detail.textContent = told;
  // What stopping would leave behind changes as soon as there is a plan; once somebody has asked, nobody else needs to.
  const button = job.querySelector<HTMLElement>('[data-job-cancel]');
  const now = content.querySelector('[data-job-cancel]')?.textContent;
  if (!button) return;
  button.hidden = now === undefined;
  if (now && button.textContent !== now) button.textContent = now;
}
