/** The light colours of reports/style/tokens.css: a mail can't use the variables of a style sheet. */
export const MAIL_COLORS = {
  ground: '#ffffff',
  raised: '#f7f6f3',
  ink: '#1b1f23',
  muted: '#5c636a',
  rule: '#dedbd4',
  accent: '#1f5a96'
} as const;

/** Fonts that readers have, Chinese ones first. */
export const MAIL_FONT =
  "'PingFang SC','Hiragino Sans GB','Microsoft YaHei','Noto Sans SC','Noto Sans CJK SC',Helvetica,Arial,sans-serif";

/** Pixels. Mail programs of phones make it narrower. */
export const MAIL_WIDTH = 600;
export const MAIL_PADDING = 24;
