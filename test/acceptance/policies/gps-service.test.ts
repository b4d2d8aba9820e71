import {describeCompany} from './describeCompany.ts';

describeCompany('gps-service');
