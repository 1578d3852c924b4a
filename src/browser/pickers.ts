/**
 * Opens the browser's own calendar or clock beside a field in which a day or an hour is typed. The field itself stays a
 * text, because a browser shows the days of its own fields in the order of its own language.
 */
export function addPickers(page: ParentNode): void {
  if (!('showPicker' in HTMLInputElement.prototype)) return;
  for (const picker of page.querySelectorAll<HTMLElement>('[data-picker]')) {
    const field = picker.querySelector('input');
    const button = picker.querySelector<HTMLButtonElement>('[data-pick]');
    if (!field || !button) continue;
    const native = nativeField(picker.dataset['picker'] ?? 'date');
    button.before(native);
    button.hidden = false;
    button.addEventListener('click', () => {
      native.value = toNative(field.value);
      native.showPicker();
    });
    native.addEventListener('change', () => {
      field.value = toWritten(native.value);
      field.dispatchEvent(new Event('input', { bubbles: true }));
      field.dispatchEvent(new Event('change', { bubbles: true }));
    });
  }
}

/** Shows nothing itself; it has no name, so it is never sent. */
function nativeField(type: string): HTMLInputElement {
  const native = document.createElement('input');
  native.type = type;
  native.className = 'picker-native';
  native.tabIndex = -1;
  native.setAttribute('aria-hidden', 'true');
  return native;
}

/** `03/12/2020` as `2020-12-03`; an hour, and whatever cannot be read, as it is: the browser drops what it cannot use. */
function toNative(text: string): string {
  return text.trim().replace(/^(\d\d)\/(\d\d)\/(\d{4})$/, '$3-$2-$1');
}

function toWritten(value: string): string {
  return value.replace(/^(\d{4})-(\d\d)-(\d\d)$/, '$3/$2/$1');
}
