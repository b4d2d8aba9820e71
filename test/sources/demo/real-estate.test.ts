import {describeCompany} from './describeCompany.ts';

describeCompany('real-estate', {inOrdeal: true});
