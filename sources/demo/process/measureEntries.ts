import {businessMoment} from './businessMoment.ts';
import type {Cause} from './cause.ts';
import type {Company} from './company.ts';
import {
  calendarMonth,
  DAY,
  dateTimeText,
  knownTime,
  type LocalTime,
  type Month,
  monthText,
  startOfMonth,
  yearOf
} from './localTime.ts';
import {type MeasureWay, measureWay, plantedMeasures} from './measure.ts';
import {isForgotten} from './periodicSurvey.ts';
import {RandomStream} from './randomStream.ts';
import type {Entry, Row} from './row.ts';
import {slotted} from './slotted.ts';
import {staffOf} from './staff.ts';

type Measures = NonNullable<Company['measures']>;

/** The improvement measures that a month gives rise to: against causes, and against low items of its survey. */
export function measureEntries(company: Company, month: Month): Entry[] {
  const {measures} = company;
  if (!measures) return [];
  const numberOf = (i: number) =>
    `${measures.prefix}${monthText(month).replace('-', '')}${String(i + 1).padStart(2, '0')}`;
  return [
    ...plantedEntries(company, month),
    ...ordinaryEntries(company, measures, month),
    ...surveyEntries(company, measures, month)
  ].map(({row, way}, i): Entry => {
    return {
      kind: 'improvement_measure',
      at: way.proposedAt,
      order: numberOf(i),
      row: (asOf) => ({measure_id: numberOf(i), ...row, ...asItStood(way, asOf)})
    };
  });
}

interface Draft {
  readonly row: Row;
  readonly way: MeasureWay & {readonly customerInformedAt?: LocalTime};
}

/** Proposed two months before they are rolled out. */
function plantedEntries(company: Company, month: Month): Draft[] {
  return plantedMeasures(company, month + 2).map(({cause, ...way}) => {
    const stream = new RandomStream(company.profile.seed, 'owner', cause.root, month);
    return {row: {...ownerOf(company, way.proposedAt, stream), ...againstCause(company, cause, 'complaint')}, way};
  });
}

function ordinaryEntries(company: Company, measures: Measures, month: Month): Draft[] {
  const {working_measure: working, vain_measure: vain} = company.truths;
  const chains = company.causes.chains.filter(({root}) => root !== working.root && root !== vain.root);
  const count = new RandomStream(company.profile.seed, 'measures', month).poisson(measures.per_month);
  return Array.from({length: count}, (_, i) => {
    const stream = new RandomStream(company.profile.seed, 'measure', month, i);
    const proposedAt = businessMoment(company, startOfMonth(month) + 28 * DAY * stream.uniform(), stream);
    const cause = stream.pickByWeight(chains, ({weight}) => weight);
    const origin = stream.weighted(measures.origins);
    const row = {...ownerOf(company, proposedAt, stream), ...againstCause(company, cause, origin)};
    return {row, way: measureWay(company, measures, proposedAt, stream)};
  });
}

/** What is done about the low items of the survey that is held in a month, some weeks after it. */
function surveyEntries(company: Company, measures: Measures, month: Month): Draft[] {
  const survey = company.surveys?.periodic;
  if (!survey || isForgotten(company, month)) return [];
  const texts = company.narrative.measures;
  const low = company.truths.low_survey_items.filter(
    (one) => one.year_modulo_3 === yearOf(month) % 3 && one.month === calendarMonth(month) && one.measure !== 'none'
  );
  return low.map(({item, measure}) => {
    const stream = new RandomStream(company.profile.seed, 'survey measure', month, item);
    const proposedAt = businessMoment(company, startOfMonth(month + 1) + (8 + 20 * stream.uniform()) * DAY, stream);
    const way = measureWay(company, {...measures, share_approved: 1}, proposedAt, stream);
    const customerInformedAt = businessMoment(company, (way.approvedAt ?? proposedAt) + 12 * DAY, stream);
    const {dueAt, evaluationDueAt, isEffective} = way;
    const row = {
      ...ownerOf(company, proposedAt, stream),
      title: slotted(texts.survey_title, {item}),
      description: slotted(texts.survey_description, {item, survey: survey.name}),
      origin: 'survey',
      survey_id: survey.name,
      survey_item: item,
      cause_root: null,
      category: null
    };
    if (measure === 'proposed') return {row, way: {proposedAt, dueAt, evaluationDueAt, isEffective}};
    return {row, way: measure === 'told' ? {...way, customerInformedAt} : way};
  });
}

function ownerOf(company: Company, at: LocalTime, stream: RandomStream) {
  const department = stream.pick(Object.keys(company.departments.departments));
  return {department, owner: stream.pick(staffOf(company, department, at))};
}

function againstCause(company: Company, {categories, ...cause}: Cause, origin: string) {
  const category = categories[0] ?? '';
  return {
    title: cause.measure,
    description: slotted(company.narrative.measures.description, {...cause, category}),
    origin,
    survey_id: null,
    survey_item: null,
    cause_root: cause.root,
    category
  };
}

function asItStood(way: Draft['way'], asOf: LocalTime): Row {
  const isEvaluated = way.evaluatedAt !== undefined && way.evaluatedAt <= asOf;
  return {
    proposed_at: dateTimeText(way.proposedAt),
    approved_at: knownTime(way.approvedAt, asOf),
    due_at: dateTimeText(way.dueAt),
    completed_at: knownTime(way.completedAt, asOf),
    customer_informed_at: knownTime(way.customerInformedAt, asOf),
    evaluation_due_at: dateTimeText(way.evaluationDueAt),
    evaluated_at: knownTime(way.evaluatedAt, asOf),
    is_effective: isEvaluated ? String(way.isEffective) : null
  };
}
