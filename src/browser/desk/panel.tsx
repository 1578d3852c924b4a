import { useDesk } from './desk-context.ts';
import { MeetingPanel } from './meeting-panel.tsx';
import { PersonPanel } from './person-panel.tsx';
import { say } from './texts.ts';
import { useModal } from './use-modal.ts';

/** The chosen meeting or person: beside the matrix on a wide screen, on a sheet of its own on a narrow one. */
export function Panel({ isWide }: { isWide: boolean }) {
  const { view } = useDesk();
  const { meetingId, specialistId } = view.selected.value;
  const isOpen = meetingId !== null || specialistId !== null;
  const close = () => view.closePanel();
  const { ref, onClose } = useModal(isOpen && !isWide, close);
  const content = (
    <>
      <button type="button" class="btn btn-sm desk-close" onClick={close}>
        {say('desk.close')}
      </button>
      {meetingId !== null ? (
        <MeetingPanel key={meetingId} meetingId={meetingId} specialistId={specialistId} />
      ) : (
        specialistId !== null && <PersonPanel key={specialistId} specialistId={specialistId} />
      )}
    </>
  );
  if (!isWide) {
    return (
      <dialog ref={ref} class="desk-sheet" aria-label={say('desk.panel')} onClose={onClose}>
        {isOpen && content}
      </dialog>
    );
  }
  if (!isOpen) return null;
  return (
    <section
      class="desk-panel card sheet"
      aria-label={say('desk.panel')}
      tabIndex={-1}
      data-desk-panel
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        close();
        document.querySelector<HTMLElement>('[data-spot]')?.focus();
      }}
    >
      {content}
    </section>
  );
}
