/** How a command ends; `source`: done, but a source could not be read, so that its data are older than the rest. */
export const EXIT = {done: 0, failed: 1, usage: 2, quarantine: 3, source: 4} as const;

/** Sets the exit status of the command line. */
export type End = (status: number) => void;
