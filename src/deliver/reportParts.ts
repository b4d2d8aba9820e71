import {digestOf, type Digest} from '../../reports/digest/digest.ts';
import type {Figures} from '../../reports/figures/figures.ts';
import type {Period} from '../../reports/figures/period.ts';
import type {ChartPicture} from '../export/shootCharts.ts';
import type {Database} from '../warehouse/duckdb.ts';
import type {Attachment} from './deliverSpec.ts';

/** Where the parts of reports come from. */
export interface ReportSource {
  readonly figures: Figures;
  /** The warehouse that holds the figures. */
  readonly database: Database;
  /** The folder of the release that shows them. */
  readonly directory: string;
  /** The address at which readers open the site. */
  readonly site: string | undefined;
}

/** What readers get of a period. Files and pictures are made when they are asked for, and once. */
export interface ReportParts {
  readonly digest: Digest;
  /** The run whose figures it tells. */
  readonly runId: number;
  readonly file: Readonly<Record<Attachment, () => Promise<Buffer>>>;
  readonly charts: () => Promise<readonly ChartPicture[]>;
}

/** The parts of a period's report, made from its figures and the release that shows them. */
export function reportParts({figures, database, directory, site}: ReportSource, period: Period): ReportParts {
  const digest = digestOf(figures, period);
  const page = {directory, path: `/leadership/${period.id}`};
  return {
    digest,
    runId: Number(figures.data.run.id),
    file: {
      pdf: once(async () => {
        const {printReport} = await import('../export/printReport.ts');
        return printReport({...page, asOf: digest.asOf, ...(site !== undefined && {site})});
      }),
      xlsx: once(async () => {
        const {makeWorkbook} = await import('../export/makeWorkbook.ts');
        return makeWorkbook(figures, digest, database);
      })
    },
    charts: once(async () => {
      const {shootCharts} = await import('../export/shootCharts.ts');
      return shootCharts(page);
    })
  };
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
}
