import type {MailArrival} from '../scripts.js';
import type {Simulator} from '../simulator.js';

import {loadSampleMails} from './mails.js';
import {sampleCall, sampleChat, sampleMail, samplePlainChat, sampleUrgentCall} from './people.js';

/** How busy a day is. */
export interface DayOptions {
  /** Until the first contact, milliseconds. 2,000 unless given. */
  readonly firstAfterMs?: number;
  /** Between two contacts, milliseconds. 25,000 unless given. */
  readonly everyMs?: number;
}

/**
 * Lets customers come in one after another, of every kind, round and round: for a demo that runs by itself.
 * @returns Closes the doors: nobody else comes.
 */
export const openDoors = (
  simulator: Simulator,
  {firstAfterMs = 2_000, everyMs = 25_000}: DayOptions = {},
): (() => void) => {
  const {language} = simulator;
  let mails: readonly MailArrival[] = [sampleMail(language)];
  let count = 0;
  void loadSampleMails(language).then(({invoice, damaged, thread}) => {
    mails = [invoice, damaged, thread];
  });
  const nextMail = (): MailArrival => mails[count++ % mails.length] ?? sampleMail(language);
  const arrivals = [
    () => simulator.chatArrives(sampleChat(language)),
    () => simulator.callArrives(sampleCall(language)),
    () => simulator.mailArrives(nextMail()),
    () => simulator.chatArrives(samplePlainChat(language)),
    () => simulator.callArrives(sampleUrgentCall()),
  ];
  let close = (): void => undefined;
  const next = (index: number, ms: number): void => {
    close = simulator.after(ms, () => {
      arrivals[index % arrivals.length]?.();
      next(index + 1, everyMs);
    });
  };
  next(0, firstAfterMs);
  return () => {
    close();
  };
};
