import {describeCompany} from './describeCompany.ts';

describeCompany('craft-export');
