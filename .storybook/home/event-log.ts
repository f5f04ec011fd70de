import {EVENT_NAMES} from './elements.js';

/** An event as it is listed: plain data, that can go to another frame. */
export interface LoggedEvent {
  readonly kind: 'event';
  readonly name: string;
  /** The element that fired it. */
  readonly from: string;
  readonly detail: string;
  /** Whether the page could have prevented it. */
  readonly isCancelable: boolean;
}

/** What somebody made happen, between the events. */
export interface LoggedScenario {
  readonly kind: 'scenario';
  readonly text: string;
}

export type LogEntry = LoggedEvent | LoggedScenario;

/** Files and elements by their names; everything else as JSON. */
const plain = (_: string, value: unknown): unknown => {
  if (value instanceof File) return `File ${value.name}`;
  if (value instanceof Element) return `<${value.localName}>`;
  return value;
};

const firstOf = (event: Event): string => {
  const [origin] = event.composedPath();
  return origin instanceof Element ? origin.localName : '';
};

const logged = (event: CustomEvent<unknown>): LoggedEvent => ({
  kind: 'event',
  name: event.type,
  from: firstOf(event),
  detail: event.detail == null ? '' : JSON.stringify(event.detail, plain),
  isCancelable: event.cancelable,
});

/**
 * Hears every event of the widgets and of the desk below a target, as a page would.
 * @returns Stops listening.
 */
export const listenToAll = (target: EventTarget, heard: (event: LoggedEvent) => void): (() => void) => {
  const stop = new AbortController();
  for (const name of EVENT_NAMES) {
    target.addEventListener(
      name,
      (event) => {
        if (event instanceof CustomEvent) heard(logged(event));
      },
      {capture: true, signal: stop.signal},
    );
  }
  return () => {
    stop.abort();
  };
};
