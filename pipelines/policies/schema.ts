import {z} from 'zod';
import {localText, strict} from '../../src/config/strict.ts';

/** Where a rule comes from. Every rule says it. */
const provenance = {
  clause: z.string().optional().describe('the clause of the written policy that asks for it'),
  source: z
    .enum(['policy', 'organisation'])
    .default('organisation')
    .describe('whether the document says it, or leaves it to the organisation')
};

const codes = z.array(z.string()).min(1);
const timeOfDay = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'expected a time of day such as "08:30" (in quotes)');

const code = {
  code: z.string().describe('the word that stands in the records'),
  title: localText.describe('what it is called on the pages'),
  ...provenance
};

const category = strict({
  ...code,
  mark: z.string().optional().describe('the fixed mark that the policy gives it, such as A'),
  is_other: z.boolean().default(false).describe('it takes what fits nowhere else')
});

const severity = strict({
  ...code,
  grade: z
    .enum(['general', 'important', 'major', 'urgent'])
    .describe('how grave it is, in words that all policies share')
});

const risk = strict({...code, grade: z.enum(['low', 'medium', 'high']).describe('how risky it is')});

const segment = strict({...code, group: z.string().optional().describe('the group of customers above it')});

const channel = strict({
  ...code,
  group: z.string().optional().describe('the kind of place at which it comes in')
});

const requiredField = strict({
  field: z.string().describe('a field of the record'),
  record: z.enum(['complaint', 'service_order']).default('complaint').describe('the record kind that must have it'),
  kinds: codes.optional().describe('only in records of these kinds'),
  element: z.string().optional().describe('the part of the record that it belongs to'),
  ...provenance
});

/** Whom a rule is for; an empty list is for all. */
const conditions = {
  severity: codes.optional().describe('cases of these severities'),
  kind: codes.optional().describe('cases of these kinds'),
  category: codes.optional().describe('cases of these categories'),
  channel: codes.optional().describe('cases that came by these channels'),
  segment: codes.optional().describe('cases of these groups of customers'),
  responsibility: codes.optional().describe('cases for which these are responsible')
};

/** The steps at which a clock can start, in the words of the timeline; `escalated_by_rule` is the first that a rule caused. */
export const CLOCK_STARTS = [
  'received',
  'registered',
  'dispatched',
  'responded',
  'resolved',
  'informed',
  'escalated',
  'escalated_by_rule'
] as const;

export const CLOCK_STOPS = [
  'registered',
  'dispatched',
  'responded',
  'contacted',
  'resolved',
  'informed',
  'called_back',
  'closed',
  'archived'
] as const;

const DAY_UNITS: readonly string[] = ['days', 'working_days'];

const clock = strict({
  id: z
    .string()
    .regex(/^[a-z][a-z_]*$/, 'expected small letters and _')
    .describe('which limit: register, dispatch, respond, resolve, inform, call_back, or one of the policy itself'),
  from: z.enum(CLOCK_STARTS).describe('the step that starts it'),
  to: z.enum(CLOCK_STOPS).describe('the step that stops it'),
  limit: z.number().positive().describe('how long it may take'),
  aim: z.number().positive().optional().describe('how long it should take: the lower end of the limit'),
  unit: z
    .enum(['minutes', 'hours', 'working_hours', 'days', 'working_days'])
    .describe('the unit of limit and aim; minutes and hours run round the clock'),
  when: strict(conditions)
    .optional()
    .describe('the cases for which it runs; of several clocks with one id, the first that fits'),
  ...provenance
}).refine(({unit, limit, aim = 1}) => !DAY_UNITS.includes(unit) || (Number.isInteger(limit) && Number.isInteger(aim)), {
  path: ['limit'],
  error: 'expected whole days'
});

const businessHours = strict({
  from: timeOfDay.describe('when work begins'),
  to: timeOfDay.describe('when it ends'),
  on: z.enum(['working_days', 'every_day']).default('working_days').describe('on which days'),
  ...provenance
});

const escalation = strict({
  id: z.string().describe('what the rule is called'),
  when: strict({
    ...conditions,
    overdue: z.string().optional().describe('a clock that has run out'),
    open_days: z.int().positive().optional().describe('open longer than so many days'),
    open_months: z.int().positive().optional().describe('open longer than so many months'),
    repeated: z.int().min(2).optional().describe('at least the n-th complaint in the same matter'),
    affected_share_over: z.number().min(0).max(1).optional().describe('more than this share of customers say the same'),
    about_leader: z.boolean().optional().describe('it is about a leader of the company'),
    amount_over: z.number().min(0).optional().describe('more was paid than this'),
    risk: codes.optional().describe('cases of these risks')
  }).describe('all that must be so'),
  severity: z.string().optional().describe('the severity that the case then has'),
  level: z.string().optional().describe('the level to which it is then escalated'),
  ...provenance
});

