import {dirname, join} from 'node:path';
import {pipelineName} from '../config/pipeline.ts';
import {shortPath} from '../config/yamlFile.ts';
import {projectRoot} from '../project.ts';

/** The command that runs a pipeline, as a person would type it here. */
export function runLine(path: string, data: string | undefined): string {
  return ['huisheng run', pipelineWord(path), ...dataWords(data)].join(' ');
}

/** The command that lists what a pipeline has set aside, as a person would type it here. */
export function quarantineLine(path: string, data: string | undefined): string {
  return ['huisheng quarantine list --pipeline', pipelineWord(path), ...dataWords(data)].join(' ');
}

function pipelineWord(path: string): string {
  return dirname(path) === join(projectRoot, 'pipelines') ? pipelineName(path) : quoted(shortPath(path));
}

function dataWords(data: string | undefined): string[] {
  return data === undefined ? [] : ['--data', quoted(data)];
}

function quoted(word: string): string {
  return /^[\w./@:,+=-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
