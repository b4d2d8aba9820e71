import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {policySchema} from '../../pipelines/policies/schema.ts';
import {policyProblems} from '../../src/config/checkPolicy.ts';
import {readPipeline} from '../../src/config/pipeline.ts';
import {ProblemsError} from '../../src/config/problems.ts';
import {checkYaml} from '../../src/config/yamlFile.ts';
import {readContracts} from '../../src/contract/catalog.ts';

const surroundings = {
  kpis: ['complaints', 'satisfaction', 'recurrence_rate'],
  dimensions: ['department', 'category'],
  contracts: await readContracts()
};

const REQUIRED: Readonly<Record<string, string>> = {
  effective_from: '2024-01-01',
  required_fields: '[{field: category}]',
  recurrence: '{window_days: 30, match: [category]}',
  callback: '{satisfied_from: 4, scale_low: 1, scale_high: 5}',
  survey: '{scale_low: 1, scale_high: 5, top_boxes: 2, promoter_from: 9, detractor_to: 6}'
};

/** A version of a policy in which some sections are written as said. */
const version = (sections: Readonly<Record<string, string>>) =>
  `{${Object.entries({...REQUIRED, ...sections})
    .map(([name, text]) => `${name}: ${text}`)
    .join(', ')}}`;

const policyText = (versions: readonly string[], more = '') =>
  `id: acme\ntitle: acme\n${more}\nversions: [${versions.join(', ')}]\n`;

const problemsOf = (versions: readonly string[], more?: string) =>
  policyProblems(checkYaml(policyText(versions, more), policySchema, 'acme.yaml'), 'acme.yaml', surroundings);

const inVersion = (sections: Readonly<Record<string, string>>) =>
  problemsOf([version(sections)]).map((problem) => problem.replace('acme.yaml, versions.0.', ''));

const LISTS = {
  severities: '[{code: general, title: x, grade: general}, {code: urgent, title: x, grade: urgent}]',
  clocks: '[{id: resolve, from: received, to: resolved, limit: 3, unit: days}]'
};

test('a policy in order has no problems', () => {
  expect(
    problemsOf(
      [
        version({
          ...LISTS,
          business_hours: "[{from: '08:30', to: '12:00'}, {from: '12:00', to: '24:00'}]",
          clocks: `[
            {id: respond, from: received, to: responded, limit: 4, aim: 4, unit: working_hours, when: {severity: [urgent]}},
            {id: respond, from: received, to: responded, limit: 1, unit: working_days},
            {id: contact, from: resolved, to: contacted, limit: 1, unit: days}
          ]`,
          escalation:
            '[{id: late, when: {overdue: respond, kind: [complaint], category: [anything]}, severity: urgent}]',
          closed_loop: '{steps: [registered, resolved, contacted, closed, archived]}',
          scorecard: `[
            {kpi: complaints, weight: 0.1, target: 1, floor: 2},
            {kpi: satisfaction, weight: 0.2, target: 1, floor: 2},
            {kpi: recurrence_rate, weight: 0.7, target: 1, floor: 2}
          ]`,
          retention: '{archive_days: 30, fields: [category, handler], keep_years: 5}'
        }),
        version({effective_from: '2025-01-01'})
      ],
      'duties: [{clause: 1, rule: x, figures: [complaints], by: [category]}, {clause: 2, rule: x, unmeasured: secret}]'.replaceAll(
        /clause: (\d)/g,
        "clause: '$1'"
      )
    )
  ).toEqual([]);
});

test('the name of the file and the days of the versions', () => {
  const text = policyText([
    version({effective_from: '2024-05-01'}),
    version({effective_from: '2024-01-01'}),
    version({effective_from: '2024-01-01'})
  ]);
  const policy = checkYaml(text, policySchema, 'beta.yaml');
  expect(policyProblems(policy, 'beta.yaml', surroundings)).toEqual([
    `beta.yaml, id: expected the file's name "beta", got "acme"`,
    'beta.yaml, versions.1.effective_from: expected a day after 2024-05-01, from which the version before applies, got "2024-01-01"; put the versions in the order of their days',
    'beta.yaml, versions.2.effective_from: expected a day after 2024-01-01, from which the version before applies, got "2024-01-01"; give each version its own day'
  ]);
});

test('duties that stand twice, name what there is not, or are kept nowhere', () => {
  const duties = `duties:
  - {clause: '1', rule: x, figures: [complaint, satisfaction], by: [departmnt]}
  - {clause: '1', rule: x, pages: [summary]}
  - {clause: '2', rule: x, by: [category]}
`;
  expect(problemsOf([version({})], duties)).toEqual([
    'acme.yaml, duties.1.clause: "1" stands twice; take one out',
    'acme.yaml, duties.0.figures.0: there is no KPI "complaint"; did you mean "complaints"?',
    'acme.yaml, duties.0.by.0: there is no dimension "departmnt"; did you mean "department"?',
    'acme.yaml, duties.2: nothing shows whether it is kept; give figures, pages or unmeasured'
  ]);
});

