import type {LocalText} from '../../src/publish/siteData.ts';

/** The words of the page that tells how runs went. */
export const RUN_WORDS = {
  run_started: {'zh-CN': '开始', en: 'Begun'},
  run_number: {'zh-CN': '编号', en: 'Run'},
  run_trigger: {'zh-CN': '起因', en: 'Why'},
  trigger_hand: {'zh-CN': '手动', en: 'by hand'},
  trigger_schedule: {'zh-CN': '按计划', en: 'by schedule'},
  trigger_catch_up: {'zh-CN': '补跑', en: 'catching up'},
  run_result: {'zh-CN': '结果', en: 'Result'},
  result_done: {'zh-CN': '完成', en: 'done'},
  result_unchanged: {'zh-CN': '无变化', en: 'nothing new'},
  result_failed: {'zh-CN': '✕ 失败，未作改动', en: '✕ failed, nothing changed'},
  result_interrupted: {'zh-CN': '✕ 中断，未作改动', en: '✕ cut off, nothing changed'},
  result_running: {'zh-CN': '进行中', en: 'going on'},
  run_duration: {'zh-CN': '用时', en: 'Took'},
  no_runs: {'zh-CN': '还没有运行记录。', en: 'No run is on record yet.'},
  missed_runs: {
    'zh-CN': '有 {count} 次计划的运行没有按时进行：{times}。',
    en: 'Scheduled runs that were not made in time: {count} ({times}).'
  },
  no_missed_runs: {'zh-CN': '计划的运行没有漏掉的。', en: 'No scheduled run was missed.'},

  // Sources
  source_state: {'zh-CN': '状态', en: 'State'},
  source_read: {'zh-CN': '已读取', en: 'read'},
  source_unchanged: {'zh-CN': '已读取，无变化', en: 'read, nothing new'},
  source_failed: {'zh-CN': '✕ 未能读取', en: '✕ could not be read'},
  source_read_at: {'zh-CN': '数据截至', en: 'Data as of'},
  source_age: {'zh-CN': '运行时已隔', en: 'Age at the run'},
  source_never: {'zh-CN': '尚无数据', en: 'no data yet'},
  source_retries: {'zh-CN': '重试', en: 'Tried again'},
  source_retry: {'zh-CN': '{times} 次（{reason}）', en: '{times} × ({reason})'},
  no_retries: {'zh-CN': '无', en: 'no'},
  no_sources: {'zh-CN': '还没有读取过来源。', en: 'No source was read yet.'},
  counts_sentence: {
    'zh-CN': '来源自报的记录数与本系统的记录数：',
    en: 'Records by the source’s own count, and here:'
  },
  count_theirs: {'zh-CN': '来源自报', en: 'Its own count'},
  count_ours: {'zh-CN': '本系统', en: 'Here'},
  count_difference: {'zh-CN': '差', en: 'Difference'},

  // Stretches of time, the larger part first
  span_days: {'zh-CN': '{count} 天', en: '{count} d'},
  span_hours: {'zh-CN': '{count} 小时', en: '{count} h'},
  span_minutes: {'zh-CN': '{count} 分', en: '{count} min'},
  span_seconds: {'zh-CN': '{count} 秒', en: '{count} s'},
  span_short: {'zh-CN': '不到 1 秒', en: 'under 1 s'}
} as const satisfies Record<string, LocalText>;
