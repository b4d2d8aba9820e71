import {z} from 'zod';
import {markup} from '../drawing/markup.ts';
import {defineComponent} from './component.ts';
import {definitionTerms} from './definitionTerms.ts';

/** The definition of the page's KPI. */
export const definition = defineComponent(z.strictObject({}), (report) =>
  report.kpi === undefined
    ? markup``
    : markup`<section class="definition plain">${definitionTerms(report, report.kpi)}</section>`
);
