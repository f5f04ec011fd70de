import {pino, stdTimeFunctions, type DestinationStream, type Logger} from 'pino';

/** The levels that `--log-level` takes. */
export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
/** One of {@link LOG_LEVELS}. */
export type LogLevel = (typeof LOG_LEVELS)[number];

/**
 * What the gateway's parts may write: ids that the gateway made, codes, counts, sizes and durations, and nothing else.
 * A name, number, address, text, CAD value, token or address line never enters a field. A test plants such values and
 * reads the log.
 */
export type Log = Pick<Logger, 'debug' | 'error' | 'info' | 'warn'>;

/** Structured logs, one JSON object a line. */
export const createLogger = (level: LogLevel, destination?: DestinationStream): Logger =>
  pino({level, base: null, timestamp: stdTimeFunctions.isoTime}, destination);

interface SafeError {
  readonly name: string;
  readonly code?: string;
  readonly frames?: readonly string[];
}

const FRAME = /^\s+at .*$/;

/**
 * An error as it may be logged: what it is and where it came from, without its message, which libraries fill with the
 * very input that they could not take.
 */
export const safeError = (error: unknown): SafeError => {
  if (!(error instanceof Error)) return {name: typeof error};
  const {code} = error as {code?: unknown};
  const frames = error.stack?.split('\n').filter((line) => FRAME.test(line));
  return {
    name: error.name,
    ...(typeof code === 'string' && /^[A-Z0-9_]+$/.test(code) ? {code} : {}),
    ...(frames?.length ? {frames: frames.slice(0, 6).map((line) => line.trim())} : {}),
  };
};
