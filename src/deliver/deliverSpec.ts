import {z} from 'zod';
import {strict} from '../config/strict.ts';
import {duration} from '../fetch/duration.ts';
import {patience} from '../fetch/patience.ts';

const GRAINS = ['month', 'quarter', 'year'] as const;
const ATTACHMENTS = ['pdf', 'xlsx'] as const;

const named = String.raw`.*\$\{\w+(?::-)?\}.*`;
const text = (form: string, expected: string) => z.string().regex(new RegExp(`^(?:${form}|${named})$`, 's'), expected);

const address = text(
  String.raw`(?:[^<>\n]*<)?[^\s<>@,;]+@[^\s<>@,;]+>?`,
  "expected an address such as report@example.com, 'Reports <report@example.com>' or ${NAME}"
);
const url = text(String.raw`https?:\/\/\S+`, 'expected an address such as https://… or ${NAME}');

const signedRobot = strict({
  url: url.describe('the webhook of the robot'),
  secret: z.string().min(1).optional().describe('with which its messages are signed, where it asks for that')
});

/** Where a reader is reached; exactly one of them. */
const channels = {
  email: strict({
    from: address.describe('the sender'),
    to: z.array(address).min(1).describe('the recipients'),
    server: text(String.raw`smtps?:\/\/\S+`, 'expected smtp://user:password@host:587, smtps://… or ${NAME}').describe(
      'the mail server: smtps://user:password@host:465, or smtp://… with STARTTLS'
    )
  })
    .optional()
    .describe('by e-mail'),
  wecom: url.optional().describe('the webhook of a group robot of WeCom (企业微信)'),
  dingtalk: signedRobot.optional().describe('a group robot of DingTalk (钉钉)'),
  feishu: signedRobot.optional().describe('a group robot of Feishu (飞书) or Lark'),
  folder: z
    .string()
    .min(1)
    .optional()
    .describe('a folder, relative to this file, into which the report is written with its text')
} as const;

/** The ways to a reader, as the journal names them. */
export const CHANNELS = ['email', 'wecom', 'dingtalk', 'feishu', 'folder'] as const satisfies (keyof typeof channels)[];

/** One entry of a pipeline's `deliver`, as written. */
export const deliverSpec = strict({
  reader: z.string().min(1).max(100).describe('who gets it; the journal tells by this name what was sent'),
  report: z
    .union([z.enum(GRAINS), z.array(z.enum(GRAINS)).min(1)])
    .transform((grains) => (typeof grains === 'string' ? [grains] : [...new Set(grains)]))
    .describe('month, quarter or year, or a list of them'),
  schedule: z
    .string()
    .optional()
    .describe(
      'when `huisheng start` sends it, in the words or cron of the pipeline’s own schedule; only `huisheng deliver` sends it where nothing is said'
    ),
  ...channels,
  attach: z
    .array(z.enum(ATTACHMENTS))
    .optional()
    .describe('what goes with an e-mail, or into the folder: pdf, xlsx; both where nothing is said'),
  timeout: duration.prefault('1 minute').describe('how long a server may be silent'),
  retry: patience.describe('how it is tried again when a server is down or busy')
}).superRefine((entry, context) => {
  const given = CHANNELS.filter((channel) => entry[channel] !== undefined);
  if (given.length !== 1) {
    context.addIssue({
      code: 'custom',
      message: `expected exactly one of ${CHANNELS.join(', ')}, got ${given.length === 0 ? 'none' : given.join(' and ')}; give a second way an entry and a reader's name of its own`
    });
  }
  if (entry.attach !== undefined && !entry.email && entry.folder === undefined)
    context.addIssue({code: 'custom', path: ['attach'], message: 'a robot can carry no files; take attach out'});
});

export type DeliverSpec = z.output<typeof deliverSpec>;
export type ChannelName = (typeof CHANNELS)[number];
export type Attachment = (typeof ATTACHMENTS)[number];

/** The address of the site, as written. */
export const siteSpec = z
  .string()
  .regex(/^https?:\/\/[^\s?#]+$/, 'expected an address such as https://reports.example.com')
  .transform((address) => address.replace(/\/+$/, ''));
