import {policySchema, type Policy} from '../../pipelines/policies/schema.ts';
import type {SiteCalendar} from '../../src/publish/siteData.ts';

const text = (chinese: string, english: string) => ({'zh-CN': chinese, en: english});

/** A policy made up for tests: clauses of every state, and a second version with a shorter limit and a target more. */
export const EXAMPLE_POLICY: Policy = policySchema.parse({
  id: 'service-industry',
  title: text('服务业投诉管理办法', 'Complaints policy, services'),
  duties: [
    {
      clause: '2.3',
      rule: text('编制投诉汇总表', 'A summary is kept'),
      figures: ['complaints'],
      by: ['category', 'department'],
      pages: ['summary', 'register', 'leadership', 'definitions']
    },
    {
      clause: '5.1',
      rule: text('按期办结', 'Solved in time'),
      figures: ['resolution_on_time', 'time_to_resolve'],
      by: ['department', 'severity']
    },
    {
      clause: '7.2–7.3',
      rule: text('及时响应', 'Answered in time'),
      figures: ['response_on_time', 'record_completeness', 'csat']
    },
    {
      clause: '9',
      rule: text('员工可申诉', 'Staff can object'),
      unmeasured: text('没有可计数的记录', 'Nothing to count')
    }
  ],
  versions: [
    {effective_from: '1970-01-01', ...version({resolveDays: 10, targets: [{kpi: 'resolution_on_time', target: 0.9}]})},
    {
      effective_from: '2025-07-01',
      ...version({
        resolveDays: 7,
        targets: [
          {kpi: 'resolution_on_time', target: 0.95, clause: '5.1', source: 'policy'},
          {kpi: 'recurrence_rate', target: 0.06}
        ]
      })
    }
  ]
});

export const EXAMPLE_CALENDAR: SiteCalendar = {
  id: 'cn',
  title: text('中国大陆法定节假日与调休', 'Public holidays of mainland China'),
  years: [
    {year: '2025', notices: ['国办发明电〔2024〕12号']},
    {year: '2026', notices: ['国办发明电〔2025〕7号']}
  ]
};

function version({resolveDays, targets}: {resolveDays: number; targets: object[]}): object {
  return {
    categories: [
      {code: '商品质量', title: text('商品质量', 'Quality'), mark: 'A'},
      {code: '配送延迟', title: text('配送延迟', 'Late delivery'), mark: 'B'}
    ],
    severities: [
      {code: 'general', title: text('一般', 'General'), grade: 'general'},
      {code: 'urgent', title: text('紧急', 'Urgent'), grade: 'urgent'}
    ],
    risks: [{code: 'high', title: text('高', 'High'), grade: 'high'}],
    channels: [{code: 'phone', title: text('热线', 'Hotline')}],
    required_fields: [
      {field: 'customer_name', element: '投诉人', clause: '2.3.1', source: 'policy'},
      {field: 'customer_phone', element: '投诉人', clause: '2.3.1', source: 'policy'},
      {field: 'category'}
    ],
    business_hours: [
      {from: '08:30', to: '12:00', clause: '5.1'},
      {from: '13:30', to: '18:00', clause: '5.1'}
    ],
    clocks: [
      {
        id: 'respond',
        from: 'received',
        to: 'responded',
        limit: 1,
        unit: 'hours',
        when: {severity: ['urgent']},
        clause: '3.2',
        source: 'policy'
      },
      {id: 'respond', from: 'received', to: 'responded', limit: 1, unit: 'working_days', clause: '5.1'},
      {
        id: 'resolve',
        from: 'received',
        to: 'resolved',
        limit: resolveDays,
        aim: 3,
        unit: 'working_days',
        clause: '5.1'
      },
      {id: 'visit', from: 'resolved', to: 'called_back', limit: 2, unit: 'days'}
    ],
    escalation: [
      {id: '逾期', when: {severity: ['urgent'], risk: ['high'], overdue: 'resolve'}, level: '总经理', clause: '3.3'},
      {
        id: '影响大',
        when: {
          open_days: 5,
          open_months: 1,
          repeated: 3,
          affected_share_over: 0.5,
          about_leader: true,
          amount_over: 1000
        },
        severity: 'urgent',
        source: 'policy'
      }
    ],
    extension: {approvers: ['总经理', '副总经理'], clause: '18'},
    validity: [{reason: '查无实据', title: text('查无实据', 'Not verifiable')}],
    recurrence: {window_days: 30, match: ['category'], clause: '6.3'},
    closed_loop: {steps: ['registered', 'resolved', 'closed'], clause: '7.2', source: 'policy'},
    callback: {satisfied_from: 4, scale_low: 1, scale_high: 5},
    survey: {scale_low: 1, scale_high: 5, top_boxes: 2, promoter_from: 9, detractor_to: 6, low_item_under: 3.7},
    survey_schedule: [
      {id: '季度调查', month: 9},
      {id: '季度调查', month: 3}
    ],
    retention: {
      archive_days: 30,
      fields: ['customer_name', 'resolution'],
      keep_years: 5,
      clause: '8.1',
      source: 'policy'
    },
    numbering: {pattern: '^([A-Z]+-\\d{4})-(\\d+)$'},
    repair: {window_days: 90},
    defects: {window_days: 180},
    targets
  };
}
