import {messageOf} from '../config/problems.ts';

/** Whether something failed for want of room, here or in a process that was started. */
export function isDiskFull(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'ENOSPC' || /ENOSPC|no space left on device/i.test(messageOf(error));
}
