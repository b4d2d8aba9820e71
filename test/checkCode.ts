import {ESLint} from 'eslint';
import {join} from 'node:path';
import ts from 'typescript';
import {projectRoot} from '../src/project.ts';

/**
 * Checks types and rules in one go: what the compiler has worked out of the types, the rules ask it for, where two programs would
 * each work it out. Prints what `tsc` and `eslint .` print, and fails where one of them would.
 */
async function checkCode(): Promise<void> {
  const program = readProgram();
  const problems = ts.getPreEmitDiagnostics(program);
  process.stdout.write(ts.formatDiagnosticsWithColorAndContext(problems, HOST));
  const eslint = new ESLint({
    cwd: projectRoot,
    overrideConfig: {files: ['**/*.ts'], languageOptions: {parserOptions: {projectService: false, programs: [program]}}}
  });
  const results = await eslint.lintFiles(['.']);
  const formatter = await eslint.loadFormatter('stylish');
  process.stdout.write(await formatter.format(results));
  if (problems.length > 0 || results.some(({errorCount, warningCount}) => errorCount + warningCount > 0))
    process.exitCode = 1;
}

const HOST: ts.FormatDiagnosticsHost = {
  getCanonicalFileName: (name) => name,
  getCurrentDirectory: () => projectRoot,
  getNewLine: () => ts.sys.newLine
};

/** The program of tsconfig.json. Throws what is wrong with that file. */
function readProgram(): ts.Program {
  const config = ts.getParsedCommandLineOfConfigFile(join(projectRoot, 'tsconfig.json'), undefined, {
    ...ts.sys,
    onUnRecoverableConfigFileDiagnostic: (problem) => {
      throw new Error(ts.formatDiagnostic(problem, HOST));
    }
  })!;
  return ts.createProgram({
    rootNames: config.fileNames,
    options: config.options,
    configFileParsingDiagnostics: config.errors
  });
}

await checkCode();
