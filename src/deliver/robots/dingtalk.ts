import {createHmac} from 'node:crypto';
import type {Robot} from './robot.ts';

/** Group robots of DingTalk (钉钉). A message of theirs may have 20,000 bytes in all. */
export const dingtalk: Robot = {
  name: 'DingTalk',
  longest: 16_000,
  lineEnd: '\n\n',
  hasTitle: true,
  bodyOf: ({title, text}) => ({msgtype: 'markdown', markdown: {title, text}}),
  sign: ({url, body}, secret, at) => {
    const timestamp = String(at.getTime());
    const signed = new URL(url);
    signed.searchParams.set('timestamp', timestamp);
    signed.searchParams.set('sign', createHmac('sha256', secret).update(`${timestamp}\n${secret}`).digest('base64'));
    return {url: signed, body};
  },
  // Busy; more than 20 messages in a minute shut a robot out for ten.
  passing: {[-1]: 0, 130101: 600, 410100: 600}
};
