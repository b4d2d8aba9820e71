import {z} from 'zod';
import {markup} from '../drawing/markup.ts';
import {ANALYSIS_PAGES} from './analysisPages.ts';
import {defineComponent} from './component.ts';
import {linkTo} from './linkTo.ts';

/** The pages of analysis, each with what it is for. */
export const analysisList = defineComponent(
  z.strictObject({}),
  (report) =>
    markup`<ul class="analysis-list">${ANALYSIS_PAGES.map(
      ({path, title, purpose}) =>
        markup`<li><a href="${linkTo(report, path)}">${title[report.locale]}</a><span>${purpose[report.locale]}</span></li>\n`
    )}</ul>`
);
