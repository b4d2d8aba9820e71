import {existsSync} from 'node:fs';
import {readlink} from 'node:fs/promises';
import {join} from 'node:path';
import {readPipeline} from '../config/pipeline.ts';
import {UsageError} from '../config/problems.ts';
import {shortPath} from '../config/yamlFile.ts';
import {collectSiteData} from '../publish/collectSiteData.ts';
import {publishSite} from '../publish/publishSite.ts';
import {readRuns} from '../run/history.ts';
import {stateOf} from '../run/state.ts';
import {runLine} from './commandLine.ts';
import {startProgress} from './progress.ts';

/** Publishes the latest run of a pipeline, unless its release is live already. Returns the folder of the live release. */
export async function publishLatest(path: string, data: string | undefined): Promise<string> {
  const pipeline = await readPipeline(path);
  const state = stateOf(pipeline.name, data);
  const live = join(state.releases, 'current');
  const run = (await readRuns(state.warehouse)).at(-1);
  if (!run) {
    throw new UsageError(
      `${pipeline.name}: there is no run to publish in ${shortPath(state.folder)}; run "${runLine(path, data)}" first, or say with --data where its state lies`
    );
  }
  const releaseId = `run-${String(run.run_id).padStart(6, '0')}`;
  if (existsSync(live) && (await readlink(live)).endsWith(releaseId)) return live;
  const progress = startProgress(pipeline.name);
  try {
    progress.report('pages');
    await publishSite(await collectSiteData(pipeline, state.warehouse), {stateDir: state.folder, releaseId});
    progress.done(`run ${run.run_id} published`);
  } catch (error) {
    progress.fail();
    throw error;
  }
  return live;
}
