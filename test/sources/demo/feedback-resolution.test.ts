import {describeCompany} from './describeCompany.ts';

describeCompany('feedback-resolution', {inOrdeal: true});
