import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import type {Page} from 'playwright-core';
import {publishLatest} from '../../src/cli/publish.ts';
import {readPipeline} from '../../src/config/pipeline.ts';
import {runPipeline} from '../../src/run/runPipeline.ts';
import {stateOf} from '../../src/run/state.ts';
import {serveSite} from '../../src/serve/serveSite.ts';
import {openBrowser} from '../browser/openBrowser.ts';
import {AS_OF, generateRegister} from './generate.ts';

const ROUNDS = 5;
const VIEWS: Readonly<Record<string, readonly string[]>> = {
  trends: ['department', 'category', 'from'],
  'root-causes': ['department', 'category', 'from'],
  'hot-spots': ['department', 'category', 'from'],
  comparisons: ['department', 'category', 'from'],
  'time-to-resolve': ['department', 'category', 'from'],
  recurrence: ['department', 'category', 'from'],
  survey: ['department', 'category', 'from'],
  forecast: ['department', 'category', 'from'],
  measures: ['department', 'category', 'from'],
  records: ['department', 'category', 'from'],
  sql: []
};

/**
 * Times the pages of analysis in a real browser over a generated register: until a page can be used, and until a filter is answered.
 * The first argument is the number of complaints (60,000 where nothing is said).
 */
async function bench(complaints: number): Promise<void> {
  process.env['HUISHENG_KEY'] ??= 'a key for a bench alone';
  const folder = await mkdtemp(join(tmpdir(), 'huisheng-bench-'));
  const register = await generateRegister(complaints, folder);
  const data = join(register, 'state');
  const pipeline = join(register, 'pipeline.yaml');
  const read = await readPipeline(pipeline);
  await runPipeline(read, stateOf(read.name, data), {asOf: new Date(AS_OF)});
  const begun = performance.now();
  const site = await serveSite({directory: await publishLatest(pipeline, data), host: '127.0.0.1', port: 0});
  console.log(
    `${complaints.toLocaleString('en')} complaints; published in ${Math.round(performance.now() - begun)} ms`
  );
  const browser = await openBrowser();
  try {
    for (const [view, filters] of Object.entries(VIEWS)) {
      const usable: number[] = [];
      for (let round = 0; round < ROUNDS; round++) {
        const page = await browser.newPage();
        const opened = performance.now();
        await page.goto(`${site.url}/analyst/${view}`);
        await page.waitForSelector('#analysis-view[aria-busy="false"]');
        usable.push(performance.now() - opened);
        if (round === ROUNDS - 1) await printFilters(page, view, filters, usable);
        await page.close();
      }
    }
  } finally {
    await browser.close();
    await site.close();
    await rm(folder, {recursive: true});
  }
}

async function printFilters(
  page: Page,
  view: string,
  filters: readonly string[],
  usable: readonly number[]
): Promise<void> {
  const answers: string[] = [];
  for (const name of filters) {
    const times: number[] = [];
    for (let round = 0; round < ROUNDS; round++) times.push(await timeFilter(page, name, round + 1));
    answers.push(`${name} ${median(times)} ms`);
  }
  console.log(
    `${view}: usable after ${median(usable)} ms${answers.length > 0 ? `; filters: ${answers.join(', ')}` : ''}`
  );
}

/** From the change of a control until the page has drawn its answer, in milliseconds. */
async function timeFilter(page: Page, name: string, option: number): Promise<number> {
  return page.evaluate(
    async ({name: control, option: index}) => {
      const place = document.getElementById('analysis-view')!;
      const select = document.querySelector<HTMLSelectElement>(`select[name="${control}"]`)!;
      select.selectedIndex = index % select.options.length;
      const begun = performance.now();
      select.dispatchEvent(new Event('change', {bubbles: true}));
      while (place.getAttribute('aria-busy') === 'true') {
        await new Promise((resolve) => {
          setTimeout(resolve, 0);
        });
      }
      await new Promise((resolve) => {
        requestAnimationFrame(resolve);
      });
      return performance.now() - begun;
    },
    {name, option}
  );
}

function median(times: readonly number[]): number {
  return Math.round(times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)]!);
}

await bench(Number(process.argv[2] ?? 60_000));
