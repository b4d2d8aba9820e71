import {createHash} from 'node:crypto';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import {projectRoot} from '../project.ts';

/** Where the state of a pipeline lies. */
export interface State {
  readonly folder: string;
  readonly landing: string;
  /** Loads of the run that is going on. */
  readonly pending: string;
  /** Outside the data: what a run decodes, fetches or spills. It goes with the run, or with the next one where that was killed. */
  readonly scratch: string;
  readonly warehouse: string;
  /** The warehouse that the run builds beside the one that is read. */
  readonly nextWarehouse: string;
  readonly lock: string;
  /** What happened, one event a line: see journal.ts. */
  readonly journal: string;
  /** Adjustments and objections with what was decided on them: see src/ledger. */
  readonly ledger: string;
  readonly releases: string;
  /** Figures as they were signed: a folder per edition, which nothing changes any more. */
  readonly editions: string;
  /** The edition that is being frozen. */
  readonly pendingEdition: string;
}

/** The state folder of a pipeline: data/<name> in the project, or the folder given by --data. */
export function stateOf(pipeline: string, data: string | undefined): State {
  const folder = data === undefined ? join(projectRoot, 'data', pipeline) : resolve(data);
  return {
    folder,
    landing: join(folder, 'landing'),
    pending: join(folder, 'landing', '.pending'),
    scratch: join(tmpdir(), `huisheng-${createHash('sha256').update(folder).digest('hex').slice(0, 16)}`),
    warehouse: join(folder, 'warehouse.duckdb'),
    nextWarehouse: join(folder, 'warehouse.next.duckdb'),
    lock: join(folder, 'run.lock'),
    journal: join(folder, 'runs.jsonl'),
    ledger: join(folder, 'ledger.yaml'),
    releases: join(folder, 'releases'),
    editions: join(folder, 'editions'),
    pendingEdition: join(folder, 'editions', '.pending')
  };
}
