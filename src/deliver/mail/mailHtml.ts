import type {Digest, DigestFigure} from '../../../reports/digest/digest.ts';
import {markup, trusted, type Markup} from '../../../reports/drawing/markup.ts';
import {say} from '../../../reports/words/locale.ts';
import {MAIL_COLORS, MAIL_FONT, MAIL_PADDING, MAIL_WIDTH} from './mailStyle.ts';

/** A chart in a mail: `cid` names the picture that comes with it. */
export interface MailChart {
  readonly cid: string;
  readonly title: string;
  readonly alt: string;
  /** Pixels at which it was drawn. */
  readonly width: number;
  readonly height: number;
}

export interface MailContent {
  readonly digest: Digest;
  readonly company: string;
  readonly subject: string;
  /** The address of the site, for links; no links where there is none. */
  readonly site: string | undefined;
  /** The address of the report. */
  readonly link: string | undefined;
  readonly charts: readonly MailChart[];
  /** The names of the files that come with it. */
  readonly attached: readonly string[];
}

const {ground, raised, ink, muted, rule, accent} = MAIL_COLORS;
const INNER = MAIL_WIDTH - 2 * MAIL_PADDING;
const TEXT = `font-family:${MAIL_FONT};color:${ink};`;
const SMALL = `font-family:${MAIL_FONT};color:${muted};font-size:13px;line-height:20px;`;

/**
 * The HTML of a mail: tables and inline styles, as Outlook, webmail and phones all show them. Nothing in it is loaded from elsewhere;
 * pictures come with the mail.
 */
export function mailHtml(content: MailContent): string {
  const {digest, company, subject, site, link, charts, attached} = content;
  const {locale, title, isOver, asOf, findings, figures, notices} = digest;
  const state = say(locale, isOver ? 'period_over' : 'period_open');
  const rows = [
    row(
      markup`<div style="${SMALL}">${company}</div>
<h1 style="${TEXT}font-size:23px;line-height:32px;font-weight:bold;margin:2px 0 4px">${title}</h1>
<div style="${SMALL}">${say(locale, 'as_of', {time: asOf})} · ${state}</div>`,
      '28px 0 16px'
    ),
    notices.length === 0
      ? null
      : row(
          markup`<div style="${TEXT}font-size:14px;line-height:23px;border-left:3px solid ${muted};padding-left:12px">${joined(notices)}</div>`,
          '0 0 16px'
        ),
    row(findingList(digest, site), '0 0 8px'),
    figures.length === 0 ? null : heading(say(locale, 'mail_figures')),
    figures.length === 0
      ? null
      : row(
          markup`${table('100%')}${figures.map(figureRow)}</table><div style="${SMALL}padding-top:8px">${say(locale, 'interval_note')}</div>`,
          '0'
        ),
    ...charts.flatMap((chart) => [heading(chart.title), row(chartImage(chart), '0 0 4px')]),
    link === undefined ? null : row(button(say(locale, 'mail_open'), link), '20px 0 4px'),
    row(
      markup`<div style="${SMALL}">${attached.length === 0 ? null : markup`${say(locale, 'mail_attached', {names: attached.join(say(locale, 'comma'))})}<br>`}${say(locale, 'mail_automatic')}</div>`,
      '20px 0 28px'
    )
  ];
  const preview = findings[0]?.text ?? title;
  return markup`<!DOCTYPE html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light">
<meta name="supported-color-schemes" content="light">
<meta name="format-detection" content="telephone=no, date=no, address=no, email=no">
<title>${subject}</title>
${OUTLOOK_FONT}
</head>
<body style="margin:0;padding:0;background-color:${raised};-webkit-text-size-adjust:100%">
<div style="display:none;max-height:0;overflow:hidden;mso-hide:all">${preview}</div>
${table('100%', raised)}<tr><td align="center" style="padding:16px 0">
${OUTLOOK_FRAME.start}
${table('100%', ground, `max-width:${MAIL_WIDTH}px;`)}
${rows}
</table>
${OUTLOOK_FRAME.end}
</td></tr></table>
</body>
</html>
`.text;
}