const extension = strict({
  approvers: codes.describe('words of which one must stand in the name or office of who grants more time'),
  ...provenance
});

const validity = strict({
  reason: z.string().describe('a reason for which a complaint does not stand'),
  title: localText.describe('what it is called on the pages'),
  ...provenance
});

const recurrence = strict({
  window_days: z.int().positive().describe('how many days back an earlier complaint counts'),
  match: z
    .array(z.enum(['category', 'subcategory', 'product', 'region']))
    .describe('what must be the same, besides the customer'),
  ...provenance
});

const closedLoop = strict({
  steps: z.array(z.enum(CLOCK_STOPS)).min(2).describe('the steps that every case must go through, in their order'),
  ...provenance
});

const callback = strict({
  satisfied_from: z.number().describe('the score from which a customer counts as satisfied'),
  scale_low: z.number().describe('the worst score of that scale'),
  scale_high: z.number().describe('the best score of that scale'),
  ...provenance
});

const survey = strict({
  scale_low: z.number().describe('the worst score, where an answer does not say its scale'),
  scale_high: z.number().describe('the best score, where an answer does not say its scale'),
  top_boxes: z.int().positive().describe('how many of the best scores count as satisfied'),
  promoter_from: z.int().describe('the likelihood to recommend from which a customer is a promoter'),
  detractor_to: z.int().describe('the likelihood to recommend up to which a customer is a detractor'),
  low_item_under: z
    .number()
    .optional()
    .describe('an item of a survey whose mean lies under this score asks for a measure'),
  low_item_days: z
    .int()
    .positive()
    .default(90)
    .describe('within how many days after the survey the measure is to be opened'),
  ...provenance
});

const surveySchedule = strict({
  id: z.string().describe('which survey, as it is called in the records; any where the records name none'),
  month: z.int().min(1).max(12).describe('the month in which it is to be held'),
  ...provenance
});

const retention = strict({
  archive_days: z.int().positive().describe('within how many days after closing the papers are to be archived'),
  fields: z.array(z.string()).min(1).describe('the fields that a complete entry has'),
  keep_years: z.int().positive().describe('how many years it is kept'),
  ...provenance
});

const numbering = strict({
  pattern: z
    .string()
    .refine((pattern) => isPattern(pattern), 'expected a regular expression with two groups: the series and the number')
    .describe('how a sheet number is read: a regular expression whose groups are the series and the running number'),
  ...provenance
});

const repair = strict({
  window_days: z.int().positive().describe('within how many days a further repair counts as a repetition'),
  ...provenance
});

const defects = strict({
  window_days: z
    .int()
    .positive()
    .describe('within how many days after a sheet was closed the same defect counts as a repetition'),
  ...provenance
});

const target = strict({
  kpi: z.string().describe('a file in pipelines/kpis, without .sql'),
  target: z.number().describe('the value to reach, as a fraction where the unit is percent, per_100 or per_1000'),
  ...provenance
});

const scorecardHead = strict({
  kpi: z.string().describe('a file in pipelines/kpis, without .sql'),
  weight: z.number().positive().max(1).describe('its share of the whole; all heads together make 1'),
  target: z.number().describe('the value that earns all of its points'),
  floor: z.number().describe('the value that earns none'),
  minimum: z
    .int()
    .positive()
    .optional()
    .describe('the number of cases under which the head is left out; that of the figure itself where nothing is said'),
  attribution: z
    .enum(['record', 'deadline', 'time'])
    .default('record')
    .describe(
      'to whom a case counts: whom the record names at last, who held it when the figure counts it, or all who held it by the time that they did'
    ),
  ...provenance
});

const CARD_PERIODS = ['month', 'quarter', 'year'] as const;

