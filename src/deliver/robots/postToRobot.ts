import {z} from 'zod';
import {ProblemsError} from '../../config/problems.ts';
import {Passing, passingNetwork, passingStatus} from '../../fetch/passing.ts';
import {retryAfter} from '../../fetch/requestJson.ts';
import {redactForms} from '../../privacy/redactText.ts';
import type {Robot, Unsigned} from './robot.ts';

interface Posting {
  readonly place: string;
  /** Seconds. */
  readonly timeout: number;
  readonly signal: AbortSignal;
  /** Takes secrets out of a text. */
  readonly hide: (text: string) => string;
}

/** WeCom and DingTalk say errcode, Feishu code; 0 is success. */
const answerForm = z
  .object({errcode: z.int(), errmsg: z.string().default('')})
  .transform(({errcode, errmsg}) => ({code: errcode, text: errmsg}))
  .or(z.object({code: z.int(), msg: z.string().default('')}).transform(({code, msg}) => ({code, text: msg})));

const LONGEST_ANSWER = 64 * 1024;
const LONGEST_TOLD = 200;

/**
 * Posts a message to a robot, which answers 200 for failures too.
 *
 * @throws Passing for what may pass; ProblemsError with what the robot says for the rest.
 */
export async function postToRobot(message: Unsigned, robot: Robot, posting: Posting): Promise<void> {
  const {response, text} = await post(message, posting);
  const answer = readAnswer(text);
  if (answer?.code === 0) return;
  const wait = answer && robot.passing[answer.code];
  if (wait !== undefined) throw new Passing(`${robot.name} is busy (${answer!.code})`, wait);
  const passing = passingStatus(response.status);
  if (passing !== undefined)
    throw new Passing(`${passing} (${response.status})`, retryAfter(response.headers.get('retry-after')));
  const told = answer
    ? `${answer.code} ${redactForms(posting.hide(answer.text)).slice(0, LONGEST_TOLD)}`.trim()
    : `HTTP ${response.status} without a word of a robot`;
  throw new ProblemsError([
    `${posting.place}: ${robot.name} answered ${told}; see whether address and secret are those of the robot, and what it demands of messages`
  ]);
}

/** The answer to a message. */
async function post(
  {url, body}: Unsigned,
  {place, timeout, signal}: Posting
): Promise<{response: Response; text: string}> {
  const limit = AbortSignal.timeout(timeout * 1000);
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: {'Content-Type': 'application/json; charset=utf-8'},
      body: JSON.stringify(body),
      redirect: 'manual',
      signal: AbortSignal.any([signal, limit])
    });
    return {response, text: (await response.text()).slice(0, LONGEST_ANSWER)};
  } catch (error) {
    signal.throwIfAborted();
    if (limit.aborted) throw new Passing('no answer in time');
    const reason = passingNetwork(error);
    if (reason !== undefined) throw new Passing(reason);
    throw new ProblemsError([`${place}: no request can be made; correct the address of the robot`]);
  }
}

function readAnswer(text: string): z.output<typeof answerForm> | undefined {
  try {
    return answerForm.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
