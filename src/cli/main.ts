import {Command, CommanderError} from 'commander';
import {ProblemsError, UsageError, messageOf} from '../config/problems.ts';
import {openLog, type LogForm} from '../log/log.ts';
import {EXIT, type End} from './exit.ts';

/** The commands in the order of the help. The code of one is loaded when it is asked for, so that the others do not wait for it. */
const COMMANDS: ReadonlyMap<string, () => Promise<(end: End) => Command>> = new Map([
  ['start', async () => (await import('./start.ts')).startCommand],
  ['run', async () => (await import('./run.ts')).runCommand],
  ['check', async () => (await import('./check.ts')).checkCommand],
  ['draft', async () => (await import('./draft.ts')).draftCommand],
  ['status', async () => (await import('./status.ts')).statusCommand],
  ['kpi', async () => (await import('./kpi.ts')).kpiCommand],
  ['records', async () => (await import('./records.ts')).recordsCommand],
  ['signals', async () => (await import('./signals.ts')).signalsCommand],
  ['causes', async () => (await import('./causes.ts')).causesCommand],
  ['forecast', async () => (await import('./forecast.ts')).forecastCommand],
  ['explain', async () => (await import('./explain.ts')).explainCommand],
  ['query', async () => (await import('./query.ts')).queryCommand],
  ['quarantine', async () => (await import('./quarantine.ts')).quarantineCommand],
  ['adjust', async () => (await import('./ask.ts')).adjustCommand],
  ['object', async () => (await import('./ask.ts')).objectCommand],
  ['decide', async () => (await import('./decide.ts')).decideCommand],
  ['ledger', async () => (await import('./ledger.ts')).ledgerCommand],
  ['freeze', async () => (await import('./freeze.ts')).freezeCommand],
  ['audit', async () => (await import('./audit.ts')).auditCommand],
  ['export', async () => (await import('./export.ts')).exportCommand],
  ['deliver', async () => (await import('./deliver.ts')).deliverCommand],
  ['serve', async () => (await import('./serve.ts')).serveCommand],
  ['releases', async () => (await import('./releases.ts')).releasesCommand]
]);

/** Runs the command line. Returns the exit status; errors are printed to standard error. */
export async function main(args: readonly string[]): Promise<number> {
  let status: number = EXIT.done;
  const end = (result: number) => {
    status = result;
  };
  let form: LogForm = 'text';
  const program = new Command('huisheng')
    .hook('preAction', (_, command) => {
      form = command.opts<{log?: LogForm}>().log ?? 'text';
    })
    .description('Complaint and satisfaction analytics under the company’s own written policy');
  const named = COMMANDS.get(args[0] ?? '');
  for (const load of named ? [named] : COMMANDS.values()) program.addCommand((await load())(end));
  setUp(program);
  try {
    await program.parseAsync([...args], {from: 'user'});
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
    const message = error instanceof ProblemsError ? error.message : `huisheng: ${messageOf(error)}`;
    openLog(form).error(message);
    return error instanceof UsageError ? EXIT.usage : EXIT.failed;
  }
  return status;
}

/** Makes a command and those below it throw where they would end the process, and tell of their help. */
function setUp(command: Command): void {
  command.exitOverride().showHelpAfterError('(--help tells how it is used)');
  command.commands.forEach(setUp);
}
