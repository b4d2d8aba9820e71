import {describeCompany} from './describeCompany.ts';

describeCompany('real-estate');