test.each<[string, Readonly<Record<string, string>>, readonly string[]]>([
  [
    'words that stand twice in a list',
    {
      categories: '[{code: a, title: x}, {code: b, title: x}, {code: a, title: y}]',
      validity: '[{reason: r, title: x}, {reason: r, title: x}]'
    },
    ['categories.2.code: "a" stands twice; take one out', 'validity.1.reason: "r" stands twice; take one out']
  ],
  [
    'fields that the record lacks',
    {
      required_fields:
        '[{field: categry}, {field: category, record: service_order}, {field: channel}, {field: channel}]',
      retention: '{archive_days: 1, fields: [handlr, category, category], keep_years: 1}'
    },
    [
      'required_fields.0.field: complaint has no field "categry"; did you mean "category"?',
      expect.stringMatching(/^required_fields\.1\.field: service_order has no field "category"; there is /),
      'required_fields.3.field: "complaint.channel" stands twice; take one out',
      'retention.fields.0: complaint has no field "handlr"; did you mean "handler"?',
      'retention.fields.2: "category" stands twice; take one out'
    ]
  ],
  [
    'conditions on words that are in no list',
    {
      ...LISTS,
      clocks: '[{id: a, from: received, to: closed, limit: 1, unit: days, when: {severity: [urgnt], channel: [fone]}}]',
      risks: '[{code: high, title: x, grade: high}]',
      escalation: '[{id: a, when: {risk: [hi], kind: [complain], responsibility: [theirs]}, level: boss}]'
    },
    [
      'clocks.0.when.severity.0: the version has no severity "urgnt"; did you mean "urgent"?',
      expect.stringMatching(/^clocks\.0\.when\.channel\.0: the version has no channel "fone"; did you mean "phone"\?$/),
      'escalation.0.when.risk.0: the version has no risk "hi"; there is high',
      'escalation.0.when.kind.0: the version has no kind "complain"; did you mean "complaint"?',
      'escalation.0.when.responsibility.0: the version has no responsibility "theirs"; there is ours, shared, not_ours'
    ]
  ],
  [
    'a clock that ends before it begins',
    {
      clocks: `[
        {id: a, from: resolved, to: registered, limit: 1, unit: days},
        {id: b, from: informed, to: informed, limit: 1, unit: days}
      ]`
    },
    [
      'clocks.0.to: expected a step after "resolved", got "registered"; there is contacted, informed, called_back, closed, archived',
      'clocks.1.to: expected a step after "informed", got "informed"; there is contacted, called_back, closed, archived'
    ]
  ],
  [
    'a clock that aims at more than its limit, or that has no hours to run in',
    {clocks: '[{id: a, from: received, to: closed, limit: 3, aim: 5, unit: working_hours}]'},
    [
      'clocks.0.aim: expected at most the limit of 3, got 5; swap the two',
      'clocks.0.unit: the version has no business hours, got "working_hours"; add business_hours'
    ]
  ],
  [
    'a clock behind one of its name that fits every case',
    {
      clocks: `[
        {id: a, from: received, to: closed, limit: 3, unit: days},
        {id: a, from: received, to: closed, limit: 1, unit: days, when: {category: [x]}}
      ]`
    },
    ['clocks.1: never runs: clocks.0 has the same id "a" and fits every case; put that one last']
  ],
  [
    'business hours that end before they begin, or overlap',
    {
      business_hours: `[
        {from: '08:30', to: '12:00'},
        {from: '11:59', to: '18:00', on: every_day},
        {from: '18:00', to: '18:00'}
      ]`
    },
    [
      'business_hours.1: expected hours apart from business_hours.0, got 11:59 to 18:00 on every_day; make one of both',
      'business_hours.2.to: expected a time after 18:00, at which it begins, got "18:00"'
    ]
  ],
  [
    'escalation that fits every case, changes nothing, or names what there is not',
    {
      ...LISTS,
      escalation: `[
        {id: a, when: {}, level: boss},
        {id: a, when: {about_leader: true}},
        {id: b, when: {overdue: resolv}, severity: graev}
      ]`
    },
    [
      'escalation.1.id: "a" stands twice; take one out',
      'escalation.0.when: fits every case; say when, such as {overdue: resolve}',
      'escalation.1: changes nothing; give the severity or the level that the case then has',
      'escalation.2.when.overdue: there is no clock "resolv"; did you mean "resolve"?',
      'escalation.2.severity: there is no severity "graev"; there is general, urgent'
    ]
  ],
  [
    'a closed loop whose steps are out of order',
    {closed_loop: '{steps: [registered, resolved, dispatched, contacted, closed, closed]}'},
    [
      'closed_loop.steps.2: expected a step after "resolved", got "dispatched"',
      'closed_loop.steps.5: expected a step after "closed", got "closed"'
    ]
  ],
  [
    'scales that end before they begin, and cut-offs outside of them',
    {
      recurrence: '{window_days: 30, match: [category, category]}',
      callback: '{satisfied_from: 6, scale_low: 1, scale_high: 5}',
      survey:
        '{scale_low: 1, scale_high: 5, top_boxes: 5, promoter_from: 6, detractor_to: 6, low_item_under: 0.5, low_item_days: 3}',
      survey_schedule: '[{id: a, month: 9}, {id: a, month: 3}, {id: a, month: 9}]'
    },
    [
      'recurrence.match.1: "category" stands twice; take one out',
      'callback.satisfied_from: expected a score from 1 to 5, got 6',
      'survey.low_item_under: expected a score from 1 to 5, got 0.5',
      'survey.top_boxes: expected at most 4, so that some score lies below, got 5',
      'survey.detractor_to: expected less than 6, from which customers are promoters, got 6',
      'survey_schedule.2: "a in month 9" stands twice; take one out'
    ]
  ],
  [
    'a scale upside down',
    {callback: '{satisfied_from: 4, scale_low: 5, scale_high: 1}'},
    ['callback.scale_high: expected more than 5, the worst score, got 1; swap the two']
  ],
  [
    'targets and heads of the scorecard',
    {
      targets: '[{kpi: satisfacton, target: 1}, {kpi: complaints, target: 1}, {kpi: complaints, target: 2}]',
      scorecard: `[
        {kpi: satisfaction, weight: 0.3, target: 1, floor: 1},
        {kpi: satisfaction, weight: 0.6, target: 1, floor: 0}
      ]`
    },
    [
      'targets.0.kpi: there is no KPI "satisfacton"; did you mean "satisfaction"?',
      'targets.2.kpi: "complaints" stands twice; take one out',
      'scorecard.1.kpi: "satisfaction" stands twice; take one out',
      'scorecard.0.floor: expected another value than the target, got 1',
      'scorecard: expected weights that make up 1, got 0.9'
    ]
  ]
])('%s', (_, sections, problems) => {
  expect(inVersion(sections)).toEqual(problems);
});

