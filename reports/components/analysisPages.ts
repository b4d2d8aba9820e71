import type {LocalText} from '../../src/publish/siteData.ts';

/** A page of analysis: its path in the site, its name, and what it is for in one line. */
export interface AnalysisPage {
  path: string;
  title: LocalText;
  purpose: LocalText;
}

/** The pages of analysis, in the order in which they are listed. */
export const ANALYSIS_PAGES: readonly AnalysisPage[] = [
  {
    path: '/analyst/trends',
    title: {'zh-CN': '走势', en: 'Trends'},
    purpose: {
      'zh-CN': '每项指标逐月看：哪些是普通波动，哪些超出控制限，从何时开始。',
      en: 'Each figure month by month: what is ordinary variation, what is beyond its limits, and since when.'
    }
  },
  {
    path: '/analyst/root-causes',
    title: {'zh-CN': '原因', en: 'Causes'},
    purpose: {
      'zh-CN': '哪些原因最多，哪些在上升或减少；看得多而偶然出现的不算。',
      en: 'Which causes are the most frequent, and which rise or fall, false alarms allowed for.'
    }
  },
  {
    path: '/analyst/hot-spots',
    title: {'zh-CN': '时段与地点', en: 'Hot spots'},
    purpose: {
      'zh-CN': '什么时段、区域、产品、客户的投诉多于预期。',
      en: 'At which times and in which regions, products and customer groups more complaints come than expected.'
    }
  },
  {
    path: '/analyst/comparisons',
    title: {'zh-CN': '部门比较', en: 'Departments'},
    purpose: {
      'zh-CN': '扣除案件难易后，哪个部门与同行不同；一项指标的变化由什么构成。',
      en: 'Which department differs from its peers once its cases are allowed for, and what a change is made of.'
    }
  },
  {
    path: '/analyst/time-to-resolve',
    title: {'zh-CN': '解决用时', en: 'Time to resolve'},
    purpose: {
      'zh-CN': '多少天解决一半、九成，按部门、类别与严重程度比较；未解决的也计算在内。',
      en: 'In how many days half and nine in ten are solved, by department, category and severity, open cases allowed for.'
    }
  },
  {
    path: '/analyst/recurrence',
    title: {'zh-CN': '重复投诉', en: 'Recurrence'},
    purpose: {
      'zh-CN': '同一客户的同类投诉隔多久再来，在哪里最多，首次是怎样处理的。',
      en: 'After how long complaints come again, where most, and what the first solution was.'
    }
  },
  {
    path: '/analyst/survey',
    title: {'zh-CN': '满意度调查', en: 'Surveys'},
    purpose: {
      'zh-CN': '得分率、净推荐值与回收率逐轮看，各条目与各部门是否分得出高下，低分项做了什么。',
      en: 'Satisfaction, promoters and response by round, whether items and departments can be told apart, and what was done about low items.'
    }
  },
  {
    path: '/analyst/forecast',
    title: {'zh-CN': '预测', en: 'Forecast'},
    purpose: {
      'zh-CN': '今后几个月预计多少件、有多大把握，以往的预测准不准。',
      en: 'How many cases are to be expected in the coming months, how sure that is, and how past forecasts did.'
    }
  },
  {
    path: '/analyst/measures',
    title: {'zh-CN': '改善措施', en: 'Measures'},
    purpose: {
      'zh-CN': '每项措施实施前后相比，哪些见效，哪些还看不出。',
      en: 'Before and after each measure: which worked, and which show no sign of it.'
    }
  },
  {
    path: '/analyst/records',
    title: {'zh-CN': '记录', en: 'Records'},
    purpose: {
      'zh-CN': '任何一个数字背后的案件：筛选、排序、按编号查找、下载。已去除个人信息。',
      en: 'The cases behind any figure: filter, sort, find by number, download. Without personal data.'
    }
  },
  {
    path: '/analyst/sql',
    title: {'zh-CN': 'SQL 查询', en: 'SQL'},
    purpose: {
      'zh-CN': '在浏览器里用 SQL 查询已发布的表，数据不离开本机。',
      en: 'Ask the published tables in SQL, in the browser; nothing leaves it.'
    }
  }
];
