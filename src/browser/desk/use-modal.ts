import { useLayoutEffect, useRef } from 'preact/hooks';
import type { RefObject } from 'preact';

/**
 * Opens and closes a modal dialog as `isOpen` says; `closed` hears that its reader has closed it. Browsers tell of a
 * closing later, also of one's own, when the dialog may be wanted again already.
 */
export function useModal(
  isOpen: boolean,
  closed: () => void,
): { readonly ref: RefObject<HTMLDialogElement | null>; readonly onClose: () => void } {
  const ref = useRef<HTMLDialogElement>(null);
  const ownClosings = useRef(0);
  // At once, so that the next key is heard here.
  useLayoutEffect(() => {
    const { current } = ref;
    if (!current || current.open === isOpen) return;
    if (isOpen) {
      current.showModal();
      // Its first button must not be pressed by an Enter that was meant for something else.
      current.querySelector('h2')?.focus();
    } else {
      ownClosings.current += 1;
      current.close();
      // What had the focus before may have gone with the answer.
      if (document.activeElement === document.body) document.querySelector<HTMLElement>('[data-spot]')?.focus();
    }
  }, [isOpen]);
  const onClose = () => {
    if (ownClosings.current > 0) ownClosings.current -= 1;
    else closed();
  };
  return { ref, onClose };
}
