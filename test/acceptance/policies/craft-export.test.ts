import {describeCompany} from './describeCompany.ts';

// Its survey is held once a year, and was forgotten in one of them.
describeCompany('craft-export', {inOrdeal: true});
