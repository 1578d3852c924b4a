// @ts-check

/**
 * What the server sends for a job. When it is over, the page is loaded again and shows the result.
 * @typedef {{ share: number | null, figure: string, detail: string, over: boolean }} JobNews
 */

/**
 * Moves each progress bar by server-sent events.
 * @param {ParentNode} page
 */
export function followJobs(page) {
  for (const job of page.querySelectorAll('[data-job-stream]')) {
    if (!(job instanceof HTMLElement) || !job.dataset['jobStream']) continue;
    const stream = new EventSource(job.dataset['jobStream']);
    stream.addEventListener('message', (event) => {
      /** @type {JobNews} */
      const news = JSON.parse(event.data);
      show(job, news);
      if (news.over) {
        stream.close();
        location.reload();
      }
    });
  }
}

/**
 * @param {HTMLElement} job
 * @param {JobNews} news
 */
function show(job, news) {
  const bar = job.querySelector('progress');
  const figure = job.querySelector('[data-job-figure]');
  const detail = job.querySelector('[data-job-detail]');
  if (bar && news.share !== null) bar.value = news.share;
  if (figure) figure.textContent = news.figure;
  if (detail && detail.textContent !== news.detail) detail.textContent = news.detail;
}
