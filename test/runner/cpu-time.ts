import { readFileSync } from 'node:fs';

/** The cost of a spec file in CPU seconds. */
export interface CpuTime {
  /** Of the process that runs it. */
  readonly own: number;
  /** Of the processes that it started and that have ended: browsers, services, command lines. */
  readonly children: number;
}

/** Clock ticks per second on Linux, the only system that counts the time of a process's children. */
const TICKS = 100;

/** Everything used so far by this process and its ended children. */
export function cpuTime(): CpuTime {
  const { user, system } = process.cpuUsage();
  return { own: (user + system) / 1e6, children: ofChildren() };
}

export function cpuTimeSince(before: CpuTime): CpuTime {
  const now = cpuTime();
  return { own: now.own - before.own, children: now.children - before.children };
}

function ofChildren(): number {
  try {
    // After the name, which may contain any characters: the fields `cutime` and `cstime`.
    const fields = readFileSync('/proc/self/stat', 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    return (Number(fields[13]) + Number(fields[14])) / TICKS;
  } catch {
    return 0; // another system
  }
}
