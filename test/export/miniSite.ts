import {cp, mkdir, mkdtemp, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {projectRoot} from '../../src/project.ts';

/** The folder of a site with pages of one's own in the styles of the reports. `pages` holds bodies by their paths, such as leadership/2026-10. */
export async function miniSite(pages: Readonly<Record<string, {title: string; body: string}>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'huisheng-test-'));
  await cp(join(projectRoot, 'reports/style.css'), join(folder, 'style.css'));
  await cp(join(projectRoot, 'reports/style'), join(folder, 'style'), {recursive: true});
  for (const [path, {title, body}] of Object.entries(pages)) {
    const file = join(folder, `${path}.html`);
    await mkdir(dirname(file), {recursive: true});
    await writeFile(
      file,
      `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${title}</title><link rel="stylesheet" href="/style.css"></head><body>${body}</body></html>`
    );
  }
  return folder;
}
