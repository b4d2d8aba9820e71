import {createHash} from 'node:crypto';
import MailComposer from 'nodemailer/lib/mail-composer';
import {say} from '../../../reports/words/locale.ts';
import {fileName} from '../../export/fileName.ts';
import {reportLink, type Packing, type Parcel} from '../parcel.ts';
import type {Way} from '../readDeliveries.ts';
import {mailHtml} from './mailHtml.ts';
import {mailText} from './mailText.ts';
import {sendMail} from './sendMail.ts';

const TYPES = {
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
} as const;

/** Packs a report as a mail: text and HTML with the charts in it, and the files that go with it. */
export async function packMail(packing: Packing<Extract<Way, {channel: 'email'}>>): Promise<Parcel> {
  const {report, way, delivery, company, site, variables, at, identity} = packing;
  const {digest} = report;
  const {locale, title} = digest;
  const place = `${delivery.place}.email`;
  const plain = say(locale, 'mail_subject', {company, title});
  const subject = digest.isOver ? plain : say(locale, 'mail_subject_open', {subject: plain});
  const files = await Promise.all(
    delivery.attach.map(async (kind) => ({
      filename: fileName(title, kind),
      contentType: TYPES[kind],
      content: await report.file[kind]()
    }))
  );
  const charts = (await report.charts()).map((chart, i) => ({...chart, cid: `chart-${i + 1}@huisheng`}));
  const attached = files.map(({filename}) => filename);
  const link = reportLink(digest, site);
  const html = mailHtml({digest, company, subject, site, link, charts, attached});
  const text = mailText(digest, {company, link, attached});
  const address = (written: string) => {
    const one = variables.expand(written, place);
    variables.conceal(one);
    return one;
  };
  const from = address(way.from);
  const key = createHash('sha256').update(identity).digest('hex').slice(0, 32);
  const message = new MailComposer({
    from,
    to: way.to.map(address),
    subject,
    date: at,
    messageId: `<${key}@${/@([^\s<>@,;]+)>?$/.exec(from)?.[1] ?? 'localhost'}>`,
    headers: {'Auto-Submitted': 'auto-generated', 'Content-Language': locale},
    text,
    html,
    attachments: [
      ...charts.map(({cid, png}, i) => ({
        cid,
        filename: `chart-${i + 1}.png`,
        contentType: 'image/png',
        contentDisposition: 'inline',
        content: png
      })),
      ...files
    ],
    encoding: 'base64',
    textEncoding: 'B',
    baseBoundary: key,
    newline: 'win',
    disableFileAccess: true,
    disableUrlAccess: true
  }).compile();
  const content = await message.build();
  const {from: sender, to} = message.getEnvelope();
  return {
    subject,
    content,
    parts: [
      {name: 'message.eml', content},
      {name: 'message.html', content: Buffer.from(html)},
      {name: 'message.txt', content: Buffer.from(text)},
      ...charts.map(({png}, i) => ({name: `chart-${i + 1}.png`, content: png})),
      ...files.map((file) => ({name: file.filename, content: file.content}))
    ],
    send: (signal) => {
      const server = variables.expand(way.server, `${place}.server`);
      return sendMail({server, envelope: {from: sender, to}, content}, {place, timeout: delivery.timeout, signal});
    }
  };
}
