import {businessMoment} from './businessMoment.ts';
import type {Cause} from './cause.ts';
import type {Company} from './company.ts';
import {monthsInto} from './cycle.ts';
import {DAY, type LocalTime, type Month, startOfMonth} from './localTime.ts';
import {RandomStream} from './randomStream.ts';

/** When what happens to a measure; what never happens is left away. */
export interface MeasureWay {
  readonly proposedAt: LocalTime;
  readonly approvedAt?: LocalTime;
  readonly dueAt: LocalTime;
  readonly completedAt?: LocalTime;
  readonly evaluationDueAt: LocalTime;
  readonly evaluatedAt?: LocalTime;
  readonly isEffective: boolean;
}

type Measures = NonNullable<Company['measures']>;

/** The way of a measure that is proposed at a moment. */
export function measureWay(
  company: Company,
  measures: Measures,
  proposedAt: LocalTime,
  stream: RandomStream
): MeasureWay {
  const at = (from: LocalTime, days: number) => businessMoment(company, from + days * DAY, stream);
  const [least, most] = measures.due_days;
  const days = Math.round(least + (most - least) * stream.uniform());
  const dueAt = dayAfter(proposedAt, days);
  const {approve_days: approval, share_of_limit: part} = measures;
  const approvedAt = at(proposedAt, Math.min(stream.logNormal(approval.median, approval.spread), 40));
  const completedAt = Math.max(
    at(proposedAt, Math.min(days * stream.logNormal(part.median, part.spread), 150)),
    at(approvedAt, 1)
  );
  const evaluationDueAt = dayAfter(dueAt, measures.evaluate_after_days);
  const evaluatedAt = Math.max(at(evaluationDueAt, -35 + 38 * stream.uniform()), at(completedAt, 7));
  const isApproved = stream.chance(measures.share_approved);
  const isEvaluated = stream.chance(measures.share_evaluated);
  return {
    proposedAt,
    ...(isApproved && {approvedAt, completedAt, ...(isEvaluated && {evaluatedAt})}),
    dueAt,
    evaluationDueAt,
    isEffective: stream.chance(measures.share_effective)
  };
}

/** A measure that truths.yaml plants, where a month is the one in which it is rolled out. */
export interface PlantedMeasure extends MeasureWay {
  readonly cause: Cause;
}

/** The planted measures that are rolled out on the first of a month: the one that works and the one that does not. */
export function plantedMeasures(company: Company, month: Month): PlantedMeasure[] {
  const {working_measure: working, vain_measure: vain} = company.truths;
  return [working, vain].flatMap((measure): PlantedMeasure[] => {
    const cause = company.causes.chains.find(({root}) => root === measure.root);
    if (!cause || monthsInto(measure, month) !== 0) return [];
    const stream = new RandomStream(company.profile.seed, 'planted measure', measure.root, month);
    const completedAt = businessMoment(company, startOfMonth(month), stream);
    const at = (days: number) => businessMoment(company, completedAt + days * DAY, stream);
    return [
      {
        cause,
        proposedAt: at(-56),
        approvedAt: at(-47),
        dueAt: dayAfter(completedAt, 5),
        completedAt,
        evaluationDueAt: dayAfter(completedAt, 100),
        evaluatedAt: at(92),
        isEffective: measure === working
      }
    ];
  });
}

/** The last second of the day some days later. */
function dayAfter(at: LocalTime, days: number): LocalTime {
  return Math.floor(at / DAY) * DAY + (days + 1) * DAY - 1000;
}
