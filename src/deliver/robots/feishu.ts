import {createHmac} from 'node:crypto';
import {say} from '../../../reports/words/locale.ts';
import type {Robot} from './robot.ts';

/** Group robots of Feishu (飞书) and Lark. A message of theirs may have 20 KB in all. */
export const feishu: Robot = {
  name: 'Feishu',
  longest: 16_000,
  lineEnd: '\n',
  hasTitle: false,
  bodyOf: ({digest, title, text, link}) => ({
    msg_type: 'interactive',
    card: {
      config: {wide_screen_mode: true},
      header: {title: {tag: 'plain_text', content: title}, template: 'blue'},
      elements: [
        {tag: 'markdown', content: text},
        {
          tag: 'action',
          actions: [
            {
              tag: 'button',
              type: 'primary',
              text: {tag: 'plain_text', content: say(digest.locale, 'mail_open')},
              url: link
            }
          ]
        }
      ]
    }
  }),
  sign: ({url, body}, secret, at) => {
    const timestamp = String(Math.floor(at.getTime() / 1000));
    return {url, body: {timestamp, sign: createHmac('sha256', `${timestamp}\n${secret}`).digest('base64'), ...body}};
  },
  // More than 100 messages in a minute, or 5 in a second.
  passing: {9499: 0, 11232: 60, 230020: 0}
};
