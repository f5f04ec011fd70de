import * as v from 'valibot';

import {TENANT_DEFAULTS as D} from '@deskwire/domain';

import {about, flag, line, list, LONGEST_WAIT, maybe, or, perChannel, seconds} from './basics.js';

const wrapUpPolicy = ({multiple, extendable}: {readonly multiple: boolean; readonly extendable: boolean}) =>
  v.strictObject({
    multiple: or(flag('Several reasons', 'Several reasons may be chosen at once.'), multiple),
    autoSeconds: maybe(
      seconds(
        1,
        LONGEST_WAIT,
        'Countdown',
        'After so long the default reason is submitted by itself; absent: never.',
      ),
    ),
    defaultReasonId: maybe(
      about(line(), {
        title: 'Default reason',
        description: 'Id of a wrap-up reason: what the countdown submits.',
      }),
    ),
    extendable: or(flag('Extendable', 'The agent may stop the countdown.'), extendable),
    reasonIds: maybe(
      about(list(line()), {
        title: 'Reasons',
        description: 'Ids of the reasons offered on this channel; absent: all.',
      }),
    ),
  });

const ring = (value: number) =>
  or(
    seconds(1, LONGEST_WAIT, 'Ringing', 'How long a request of this channel rings before it is missed.'),
    value,
  );

/** How wrap-up works on each channel. */
export const wrapUp = or(
  about(
    perChannel(
      or(wrapUpPolicy(D.wrapUp.voice), {}),
      or(wrapUpPolicy(D.wrapUp.chat), {}),
      or(wrapUpPolicy(D.wrapUp.social), {}),
      or(wrapUpPolicy(D.wrapUp.email), {}),
    ),
    {title: 'Wrap-up', description: 'How it works on each channel.'},
  ),
  {},
);

/** How long requests ring. */
export const ringSeconds = or(
  about(
    perChannel(
      ring(D.ringSeconds.voice),
      ring(D.ringSeconds.chat),
      ring(D.ringSeconds.social),
      ring(D.ringSeconds.email),
    ),
    {title: 'Ringing', description: 'How long a request rings before it is missed.', unit: 'seconds'},
  ),
  {},
);

/** Recording of calls. */
export const recording = or(
  about(
    v.strictObject({
      enabled: or(flag('Enabled', 'Calls are recorded.'), D.recording.enabled),
      privacyShield: or(flag('Privacy shield', 'Agents may pause a recording.'), D.recording.privacyShield),
      pauseSeconds: or(
        seconds(1, LONGEST_WAIT, 'Pause', 'After so long a paused recording goes on by itself.'),
        D.recording.pauseSeconds,
      ),
    }),
    {title: 'Recording', description: 'Of calls.'},
  ),
  {},
);
