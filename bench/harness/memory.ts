/** The peak of resident memory from a moment on, which Linux can tell, or else of the whole process. */
import { readFileSync, writeFileSync } from 'node:fs';

/** Starts a new peak; false where the system keeps only one per process. */
export function restartPeak(): boolean {
  try {
    writeFileSync('/proc/self/clear_refs', '5');
    return true;
  } catch {
    return false;
  }
}

/** In MB. */
export function peakMb(restarted: boolean): number {
  const line = restarted ? /^VmHWM:\s*(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8')) : null;
  return Math.round((line ? Number(line[1]) : process.resourceUsage().maxRSS) / 1024);
}
