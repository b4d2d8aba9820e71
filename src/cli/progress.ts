import ora from 'ora';

/** Tells what is going on: on a terminal by one line that changes, elsewhere by a plain line each. */
export interface Progress {
  readonly report: (message: string) => void;
  /** Ends with a line that stays. */
  readonly done: (message: string) => void;
  readonly fail: () => void;
}

export function startProgress(name: string, stream: NodeJS.WriteStream = process.stderr): Progress {
  if (!stream.isTTY) {
    const line = (message: string) => stream.write(`${name}: ${message}\n`);
    return {report: line, done: line, fail: () => undefined};
  }
  const spinner = ora({text: name, stream}).start();
  return {
    report: (message) => {
      spinner.text = `${name}: ${message}`;
    },
    done: (message) => spinner.succeed(`${name}: ${message}`),
    fail: () => spinner.stop()
  };
}
