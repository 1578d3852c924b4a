import { readFileSync } from 'node:fs';

/** What a spec file costs, in CPU seconds. */
export interface CpuTime {
  /** Of the process that runs it. */
  readonly own: number;
  /** Of the processes that it started and that have ended: browsers, services, command lines. */
  readonly children: number;
}

/** On Linux, the only system that counts a process's children: how often a second it counts. */
const TICKS = 100;

/** All that this process and its children have used so far. */
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
    // After the name, which may contain anything: the fields `cutime` and `cstime`.
    const fields = readFileSync('/proc/self/stat', 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    return (Number(fields[13]) + Number(fields[14])) / TICKS;
  } catch {
    return 0; // another system
  }
}
