import type {Robot} from './robot.ts';

/** Group robots of WeCom (企业微信). They have no signature: the address is the secret. */
export const wecom: Robot = {
  name: 'WeCom',
  longest: 4096,
  lineEnd: '\n',
  hasTitle: true,
  bodyOf: ({text}) => ({msgtype: 'markdown', markdown: {content: text}}),
  // Busy; more than 20 messages in a minute; too many at once.
  passing: {[-1]: 0, 45009: 60, 45033: 0}
};
