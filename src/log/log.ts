import pino from 'pino';

/** How a command tells what it does: lines for people, or JSON lines. */
export const LOG_FORMS = ['text', 'json'] as const;
export type LogForm = (typeof LOG_FORMS)[number];

/** Facts beside a message, such as the number of a run. No values of records. */
export type LogFields = Readonly<Record<string, string | number | boolean | null>>;

export interface Log {
  readonly info: (message: string, fields?: LogFields) => void;
  readonly warn: (message: string, fields?: LogFields) => void;
  readonly error: (message: string, fields?: LogFields) => void;
}

/**
 * Opens a log on a stream: as text, `<pipeline>: <message>`, or as JSON lines {level, time, pipeline, msg, …fields} with time in
 * ISO 8601. Text leaves the fields out, for its messages tell them.
 */
export function openLog(form: LogForm, pipeline?: string, stream: NodeJS.WritableStream = process.stderr): Log {
  if (form === 'text') {
    const line = (message: string) => {
      stream.write(pipeline === undefined ? `${message}\n` : `${pipeline}: ${message}\n`);
    };
    return {info: line, warn: line, error: line};
  }
  const logger = pino(
    {
      base: pipeline === undefined ? {} : {pipeline},
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: {level: (level) => ({level})}
    },
    stream
  );
  return {
    info: (message, fields) => {
      logger.info(fields ?? {}, message);
    },
    warn: (message, fields) => {
      logger.warn(fields ?? {}, message);
    },
    error: (message, fields) => {
      logger.error(fields ?? {}, message);
    }
  };
}
