import type {PolicyVersion} from '../../../pipelines/policies/schema.ts';
import {doubled, type PolicyProblem} from './problem.ts';

interface Scale {
  readonly scale_low: number;
  readonly scale_high: number;
}

/** Scales that end before they begin, cut-offs outside of their scale, and what else stands twice in a rule. */
export function scaleProblems({callback, survey, survey_schedule, recurrence}: PolicyVersion): PolicyProblem[] {
  return [
    ...doubled(
      recurrence.match,
      (i) => `recurrence.match.${String(i)}`,
      (field) => field
    ),
    ...ends('callback', callback),
    ...within('callback.satisfied_from', callback.satisfied_from, callback),
    ...ends('survey', survey),
    ...within('survey.low_item_under', survey.low_item_under, survey),
    ...boxes(survey),
    ...(survey.detractor_to < survey.promoter_from
      ? []
      : [
          {
            at: 'survey.detractor_to',
            what: `expected less than ${String(survey.promoter_from)}, from which customers are promoters, got ${String(survey.detractor_to)}`
          }
        ]),
    ...doubled(
      survey_schedule,
      (i) => `survey_schedule.${String(i)}`,
      ({id, month}) => `${id} in month ${String(month)}`
    )
  ];
}

function ends(at: string, {scale_low, scale_high}: Scale): PolicyProblem[] {
  if (scale_low < scale_high) return [];
  const what = `expected more than ${String(scale_low)}, the worst score, got ${String(scale_high)}; swap the two`;
  return [{at: `${at}.scale_high`, what}];
}

function within(at: string, score: number | undefined, {scale_low, scale_high}: Scale): PolicyProblem[] {
  if (score === undefined || scale_low >= scale_high || (score >= scale_low && score <= scale_high)) return [];
  return [{at, what: `expected a score from ${String(scale_low)} to ${String(scale_high)}, got ${String(score)}`}];
}

function boxes({scale_low, scale_high, top_boxes}: PolicyVersion['survey']): PolicyProblem[] {
  const most = scale_high - scale_low;
  if (most <= 0 || top_boxes <= most) return [];
  const what = `expected at most ${String(most)}, so that some score lies below, got ${String(top_boxes)}`;
  return [{at: 'survey.top_boxes', what}];
}
