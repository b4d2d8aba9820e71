import type {AddressInfo} from 'node:net';
import {simpleParser, type ParsedMail} from 'mailparser';
import {SMTPServer} from 'smtp-server';

export const USER = 'report@example.com';
export const PASSWORD = 'p@ss:word/1';

interface Refusal {
  readonly code: number;
}

/** A mail server of our own, and what came to it. */
export interface MailServer {
  /** As a pipeline names it, with user and password. */
  readonly url: string;
  readonly urlWith: (password: string) => string;
  readonly received: readonly {readonly raw: Buffer; readonly to: readonly string[]; readonly mail: ParsedMail}[];
  readonly close: () => Promise<void>;
}

/** `refuse` says which recipients are refused, `fail` what becomes of the nth message, from 1. */
export async function startMailServer({
  refuse = () => undefined,
  fail = () => undefined,
  port = 0
}: {
  refuse?: (recipient: string) => Refusal | undefined;
  fail?: (number: number) => Refusal | undefined;
  port?: number;
} = {}): Promise<MailServer> {
  const received: {raw: Buffer; to: string[]; mail: ParsedMail}[] = [];
  let messages = 0;
  const errorOf = ({code}: Refusal) => Object.assign(new Error('no, not a@b.example'), {responseCode: code});
  const server = new SMTPServer({
    authOptional: false,
    allowInsecureAuth: true,
    disabledCommands: ['STARTTLS'],
    closeTimeout: 100,
    onAuth: ({username, password}, _, done) => {
      if (username === USER && password === PASSWORD) done(null, {user: username});
      else done(Object.assign(new Error(`wrong password for ${USER}`), {responseCode: 535}));
    },
    onRcptTo: ({address}, _, done) => {
      const refusal = refuse(address);
      done(refusal ? errorOf(refusal) : null);
    },
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const refusal = fail(++messages);
        if (refusal) {
          done(errorOf(refusal));
          return;
        }
        const raw = Buffer.concat(chunks);
        simpleParser(raw, {keepCidLinks: true}).then(
          (mail) => {
            received.push({raw, mail, to: session.envelope.rcptTo.map(({address}) => address)});
            done(null);
          },
          (error: unknown) => {
            done(error as Error);
          }
        );
      });
    }
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const {port: taken} = server.server.address() as AddressInfo;
  const urlWith = (password: string) =>
    `smtp://${encodeURIComponent(USER)}:${encodeURIComponent(password)}@127.0.0.1:${taken}`;
  return {
    url: urlWith(PASSWORD),
    urlWith,
    received,
    close: () =>
      new Promise((resolve) => {
        server.close(resolve);
      })
  };
}
