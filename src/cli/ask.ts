import {Command, Option} from 'commander';
import {UsageError} from '../config/problems.ts';
import {describeAsked} from '../ledger/describeAsked.ts';
import {ASKS, type Asked, type LedgerEntry} from '../ledger/ledgerSpec.ts';
import {nextNumber} from '../ledger/nextNumber.ts';
import {unknownFigure} from '../ledger/readLedger.ts';
import {refuseUncounted} from '../ledger/refuseUncounted.ts';
import {refuseUnknownMember} from '../ledger/refuseUnknownMember.ts';
import {scorecardFigures} from '../ledger/scorecardFigures.ts';
import {dataOption, pipelineOption, type PipelineOptions} from './options.ts';
import {addToLedger, readReason, readWords, type OpenLedger} from './withLedger.ts';

interface Options extends PipelineOptions {
  readonly figure: string;
  readonly ask: Asked['ask'];
  readonly to?: string;
  readonly reason: string;
  readonly by: string;
}

/** huisheng adjust <case> */
export function adjustCommand(): Command {
  return askCommand('adjust', 'adjustment').description(
    'ask that a case counts in another way in a figure of the scorecard; somebody else decides'
  );
}

/** huisheng object <case> */
export function objectCommand(): Command {
  return askCommand('object', 'objection').description(
    'object, as who is appraised, to how a case counts in a figure of the scorecard; somebody else decides'
  );
}

function askCommand(name: string, asked: Asked['asked']): Command {
  return new Command(name)
    .argument('<case>', 'the number of the record that the figure counts')
    .requiredOption('--figure <kpi>', 'a KPI of the scorecard')
    .addOption(
      new Option('--ask <what>', 'that it is not counted, counts as kept, or counts to somebody else')
        .choices(ASKS)
        .makeOptionMandatory()
    )
    .option('--to <dimension=member>', 'with reassign: department=… or handler=…, to whom it is to count')
    .requiredOption('--reason <text>', 'why; no name or number of a customer')
    .requiredOption('--by <name>', 'who asks')
    .addOption(pipelineOption())
    .addOption(dataOption())
    .action(async (record: string, options: Options) => {
      await addToLedger(options, async (ledger) => {
        const item = await readAsked({record, asked, options}, ledger);
        const open = openOn(item, ledger.entries);
        if (open.length > 0) {
          process.stderr.write(
            `note: on the same case and figure ${open.join(', ')} ${open.length === 1 ? 'is' : 'are'} open\n`
          );
        }
        return {item, told: `${item.entry}: ${asked}, ${describeAsked(item)}`};
      });
    });
}

async function readAsked(
  {record, asked, options}: {readonly record: string; readonly asked: Asked['asked']; readonly options: Options},
  {pipeline, entries, database, at}: OpenLedger
): Promise<Asked> {
  const {figure, ask} = options;
  const figures = scorecardFigures(pipeline.policy);
  if (!figures.includes(figure)) throw new UsageError(`--figure: ${unknownFigure(figure, figures)}`);
  const to = readTo(options.to, ask);
  const item = {
    entry: nextNumber(entries, at.slice(0, 4)),
    asked,
    at,
    by: readWords(options.by, '--by', 'who asks'),
    case: readWords(record, 'case', 'which'),
    figure,
    ask,
    ...(to && {to}),
    reason: readReason(options.reason)
  };
  await refuseUncounted(item, database);
  if (to) await refuseUnknownMember(to, database);
  return item;
}

function readTo(text: string | undefined, ask: Asked['ask']): Asked['to'] {
  if (ask !== 'reassign') {
    if (text !== undefined) throw new UsageError('--to goes with --ask reassign alone');
    return undefined;
  }
  const [, dimension, member] = /^(department|handler)=(.*\S.*)$/.exec(text ?? '') ?? [];
  if (dimension === undefined || member === undefined) {
    const got = text === undefined ? 'it is missing' : `got "${text}"`;
    throw new UsageError(`--to: expected department=… or handler=…, to whom the case is to count; ${got}`);
  }
  return {[dimension]: member.trim()};
}

/** The entries on the same case and figure on which nothing is decided. */
function openOn(item: Asked, entries: readonly LedgerEntry[]): string[] {
  return entries
    .filter((one) => one.case === item.case && one.figure === item.figure && one.decisions.length === 0)
    .map(({entry}) => entry);
}