const appraisal = strict({
  departments: z
    .array(z.enum(CARD_PERIODS))
    .default(['month', 'quarter', 'year'])
    .describe('the periods for which departments have cards'),
  people: z
    .array(z.enum(CARD_PERIODS))
    .default(['quarter', 'year'])
    .describe('the periods for which people have cards; a month is short for them'),
  full_points: z
    .number()
    .positive()
    .default(100)
    .describe('the points of a card on which all heads reach their targets'),
  point_digits: z
    .int()
    .min(0)
    .max(4)
    .default(1)
    .describe('to how many digits the points of a head are rounded; a card is the sum of these, at most full_points'),
  share_digits: z
    .int()
    .min(2)
    .max(6)
    .default(4)
    .describe('to how many digits the shares in a case are rounded; those of a case make up 1'),
  least_weight: z
    .number()
    .min(0)
    .max(1)
    .default(0.5)
    .describe(
      'a card whose counted heads weigh less than this has no points; the weight of heads left out goes to the others in proportion'
    ),
  charged_from: z
    .enum(['always', 'look', 'investigate'])
    .default('investigate')
    .describe(
      'from which verdict on a figure is worse than its peers’ charged; before that, the peers’ figure earns the points'
    ),
  look_back_months: z
    .int()
    .positive()
    .default(15)
    .describe('cards are made for periods that begin within so many months before the present one'),
  last_minutes: z
    .int()
    .positive()
    .default(60)
    .describe('what is solved so shortly before its deadline is counted by a guard'),
  ...provenance
});

/** What may stand in a version of a policy. Each section becomes a table policy.<section>, one row per rule and version. */
export const policySections = {
  categories: category,
  severities: severity,
  risks: risk,
  segments: segment,
  channels: channel,
  required_fields: requiredField,
  business_hours: businessHours,
  clocks: clock,
  extension,
  escalation,
  validity,
  recurrence,
  closed_loop: closedLoop,
  callback,
  survey,
  survey_schedule: surveySchedule,
  retention,
  numbering,
  repair,
  defects,
  targets: target,
  scorecard: scorecardHead,
  appraisal
};

const list = <T extends z.ZodType>(rule: T) => z.array(rule).default([]);

const version = strict({
  effective_from: z.iso.date().describe('the first day on which it applies'),
  categories: list(category).describe('what complaints are about'),
  severities: list(severity).describe('how grave they are, from light to grave'),
  risks: list(risk).describe('how risky they are, from low to high'),
  segments: list(segment).describe('who customers are'),
  channels: list(channel).describe('by which ways complaints come'),
  required_fields: z.array(requiredField).min(1).describe('what a record must hold'),
  business_hours: list(businessHours).describe('the hours in which working hours run'),
  clocks: list(clock).describe('how long each step may take'),
  extension: extension.optional().describe('who may grant more time; anybody where nothing is said'),
  escalation: list(escalation).describe(
    'when a case becomes graver or goes to a higher level, whether or not a person says so'
  ),
  validity: list(validity).describe('why a complaint does not stand'),
  recurrence: recurrence.describe('when a complaint repeats an earlier one'),
  closed_loop: closedLoop.optional().describe('which steps every case must go through'),
  callback: callback.describe('when a customer counts as satisfied with the handling'),
  survey: survey.describe('how answers to surveys are read'),
  survey_schedule: list(surveySchedule).describe('which surveys are to be held when'),
  retention: retention.optional().describe('what is archived, and for how long'),
  numbering: numbering.optional().describe('how sheets are numbered'),
  repair: repair.optional().describe('when a repair repeats an earlier one'),
  defects: defects.optional().describe('when a defect repeats an earlier one'),
  targets: list(target).describe('the values to reach'),
  scorecard: list(scorecardHead).describe('the heads by which departments and people are appraised'),
  appraisal: appraisal.prefault({}).describe('how points are made of the heads of the scorecard')
});

export type PolicyVersion = z.output<typeof version>;

const duty = strict({
  clause: z.string().describe('the number of the clause'),
  rule: localText.describe('what it asks for, in short'),
  figures: z.array(z.string()).default([]).describe('the KPIs that measure it: files in pipelines/kpis, without .sql'),
  by: z.array(z.string()).default([]).describe('the dimensions by which the clause asks for them'),
  pages: z
    .array(z.enum(['summary', 'register', 'leadership', 'performance', 'definitions']))
    .default([])
    .describe('the pages on which it is kept'),
  unmeasured: localText.optional().describe('why no figure can measure it')
});

/** pipelines/policies/<id>.yaml: a written policy as dated data. */
export const policySchema = strict({
  id: z.string().describe("the file's name without .yaml"),
  title: localText.describe('what the document is called'),
  calendar: z.string().default('cn').describe('a file in pipelines/calendars, without .yaml, or the path of one'),
  calendar_missing: z
    .enum(['provisional', 'stop'])
    .default('provisional')
    .describe('what to do where a clock needs a year that the calendar lacks'),
  duties: z.array(duty).default([]).describe('the clauses that ask for something, each with what measures it'),
  versions: z.array(version).min(1).describe('the rules by the day on which they take effect')
});

export type Policy = z.output<typeof policySchema>;

function isPattern(pattern: string): boolean {
  try {
    return new RegExp(`${pattern}|`).exec('')?.length === 3;
  } catch {
    return false;
  }
}
