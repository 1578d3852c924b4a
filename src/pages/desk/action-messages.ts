import { defineMessages } from '../../platform/i18n/messages.ts';

interface Did {
  /** Who did it; empty where that is not known. */
  readonly by: string;
  readonly name: string;
  readonly branch: string;
}
interface Moved extends Did {
  readonly to: string;
}
interface Replaced extends Did {
  readonly other: string;
}

const vi = (by: string, what: string) => (by === '' ? what : `${by}: ${what}`);
const en = (by: string, what: string) => (by === '' ? what : `${by}: ${what}`);

/** What somebody did to a plan by hand. */
export const deskActionMessages = defineMessages(
  {
    'desk_did.assign': (p: Did) => vi(p.by, `cử ${p.name} dự ${p.branch}`),
    'desk_did.unassign': (p: Did) => vi(p.by, `thôi cử ${p.name} dự ${p.branch}`),
    'desk_did.pin': (p: Did) => vi(p.by, `ghim ${p.name} ở ${p.branch}`),
    'desk_did.forbid': (p: Did) => vi(p.by, `không cử ${p.name} dự ${p.branch}`),
    'desk_did.release': (p: Did) => vi(p.by, `bỏ ghim ${p.name} ở ${p.branch}`),
    'desk_did.move': (p: Moved) => vi(p.by, `chuyển ${p.name} từ ${p.branch} sang ${p.to}`),
    'desk_did.replace': (p: Replaced) => vi(p.by, `thay ${p.name} bằng ${p.other} ở ${p.branch}`),
    'desk_did.swap': (p: Replaced & Moved) => vi(p.by, `đổi ${p.name} (${p.branch}) với ${p.other} (${p.to})`),
    'desk_did.adopt': (p: { by: string; changes: number }) => vi(p.by, `nhận ${p.changes} thay đổi máy đề nghị`),
    'desk_did.undone': (p: { what: string }) => `hoàn tác “${p.what}”`,
  },
  {
    'desk_did.assign': (p) => en(p.by, `sent ${p.name} to ${p.branch}`),
    'desk_did.unassign': (p) => en(p.by, `took ${p.name} off ${p.branch}`),
    'desk_did.pin': (p) => en(p.by, `pinned ${p.name} to ${p.branch}`),
    'desk_did.forbid': (p) => en(p.by, `ruled ${p.name} out for ${p.branch}`),
    'desk_did.release': (p) => en(p.by, `released ${p.name} at ${p.branch}`),
    'desk_did.move': (p) => en(p.by, `moved ${p.name} from ${p.branch} to ${p.to}`),
    'desk_did.replace': (p) => en(p.by, `put ${p.other} in the place of ${p.name} at ${p.branch}`),
    'desk_did.swap': (p) => en(p.by, `swapped ${p.name} (${p.branch}) and ${p.other} (${p.to})`),
    'desk_did.adopt': (p) => en(p.by, `took over ${p.changes} ${p.changes === 1 ? 'change' : 'changes'} of the engine`),
    'desk_did.undone': (p) => `undid “${p.what}”`,
  },
);
