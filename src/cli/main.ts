import {Command, CommanderError} from 'commander';
import {ProblemsError, UsageError, messageOf} from '../config/problems.ts';
import {checkCommand} from './check.ts';
import {EXIT} from './exit.ts';
import {explainCommand} from './explain.ts';
import {kpiCommand} from './kpi.ts';
import {queryCommand} from './query.ts';
import {recordsCommand} from './records.ts';
import {runCommand} from './run.ts';
import {serveCommand} from './serve.ts';
import {startCommand} from './start.ts';
import {statusCommand} from './status.ts';

/** Runs the command line. Returns the exit status; errors are printed to standard error. */
export async function main(args: readonly string[]): Promise<number> {
  let status: number = EXIT.done;
  const end = (result: number) => {
    status = result;
  };
  const program = new Command('huisheng')
    .description('Complaint and satisfaction analytics under the company’s own written policy')
    .showHelpAfterError('(--help tells how it is used)')
    .exitOverride();
  for (const command of [
    startCommand,
    runCommand,
    checkCommand,
    statusCommand,
    kpiCommand,
    recordsCommand,
    explainCommand,
    queryCommand,
    serveCommand
  ]) {
    program.addCommand(command(end).exitOverride().showHelpAfterError('(--help tells how it is used)'));
  }
  try {
    await program.parseAsync([...args], {from: 'user'});
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
    process.stderr.write(`${error instanceof ProblemsError ? error.message : `huisheng: ${messageOf(error)}`}\n`);
    return error instanceof UsageError ? EXIT.usage : EXIT.failed;
  }
  return status;
}
