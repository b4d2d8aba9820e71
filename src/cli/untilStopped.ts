/**
 * Does work until it ends, or until the process is told to stop by SIGINT or SIGTERM: then the signal is aborted, and the work is
 * waited for. A second SIGINT or SIGTERM kills the process, as it would any other.
 *
 * @returns whether it was told to stop; what the work then throws is no error
 */
export async function untilStopped(work: (signal: AbortSignal) => Promise<void>): Promise<boolean> {
  const controller = new AbortController();
  const release = () => {
    process.off('SIGINT', stop).off('SIGTERM', stop);
  };
  const stop = () => {
    release();
    controller.abort(new Error('it was told to stop'));
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);
  try {
    await work(controller.signal);
  } catch (error) {
    if (!controller.signal.aborted) throw error;
  } finally {
    release();
  }
  return controller.signal.aborted;
}