/** Outlook on Windows takes no list of fonts, and no greatest width. */
const OUTLOOK_FONT = trusted(
  `<!--[if mso]><style>body,table,td,div,h1,h2,a{font-family:'Microsoft YaHei',Arial,sans-serif !important}</style><![endif]-->`
);
const OUTLOOK_FRAME = {
  start: trusted(
    `<!--[if mso]><table role="presentation" width="${MAIL_WIDTH}" cellpadding="0" cellspacing="0" border="0"><tr><td><![endif]-->`
  ),
  end: trusted('<!--[if mso]></td></tr></table><![endif]-->')
};

function table(width: string, background?: string, style = ''): Markup {
  const color = background === undefined ? null : markup` bgcolor="${background}"`;
  return markup`<table role="presentation" width="${width}" cellpadding="0" cellspacing="0" border="0"${color} style="border-collapse:collapse;${style}${background === undefined ? '' : `background-color:${background};`}">`;
}

/** A row over the whole width, `padding` above and below. */
function row(content: Markup, padding: string): Markup {
  const [top, , bottom = top] = padding.split(' ');
  return markup`<tr><td style="padding:${top} ${MAIL_PADDING}px ${bottom} ${MAIL_PADDING}px">${content}</td></tr>
`;
}

function heading(text: string): Markup {
  return row(
    markup`<h2 style="${TEXT}font-size:16px;line-height:24px;font-weight:bold;margin:0">${text}</h2>`,
    '20px 0 4px'
  );
}

function findingList({findings, locale}: Digest, site: string | undefined): Markup {
  const cell = `${TEXT}font-size:16px;line-height:27px;padding:6px 0;`;
  return markup`${table('100%')}${findings.map(
    ({text, path}, i) => markup`<tr>
<td width="28" valign="top" style="${cell}color:${muted};">${i + 1}.</td>
<td valign="top" style="${cell}">${text}${site === undefined ? null : markup` ${anchor(`${say(locale, 'evidence')} ›`, site + path)}`}</td>
</tr>`
  )}</table>`;
}

function figureRow({name, value, counts, interval, target, change, signal}: DigestFigure): Markup {
  const cell = `padding:9px 0;border-bottom:1px solid ${rule};`;
  const said = [signal, target, change].filter((text) => text !== '');
  const sizes = [counts, interval].filter((text) => text !== '');
  return markup`<tr>
<td valign="top" style="${cell}${TEXT}font-size:15px;line-height:24px">${name}${said.map((text) => markup`<div style="${SMALL}">${text}</div>`)}</td>
<td valign="top" align="right" width="46%" style="${cell}${TEXT}font-size:19px;line-height:26px;font-weight:bold;padding-left:12px">${value}${sizes.map((text) => markup`<div style="${SMALL}font-weight:normal">${text}</div>`)}</td>
</tr>`;
}

/** Outlook takes the size from the attributes, phones from the style. */
function chartImage({cid, alt, width, height}: MailChart): Markup {
  return markup`<img src="cid:${cid}" width="${INNER}" height="${Math.round((height * INNER) / width)}" alt="${alt}" style="display:block;width:100%;max-width:${INNER}px;height:auto;border:0;${SMALL}">`;
}

function button(text: string, link: string): Markup {
  return markup`${table('auto')}<tr><td bgcolor="${accent}" style="border-radius:4px;background-color:${accent}"><a href="${link}" target="_blank" style="font-family:${MAIL_FONT};display:inline-block;padding:10px 22px;font-size:15px;line-height:22px;color:${ground};text-decoration:none">${text}</a></td></tr></table>`;
}

function anchor(text: string, link: string): Markup {
  return markup`<a href="${link}" target="_blank" style="color:${accent};text-decoration:none;white-space:nowrap">${text}</a>`;
}

function joined(texts: readonly string[]): Markup {
  return markup`${texts.map((text, i) => markup`${i === 0 ? null : trusted('<br>')}${text}`)}`;
}
