import {existsSync} from 'node:fs';
import {Command} from 'commander';
import {readPipeline} from '../config/pipeline.ts';
import type {Decided, LedgerEntry} from '../ledger/ledgerSpec.ts';
import {readLedger} from '../ledger/readLedger.ts';
import {readVoids, type Voids} from '../ledger/readVoids.ts';
import {stateOf} from '../run/state.ts';
import {
  choosePipeline,
  dataOption,
  jsonOption,
  openWarehouse,
  pipelineOption,
  type PipelineOptions
} from './options.ts';
import {printRows} from './table.ts';

interface Options extends PipelineOptions {
  readonly open?: boolean;
  readonly json?: boolean;
}

/** huisheng ledger */
export function ledgerCommand(): Command {
  return new Command('ledger')
    .description(
      'the adjustments and objections with what was decided on them, in the order in which they were asked for'
    )
    .option('--open', 'only those on which nothing was decided, or nothing that holds')
    .addOption(pipelineOption())
    .addOption(dataOption())
    .addOption(jsonOption())
    .action(async (options: Options) => {
      const pipeline = await readPipeline(await choosePipeline(options.pipeline));
      const state = stateOf(pipeline.name, options.data);
      const entries = await readLedger(state.ledger, pipeline.policy);
      const voids = existsSync(state.warehouse) ? await voidsOf(options) : new Map<string, never>();
      const rows = entries
        .map((entry) => ({...entry, ...stateOfEntry(entry, voids)}))
        .filter(({state: now}) => options.open !== true || now === 'open' || now === 'void');
      printRows(options.json === true ? rows : rows.map(tableRow), options.json === true);
    });
}

async function voidsOf(options: PipelineOptions): Promise<Voids> {
  const {database} = await openWarehouse(options);
  try {
    return await readVoids(database);
  } finally {
    database.close();
  }
}

type Judged = LedgerEntry & ReturnType<typeof stateOfEntry>;

function stateOfEntry({entry, decisions}: LedgerEntry, voids: Voids) {
  const last = decisions.at(-1);
  if (!last) return {state: 'open', void_reason: null} as const;
  const found = voids.get(entry);
  const isVoid = found !== undefined && found.by === last.by && found.at === Date.parse(last.at);
  return isVoid
    ? ({state: 'void', void_reason: found.reason} as const)
    : ({state: last.decided, void_reason: null} as const);
}

function tableRow({
  entry,
  asked,
  at,
  by,
  case: record,
  figure,
  ask,
  to,
  reason,
  decisions,
  state,
  void_reason
}: Judged) {
  return {
    entry,
    state: void_reason === null ? state : `void: ${void_reason}`,
    asked: `${asked} by ${by} at ${at}`,
    case: record,
    figure,
    ask: to ? `${ask} to ${to.department ?? to.handler ?? ''}` : ask,
    reason,
    decided: decisions.map(decisionText).join('; then ')
  };
}

function decisionText({decided, by, at, reason}: Decided): string {
  return `${decided} by ${by} at ${at}: ${reason}`;
}
