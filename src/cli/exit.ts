/** How a command ends. */
export const EXIT = {done: 0, failed: 1, usage: 2, quarantine: 3} as const;

/** Sets the exit status of the command line. */
export type End = (status: number) => void;