test('a pipeline is refused with all mistakes of its policy, its calendar and the words that its sources put in', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'huisheng-'));
  const write = (name: string, text: string) => writeFile(join(folder, name), text);
  const categories = '[{code: 服务态度, title: x}, {code: 收费标准, title: x}]';
  await write(
    'acme.yaml',
    policyText(
      [
        version({categories, ...LISTS}),
        version({effective_from: '2023-01-01', categories: '[{code: 其他, title: x}]'})
      ],
      'calendar: ch'
    )
  );
  await write(
    'register.yaml',
    `kind: files
files: x.csv
records:
  complaint:
    received_at: d
    category: {column: c, values: {收费: 收费标准, 态度: 服务态渡, 别的: 其他}, otherwise: 未知类别}
    severity: {constant: grave}
`
  );
  await write('pipeline.yaml', 'sources: [register.yaml]\npolicy: ./acme.yaml\n');
  const refused = readPipeline(join(folder, 'pipeline.yaml'));
  const policy = join(folder, 'acme.yaml');
  const source = join(folder, 'register.yaml');
  await expect(refused).rejects.toThrow(ProblemsError);
  await expect(refused).rejects.toMatchObject({
    problems: [
      `${policy}, versions.1.effective_from: expected a day after 2024-01-01, from which the version before applies, got "2023-01-01"; put the versions in the order of their days`,
      `${policy}, calendar: there is no calendar "ch"; did you mean "cn"?`
    ]
  });

  await write(
    'acme.yaml',
    policyText([
      version({categories, ...LISTS}),
      version({effective_from: '2025-01-01', categories: '[{code: 其他, title: x}]'})
    ])
  );
  await expect(readPipeline(join(folder, 'pipeline.yaml'))).rejects.toMatchObject({
    problems: [
      `${source}, records.complaint.category.values.态度: the policy "acme" has no category "服务态渡"; did you mean "服务态度"?`,
      `${source}, records.complaint.category.otherwise: the policy "acme" has no category "未知类别"; there is 服务态度, 收费标准, 其他`
    ]
  });

  await write(
    'acme.yaml',
    policyText([version({categories: `[{code: 服务态渡, title: x}, ${categories.slice(1)}`, ...LISTS})])
  );
  await expect(readPipeline(join(folder, 'pipeline.yaml'))).rejects.toMatchObject({
    problems: [
      `${source}, records.complaint.category.values.别的: the policy "acme" has no category "其他"; there is 服务态渡, 服务态度, 收费标准`,
      `${source}, records.complaint.category.otherwise: the policy "acme" has no category "未知类别"; there is 服务态渡, 服务态度, 收费标准`,
      `${source}, records.complaint.severity.constant: the policy "acme" has no severity "grave"; there is general, urgent`
    ]
  });
  await rm(folder, {recursive: true});
});
