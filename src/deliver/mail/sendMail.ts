import {createTransport, type NodemailerError} from 'nodemailer';
import {ProblemsError} from '../../config/problems.ts';
import {Passing, passingNetwork} from '../../fetch/passing.ts';

export interface MailToSend {
  /** smtp(s)://user:password@host:port */
  readonly server: string;
  readonly envelope: {readonly from: string | false; readonly to: string[]};
  /** The whole message. */
  readonly content: Buffer;
}

interface Sending {
  readonly place: string;
  /** Seconds for which the server may be silent. */
  readonly timeout: number;
  readonly signal: AbortSignal;
}

/**
 * Sends a mail. A password goes over an encrypted connection only, unless the server is this machine or its address says
 * `?requireTLS=false`. Messages name neither addresses nor what the server says, for that repeats them.
 *
 * @returns how many recipients were refused while others were not
 * @throws Passing for what may pass; ProblemsError for the rest.
 */
export async function sendMail({server, envelope, content}: MailToSend, sending: Sending): Promise<number> {
  const {place, timeout, signal} = sending;
  const url = readServer(server, `${place}.server`);
  const isLocal = /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/.test(url.hostname);
  const milliseconds = timeout * 1000;
  const transport = createTransport({
    url: server,
    requireTLS: url.protocol === 'smtp:' && url.password !== '' && !isLocal && !url.searchParams.has('requireTLS'),
    connectionTimeout: milliseconds,
    greetingTimeout: milliseconds,
    socketTimeout: milliseconds,
    dnsTimeout: milliseconds
  });
  try {
    const {rejected} = await transport.sendMail({envelope, raw: content, signal});
    return rejected.length;
  } catch (error) {
    signal.throwIfAborted();
    throw failureOf(error as NodemailerError, place);
  } finally {
    transport.close();
  }
}

function readServer(server: string, place: string): URL {
  try {
    const url = new URL(server);
    if (url.protocol === 'smtp:' || url.protocol === 'smtps:') return url;
  } catch {
    // Told below, without the text, which holds a password.
  }
  throw new ProblemsError([`${place}: expected smtp://user:password@host:587 or smtps://…; correct it`]);
}

function failureOf(error: NodemailerError, place: string): Error {
  const {code, originalCode, responseCode, permanent} = error;
  const reply = responseCode === undefined ? '' : ` (${responseCode})`;
  if (permanent === false) return new Passing(`the mail server is busy${reply}`);
  const problem = (what: string) => new ProblemsError([`${place}: ${what}`]);
  switch (code) {
    case 'EAUTH':
    case 'ENOAUTH':
      return problem(
        `the mail server refused the login${reply}; see whether user and password in "server" are right: many providers want an authorisation code instead of the password`
      );
    case 'EENVELOPE':
      return problem(`the mail server refused the sender or every recipient${reply}; correct "from" and "to"`);
    case 'EMESSAGE':
      return problem(
        `the mail server refused the message${reply}; see what it says of this status: it may be too large, then take something out of "attach"`
      );
    case 'ETLS':
    case 'EREQUIRETLS':
      return problem(
        'no encrypted connection to the mail server can be made; use smtps://, or add ?requireTLS=false where the network may be trusted'
      );
  }
  const reason = passingNetwork(Object.assign(new Error(error.message), {code: originalCode ?? code}));
  if (reason !== undefined) return new Passing(reason);
  if (code === 'ETIMEDOUT') return new Passing('no answer in time');
  if (code === 'ECONNECTION' || code === 'EDNS') return new Passing('connection lost');
  return problem(
    `no mail can be sent (${[originalCode ?? code, responseCode].filter((one) => one !== undefined).join(', ')}); see whether "server" is right`
  );
}
