import {describeCompany} from './describeCompany.ts';

describeCompany('gps-service', {inOrdeal: true});
