import ora from 'ora';
import {openLog, type LogFields, type LogForm} from '../log/log.ts';

/** Tells what is going on: on a terminal by one line that changes, elsewhere by a line each. */
export interface Progress {
  readonly report: (message: string) => void;
  /** Ends with a line that stays. */
  readonly done: (message: string, fields?: LogFields) => void;
  /** A line that says more about what was done. */
  readonly detail: (message: string, fields?: LogFields) => void;
  readonly fail: () => void;
}

export function startProgress(
  name: string,
  form: LogForm = 'text',
  stream: NodeJS.WriteStream = process.stderr
): Progress {
  const detail = (message: string) => stream.write(`  ${message}\n`);
  if (form === 'json' || !stream.isTTY) {
    const {info} = openLog(form, name, stream);
    return {report: info, done: info, detail: form === 'json' ? info : detail, fail: () => undefined};
  }
  const spinner = ora({text: name, stream}).start();
  return {
    report: (message) => {
      spinner.text = `${name}: ${message}`;
    },
    done: (message) => spinner.succeed(`${name}: ${message}`),
    detail,
    fail: () => spinner.stop()
  };
}
