import {join} from 'node:path';
import {z} from 'zod';
import {strict} from '../config/strict.ts';
import {readYamlFile} from '../config/yamlFile.ts';
import {projectRoot} from '../project.ts';

const dimension = strict({
  'zh-CN': z.string().describe('its title in Chinese'),
  en: z.string().describe('its title in English'),
  of_people: z.boolean().default(false).describe('its members are people, whom no page compares')
});

export type Dimension = z.output<typeof dimension>;

/** The dimensions of the project, by name: the columns of core's records by which figures can be told apart. */
export async function readDimensions(): Promise<Record<string, Dimension>> {
  return readYamlFile(join(projectRoot, 'pipelines/core/dimensions.yaml'), z.record(z.string(), dimension));
}
