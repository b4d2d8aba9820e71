/** Mistakes in the words of the person who runs a command or wrote a file; all of them at once. */
export class ProblemsError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(problems.join('\n'));
  }
}

/** The command itself was wrong: an unknown name, period or option. */
export class UsageError extends Error {}

/** What a piece of work yields; nothing when it found problems, which are then added to `problems`. */
export async function gatherProblems<T>(work: Promise<T>, problems: string[]): Promise<[T] | []> {
  try {
    return [await work];
  } catch (error) {
    if (!(error instanceof ProblemsError)) throw error;
    problems.push(...error.problems);
    return [];
  }
}

/** The message of anything that was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
