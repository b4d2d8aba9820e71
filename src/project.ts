import {fileURLToPath} from 'node:url';

/** The folder that holds sources/, pipelines/ and reports/. */
export const projectRoot = fileURLToPath(new URL('..', import.meta.url));
