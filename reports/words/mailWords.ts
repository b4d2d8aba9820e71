import type {LocalText} from '../../src/publish/siteData.ts';

/** The words of what is sent to readers: mails, messages of robots, and the text beside a report in a folder. */
export const MAIL_WORDS = {
  mail_subject: {'zh-CN': '{company} · {title}', en: '{company} · {title}'},
  mail_subject_open: {'zh-CN': '{subject}（未结束，暂计）', en: '{subject} (not over, provisional)'},
  mail_figures: {'zh-CN': '主要指标', en: 'Headline figures'},
  mail_open: {'zh-CN': '打开完整报告', en: 'Open the full report'},
  mail_attached: {'zh-CN': '附件：{names}', en: 'Attached: {names}'},
  mail_more: {'zh-CN': '篇幅所限，其余内容见完整报告。', en: 'There is more: see the full report.'},
  mail_automatic: {'zh-CN': '本邮件由系统自动生成并发送。', en: 'This mail was made and sent automatically.'}
} as const satisfies Record<string, LocalText>;
