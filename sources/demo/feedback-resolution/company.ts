import {demonstration} from '../demonstration.ts';

export default demonstration(new URL('.', import.meta.url));
