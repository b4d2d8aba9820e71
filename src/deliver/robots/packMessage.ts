import {now} from '../../clock.ts';
import {ProblemsError} from '../../config/problems.ts';
import {say} from '../../../reports/words/locale.ts';
import {reportLink, type Packing, type Parcel} from '../parcel.ts';
import type {Way} from '../readDeliveries.ts';
import {dingtalk} from './dingtalk.ts';
import {feishu} from './feishu.ts';
import {postToRobot} from './postToRobot.ts';
import {robotText} from './robotText.ts';
import {wecom} from './wecom.ts';

const ROBOTS = {wecom, dingtalk, feishu} as const;

type RobotWay = Extract<Way, {channel: keyof typeof ROBOTS}>;

/** Packs a report as the message of a robot: what the period says, and the address of the report. */
export function packMessage({report, way, delivery, company, site, variables}: Packing<RobotWay>): Parcel {
  const {digest} = report;
  const robot = ROBOTS[way.channel];
  const place = `${delivery.place}.${way.channel}`;
  const title = say(digest.locale, 'mail_subject', {company, title: digest.title});
  // A pipeline with robots has a site: its check asks for it.
  const link = reportLink(digest, site)!;
  const text = robotText(digest, {...robot, title, site: site!, link});
  const body = robot.bodyOf({digest, title, text, link});
  const content = Buffer.from(JSON.stringify(body));
  return {
    subject: title,
    content,
    parts: [{name: 'message.json', content}],
    send: async (signal) => {
      const written = variables.expand(way.url, place);
      variables.conceal(written);
      const unsigned = {url: readUrl(written, place), body};
      for (const value of unsigned.url.searchParams.values()) variables.conceal(value);
      const secret = way.channel === 'wecom' || way.secret === undefined ? '' : variables.expand(way.secret, place);
      variables.conceal(secret);
      const signed = secret === '' || !robot.sign ? unsigned : robot.sign(unsigned, secret, now());
      await postToRobot(signed, robot, {
        place,
        timeout: delivery.timeout,
        signal,
        hide: (told) => variables.hide(told)
      });
      return 0;
    }
  };
}

function readUrl(text: string, place: string): URL {
  if (URL.canParse(text)) return new URL(text);
  throw new ProblemsError([`${place}: expected the address of a robot, such as https://…; correct it`]);
}
