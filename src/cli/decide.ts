import {Command} from 'commander';
import {suggestion} from '../config/nearest.ts';
import {UsageError} from '../config/problems.ts';
import {describeAsked} from '../ledger/describeAsked.ts';
import type {Decided, LedgerEntry} from '../ledger/ledgerSpec.ts';
import {decisionProblems} from '../ledger/readLedger.ts';
import {refusePart} from '../ledger/refusePart.ts';
import {refuseUncounted} from '../ledger/refuseUncounted.ts';
import {dataOption, pipelineOption, type PipelineOptions} from './options.ts';
import {addToLedger, readReason, readWords} from './withLedger.ts';

interface Options extends PipelineOptions {
  readonly grant?: boolean;
  readonly refuse?: boolean;
  readonly reason: string;
  readonly by: string;
}

/** huisheng decide <entry> */
export function decideCommand(): Command {
  return new Command('decide')
    .description('grant or refuse what an entry of the ledger asks for; not who asked, nor who had a part in the case')
    .argument('<entry>', 'its number, such as 2026-0001')
    .option('--grant', 'it is granted')
    .option('--refuse', 'it is refused')
    .requiredOption('--reason <text>', 'why; no name or number of a customer')
    .requiredOption('--by <name>', 'who decides')
    .addOption(pipelineOption())
    .addOption(dataOption())
    .action(async (entry: string, options: Options) => {
      const decided = readOutcome(options);
      await addToLedger(options, async ({entries, database, at}) => {
        const on = findEntry(entry, entries);
        const by = readWords(options.by, '--by', 'who decides');
        const item: Decided = {entry: on.entry, decided, at, by, reason: readReason(options.reason)};
        const [problem] = decisionProblems(item, on, []);
        if (problem !== undefined) throw new UsageError(`${on.entry}, ${problem}`);
        await refusePart(by, on, database);
        if (decided === 'granted') await refuseUncounted(on, database);
        const before = on.decisions.at(-1);
        if (before) {
          process.stderr.write(
            `note: it was ${before.decided} by ${before.by} at ${before.at}; what is decided now counts\n`
          );
        }
        return {item, told: `${on.entry}: ${decided}, ${describeAsked(on)}`};
      });
    });
}

function readOutcome({grant = false, refuse = false}: Options): Decided['decided'] {
  if (grant === refuse) throw new UsageError('say either --grant or --refuse');
  return grant ? 'granted' : 'refused';
}

function findEntry(number: string, entries: readonly LedgerEntry[]): LedgerEntry {
  const found = entries.find(({entry}) => entry === number);
  if (found) return found;
  const open = entries.filter(({decisions}) => decisions.length === 0).map(({entry}) => entry);
  throw new UsageError(`the ledger has no entry "${number}"${suggestion(number, open)}`);
}
