import { followJobs } from './job-progress.ts';
import { announceChanges } from './page-changes.ts';

/** A slider beside each number: either moves the other; what goes out is the number. */
function joinSliders(page: ParentNode): void {
  for (const field of page.querySelectorAll<HTMLElement>('[data-slider]')) {
    const slider = field.querySelector<HTMLInputElement>('[type=range]');
    const number = field.querySelector<HTMLInputElement>('.form-control');
    if (!slider || !number) continue;
    const follow = () => (slider.value = number.value);
    follow();
    slider.hidden = false;
    slider.addEventListener('input', () => (number.value = slider.value));
    number.addEventListener('input', follow);
  }
}

joinSliders(document);
followJobs(document);
announceChanges(document);
