// @ts-check

/**
 * Shows why somebody goes to a meeting beside the month, without leaving it. The link leads to the page that says the
 * same; with a modifier key, on a narrow screen or where anything fails, it is simply followed.
 * @param {Document} page
 */
export function showWhyBeside(page) {
  const panel = page.querySelector('[data-why-panel]');
  if (!(panel instanceof HTMLElement)) return;
  /** @type {Element | null} */
  let shown = null;
  page.addEventListener('click', async (event) => {
    const link = event.target instanceof Element ? event.target.closest('a[data-why]') : null;
    if (!(link instanceof HTMLAnchorElement)) return;
    if (event.metaKey || event.ctrlKey || event.shiftKey || !matchMedia('(min-width: 1181px)').matches) return;
    event.preventDefault();
    const content = await whyContent(link.href);
    if (!content) {
      location.assign(link.href);
      return;
    }
    const more = page.createElement('p');
    more.className = 'sheet-foot';
    const whole = page.createElement('a');
    whole.href = link.href;
    whole.textContent = panel.dataset['more'] ?? '';
    more.append(whole);
    panel.replaceChildren(...content.childNodes, more);
    panel.hidden = false;
    shown?.classList.remove('chip-shown');
    link.classList.add('chip-shown');
    shown = link;
  });
}

/** @param {string} address */
async function whyContent(address) {
  try {
    const reply = await fetch(address, { headers: { accept: 'text/html' } });
    if (!reply.ok) return null;
    return new DOMParser().parseFromString(await reply.text(), 'text/html').querySelector('[data-why-content]');
  } catch {
    return null;
  }
}
