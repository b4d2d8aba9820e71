import type {LocalText} from '../../src/publish/siteData.ts';

/** Questions to begin with, in both languages. */
export const SQL_EXAMPLES: readonly {title: LocalText; sql: string}[] = [
  {
    title: {
      'zh-CN': '最近十二个月各部门的投诉与及时率',
      en: 'Complaints and timeliness by department, last twelve months'
    },
    sql: `select
  department,
  count(*) as cases,
  count(*) filter (resolution_state in ('met', 'met_by_extension')) as on_time,
  round(on_time / count(*) filter (resolution_state <> 'running'), 3) as share
from cases
where is_valid and received_at >= (select max(received_at) from cases) - interval 12 months
group by department
order by cases desc`
  },
  {
    title: {'zh-CN': '哪些根本原因今年多于去年', en: 'Root causes that are more frequent than a year ago'},
    sql: `select
  cause_root,
  count(*) filter (year(received_at) = latest.year) as this_year,
  count(*) filter (year(received_at) = latest.year - 1) as last_year
from cases, (select max(year(received_at)) as year from cases) as latest
where is_valid and cause_root <> ''
group by cause_root
order by this_year - last_year desc
limit 20`
  },
  {
    title: {'zh-CN': '等得最久的未解决投诉', en: 'Open complaints that have waited longest'},
    sql: `select number, received_at, due_at, department, category, round(hours_to_resolve / 24, 1) as days
from cases
where is_open
order by hours_to_resolve desc
limit 50`
  },
  {
    title: {'zh-CN': '重复投诉间隔了多少天', en: 'Days between a complaint and the one before'},
    sql: `select
  later.number,
  earlier.number as earlier,
  later.category,
  date_diff('day', earlier.received_at, later.received_at) as days,
  earlier.outcome as earlier_outcome
from cases as later
join cases as earlier on earlier.number = later.earlier_number
where later.is_recurrence
order by days
limit 100`
  },
  {
    title: {'zh-CN': '一项指标逐月的分子与分母', en: 'Numerator and denominator of a figure, month by month'},
    sql: `select "month", sum(numerator) as numerator, sum(denominator) as denominator, round(sum(numerator) / sum(denominator), 4) as "value"
from figure_cells
where kpi = 'resolution_on_time'
group by "month"
order by "month"`
  }
];
