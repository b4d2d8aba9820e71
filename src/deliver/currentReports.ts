import {join} from 'node:path';
import {Figures} from '../../reports/figures/figures.ts';
import type {Period} from '../../reports/figures/period.ts';
import type {Pipeline} from '../config/pipeline.ts';
import {ProblemsError} from '../config/problems.ts';
import {collectSiteData} from '../publish/collectSiteData.ts';
import {liveRelease} from '../publish/switchRelease.ts';
import {readJournal} from '../run/journal.ts';
import {readWarehouse} from '../run/readWarehouse.ts';
import type {State} from '../run/state.ts';
import type {ReportParts} from './reportParts.ts';

/** The reports that can be sent now. */
export interface CurrentReports {
  readonly figures: Figures;
  readonly partsOf: (period: Period) => ReportParts;
}

/**
 * Does work with the figures of the warehouse, whose release has to be the live one: what readers are sent is what they find when they
 * follow its links.
 *
 * @throws ProblemsError when another release is live, because an earlier one was put back or the latest run is not published.
 */
export async function withCurrentReports<T>(
  pipeline: Pipeline,
  state: State,
  work: (reports: CurrentReports) => Promise<T>
): Promise<T> {
  // The pages' own code takes long to load.
  const {reportParts} = await import('./reportParts.ts');
  const database = await readWarehouse(state.warehouse, pipeline.timeZone);
  try {
    const journal = await readJournal(state);
    const figures = new Figures(await collectSiteData(pipeline, database, journal));
    const [live, published] = [await liveRelease(state.releases), journal.publications.at(-1)];
    const isLive =
      published?.event === 'published' &&
      published.release === live &&
      published.run_id === Number(figures.data.run.id);
    if (live === undefined || !isLive) {
      throw new ProblemsError([
        `${pipeline.name}: the site does not show the figures of the latest run, so that messages and pages would differ; publish them with "huisheng serve", or run the pipeline anew where an earlier release was put back`
      ]);
    }
    const source = {figures, database, directory: join(state.releases, live), site: pipeline.site};
    return await work({figures, partsOf: (period) => reportParts(source, period)});
  } finally {
    database.close();
  }
}
