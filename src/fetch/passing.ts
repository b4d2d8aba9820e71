/** An error that may be gone when the same is tried again. Its message holds no value of the source. */
export class Passing extends Error {
  /** `waitSeconds` is how long the source asks to wait. */
  constructor(
    message: string,
    readonly waitSeconds?: number
  ) {
    super(message);
  }
}

const NETWORK: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'connection refused',
  ECONNRESET: 'connection reset',
  ECONNABORTED: 'connection aborted',
  EPIPE: 'connection closed',
  ETIMEDOUT: 'connection timed out',
  EHOSTUNREACH: 'host unreachable',
  ENETUNREACH: 'network unreachable',
  ENETDOWN: 'network down',
  EAI_AGAIN: 'host not found',
  ENOTFOUND: 'host not found',
  UND_ERR_SOCKET: 'connection closed by the other side',
  UND_ERR_CONNECT_TIMEOUT: 'connection timed out',
  UND_ERR_HEADERS_TIMEOUT: 'no answer in time',
  UND_ERR_BODY_TIMEOUT: 'the answer stopped',
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'the answer was cut off',
  HPE_INVALID_CONSTANT: 'the answer is no HTTP',
  PROTOCOL_CONNECTION_LOST: 'connection lost'
};

/** SQLSTATEs of PostgreSQL, or their class, the first two characters. */
const POSTGRES: Readonly<Record<string, string>> = {
  '08': 'connection failed',
  '40': 'transaction rolled back',
  '53': 'the database is out of resources',
  '57014': 'the query took too long',
  '57P01': 'the database shut down',
  '57P02': 'the database crashed',
  '57P03': 'the database is starting up',
  '57P05': 'the session was idle for too long',
  '25P03': 'the session was idle for too long',
  '55P03': 'a lock was not released in time'
};

const MYSQL: Readonly<Record<number, string>> = {
  1040: 'too many connections',
  1053: 'the database shut down',
  1158: 'connection lost',
  1159: 'connection timed out',
  1160: 'connection lost',
  1161: 'connection timed out',
  1203: 'too many connections',
  1205: 'a lock was not released in time',
  1213: 'transaction rolled back',
  1317: 'the query was stopped',
  1969: 'the query took too long',
  3024: 'the query took too long',
  4031: 'the session was idle for too long'
};

const HTTP: Readonly<Record<number, string>> = {
  408: 'no answer in time',
  425: 'asked too early',
  429: 'too many requests'
};

/** What went wrong on the way in a few words, where it may pass. */
export function passingNetwork(error: unknown): string | undefined {
  for (let at = error; at instanceof Error; at = at.cause) {
    const reason = NETWORK[(at as NodeJS.ErrnoException).code ?? ''];
    if (reason !== undefined) return reason;
    if (/^(?:Connection terminated|timeout expired)/.test(at.message)) return 'connection lost';
  }
  return undefined;
}

/** What a SQLSTATE of PostgreSQL says in a few words, where it may pass. */
export function passingPostgres(code: string): string | undefined {
  return POSTGRES[code] ?? POSTGRES[code.slice(0, 2)];
}

/** What an error number of MySQL or MariaDB says in a few words, where it may pass. */
export function passingMysql(errno: number): string | undefined {
  return MYSQL[errno];
}

/** What the status of an answer says in a few words, where it may pass. */
export function passingStatus(status: number): string | undefined {
  return HTTP[status] ?? (status >= 500 ? 'the server failed' : undefined);
}
