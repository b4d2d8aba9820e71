import {describeCompany} from './describeCompany.ts';

describeCompany('service-industry', {inOrdeal: true});
