import {Command} from 'commander';
import {readContracts} from '../contract/catalog.ts';
import {draftSource} from '../draft/draftSource.ts';
import {readDraftTable} from '../draft/draftTable.ts';
import {readVocabulary} from '../draft/vocabulary.ts';

/** huisheng draft <file> */
export function draftCommand(): Command {
  return new Command('draft')
    .description('propose a source.yaml for a spreadsheet, with what is unsure as comments and on standard error')
    .argument('<file>', 'a workbook (.xlsx, .xlsm, .xls) or a CSV file')
    .option('--record <kind>', 'the record kind that it holds; guessed where nothing is said')
    .action(async (file: string, {record}: {record?: string}) => {
      const vocabulary = await readVocabulary();
      const table = await readDraftTable(file, vocabulary);
      const {yaml, unsure} = draftSource(table, await readContracts(), vocabulary, record);
      process.stdout.write(yaml);
      process.stderr.write(unsure.map((doubt) => `unsure: ${doubt}\n`).join(''));
    });
}
