import {Command} from 'commander';
import {readPipeline} from '../config/pipeline.ts';
import {auditEditions} from '../editions/auditEditions.ts';
import {stateOf} from '../run/state.ts';
import {EXIT, type End} from './exit.ts';
import {choosePipeline, dataOption, jsonOption, pipelineOption, type PipelineOptions} from './options.ts';
import {printRows} from './table.ts';

/** huisheng audit */
export function auditCommand(end: End): Command {
  return new Command('audit')
    .description('check that every edition is as it was frozen, and that none is missing; names what was touched')
    .addOption(pipelineOption())
    .addOption(dataOption())
    .addOption(jsonOption())
    .action(async (options: PipelineOptions & {json?: boolean}) => {
      const pipeline = await readPipeline(await choosePipeline(options.pipeline));
      const audited = await auditEditions(pipeline, stateOf(pipeline.name, options.data));
      const findings = audited.flatMap(({findings: found}) => found);
      if (findings.length > 0) end(EXIT.failed);
      if (options.json === true) {
        printRows(
          audited.map((one) => ({...one})),
          true
        );
        return;
      }
      if (audited.length === 0) {
        process.stdout.write(`${pipeline.name}: no period has been frozen yet\n`);
        return;
      }
      printRows(
        audited.map(({findings: found, ...edition}) => ({...edition, state: found.length === 0 ? 'whole' : 'touched'})),
        false
      );
      for (const {edition, file, problem} of findings)
        process.stdout.write(`${[edition, ...(file === null ? [] : [file])].join('/')}: ${problem}\n`);
    });
}
