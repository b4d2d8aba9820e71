import {afterEach, expect, it} from 'vitest';
import {policyText, type Sections} from './policyText.ts';
import {SmallWorld, type StagedRow, type StagedRows} from './smallWorld.ts';

let world: SmallWorld;
afterEach(() => {
  world.close();
});

async function build(rows: StagedRows, sections: Sections): Promise<void> {
  world = await SmallWorld.open({asOf: '2026-06-30T00:00:00Z', policyText: policyText(sections)});
  await world.stageAll(rows);
  await world.build();
}

const answer = (id: string, day: string, more: StagedRow = {}): StagedRow => ({
  response_id: id,
  answered_at: `${day}T09:00:00Z`,
  survey_id: 'yearly',
  ...more
});
const invitation = (id: string, day: string, more: StagedRow = {}): StagedRow => ({
  invitation_id: id,
  sent_at: `${day}T09:00:00Z`,
  survey_id: 'yearly',
  ...more
});

it('adds survey figures up by the rounds of the schedule, and by months where there is none', async () => {
  await build(
    {
      survey_invitation: [
        invitation('a', '2026-03-02', {method: 'form', returned_at: '2026-04-03T09:00:00Z'}),
        invitation('b', '2026-03-02', {method: 'form'})
      ],
      survey_response: [
        answer('1', '2026-03-04', {item: 'price', score: 2, method: 'form'}),
        answer('2', '2026-04-03', {item: 'price', score: 5, method: 'form'}),
        answer('3', '2026-04-03', {item: 'advice', likelihood_to_recommend: 3, method: 'form'}),
        answer('4', '2026-04-03', {item: 'price', score: 7, scale_low: 0, scale_high: 10, survey_id: 'after'})
      ]
    },
    {survey_schedule: [{id: 'yearly', month: 3}]}
  );
  const rows = await world.database.query(
    `select kpi, survey, item, period_start::varchar as period_start, is_round, method, numerator, denominator, squares, scores
     from marts.survey_cells order by all`
  );
  const yearly = {survey: 'yearly', period_start: '2026-03-01', is_round: true, method: 'form'};
  expect(rows).toEqual([
    {
      ...{kpi: 'csat', survey: 'after', item: 'price', period_start: '2026-04-01', is_round: false, method: ''},
      ...{numerator: 0, denominator: 1, squares: 0, scores: 3.8}
    },
    {kpi: 'csat', ...yearly, item: 'price', numerator: 1, denominator: 2, squares: 1, scores: 7},
    {kpi: 'nps', ...yearly, item: 'advice', numerator: -1, denominator: 1, squares: 1, scores: null},
    {kpi: 'survey_response_rate', ...yearly, item: '', numerator: 1, denominator: 2, squares: 1, scores: null}
  ]);
});

it('tells of each item of a round whether it is low, and what was done', async () => {
  await build(
    {
      survey_response: [
        answer('1', '2026-03-04', {item: 'price', score: 2}),
        answer('2', '2026-03-08', {item: 'price', score: 3}),
        answer('3', '2026-03-08', {item: 'staff', score: 5})
      ],
      improvement_measure: [
        {
          measure_id: 'm',
          survey_id: 'yearly',
          survey_item: 'price',
          proposed_at: '2026-03-20T09:00:00Z',
          approved_at: '2026-03-25T09:00:00Z'
        }
      ]
    },
    {
      survey_schedule: [{id: 'yearly', month: 3}],
      survey: {
        ...{scale_low: 1, scale_high: 5, top_boxes: 2, promoter_from: 9, detractor_to: 6},
        ...{low_item_under: 3.5, low_item_days: 30}
      }
    }
  );
  const rows = await world.database.query(
    `select item, first_answer_on::varchar as first, last_answer_on::varchar as last, answers, mean_score, is_low, low_under,
       due_on::varchar as due, proposed_on::varchar as proposed, approved_on::varchar as approved, informed_on
     from marts.survey_items order by item`
  );
  expect(rows).toEqual([
    {
      ...{item: 'price', first: '2026-03-04', last: '2026-03-08', answers: 2, mean_score: 2.5, is_low: true},
      ...{low_under: 3.5, due: '2026-04-07', proposed: '2026-03-20', approved: '2026-03-25', informed_on: null}
    },
    {
      ...{item: 'staff', first: '2026-03-08', last: '2026-03-08', answers: 1, mean_score: 5, is_low: false},
      ...{low_under: 3.5, due: '2026-04-07', proposed: null, approved: null, informed_on: null}
    }
  ]);
});
