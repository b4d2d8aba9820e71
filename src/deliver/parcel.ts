import type {Digest} from '../../reports/digest/digest.ts';
import type {Variables} from '../fetch/variables.ts';
import type {Delivery, Way} from './readDeliveries.ts';
import type {ReportParts} from './reportParts.ts';

/** What is packed for one reader. */
export interface Packing<W extends Way = Way> {
  readonly report: ReportParts;
  readonly way: W;
  readonly delivery: Delivery;
  /** The name of the company, as pages are headed with it. */
  readonly company: string;
  readonly site: string | undefined;
  readonly variables: Variables;
  /** When it is packed. */
  readonly at: Date;
  /** The same for the same report of a pipeline to the same reader; another one when it is sent anew. */
  readonly identity: string;
}

/** What a reader gets, ready to be sent. */
export interface Parcel {
  readonly subject: string;
  /** What it is made of, as a dry run shows it. */
  readonly parts: readonly Part[];
  /** What is sent, a robot's signature left out. */
  readonly content: Uint8Array;
  /**
   * Sends it once.
   *
   * @returns how many recipients were refused while others were not
   * @throws Passing for what may be gone when it is tried again; ProblemsError for the rest.
   */
  readonly send: (signal: AbortSignal) => Promise<number>;
}

export interface Part {
  readonly name: string;
  readonly content: Uint8Array;
}

/** The address at which the report opens; undefined where nobody has said at which address the site does. */
export function reportLink({period}: Digest, site: string | undefined): string | undefined {
  return site === undefined ? undefined : `${site}/leadership/${period.id}`;
}
