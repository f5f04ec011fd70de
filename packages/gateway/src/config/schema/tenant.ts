import * as v from 'valibot';

import {CHANNELS, TENANT_DEFAULTS as D} from '@deskwire/domain';
import {LIMITS} from '@deskwire/protocol';

import {
  about,
  flag,
  id,
  label,
  line,
  list,
  maybe,
  number,
  or,
  perChannel,
  seconds,
  shownName,
  text,
  whole,
} from './basics.js';
import {campaign, flowVariables, popoverVariables} from './data.js';

const LONGEST_WAIT = 3_600;
const MAX_CONSULT_VARIABLES = 6;

const reason = v.strictObject({id, label});
const channel = about(v.picklist(CHANNELS), {title: 'Channel', description: 'voice, chat, social or email.'});

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

const entryPoint = v.strictObject({
  id,
  name: shownName,
  number: maybe(number),
  channel,
  queueId: about(line(), {title: 'Queue', description: 'Id of a queue of the same channel.'}),
  variables: maybe(flowVariables),
});

const attachments = ({enabled, maxFiles, maxTotalBytes, types}: typeof D.chat.attachments) =>
  or(
    v.strictObject({
      enabled: or(flag('Enabled', 'Files may be attached.'), enabled),
      maxFiles: or(
        about(whole(0, 100), {title: 'Files', description: 'At most so many of one message.'}),
        maxFiles,
      ),
      maxTotalBytes: or(
        about(whole(0, 100_000_000), {
          title: 'Size',
          description: 'Of all files of one message together.',
          unit: 'bytes',
        }),
        maxTotalBytes,
      ),
      types: or(
        about(
          list(
            v.pipe(
              v.string(),
              v.regex(/^\.[a-z0-9]{1,20}$/, 'must be an ending in lower case, such as .pdf'),
            ),
          ),
          {
            title: 'Types',
            description: 'Endings in lower case, with their dot.',
            examples: [['.pdf', '.png']],
          },
        ),
        types,
      ),
    }),
    {},
  );

const template = v.strictObject({
  id,
  title: label,
  text: about(text(LIMITS.message), {
    title: 'Text',
    description: '{{name}} and other fields are filled on use.',
  }),
  isDefault: maybe(flag('Default', 'Taken unless the agent chooses another.')),
});

const prefixes = (title: string, description: string) =>
  maybe(about(list(line(32), LIMITS.few), {title, description, examples: [['010', '+82']]}));

const dialPlanRule = v.strictObject({
  name: about(line(), {
    title: 'Name',
    description: 'Named to the agent whose number does not keep the rule.',
  }),
  minDigits: maybe(
    about(whole(1, 14), {title: 'Fewest digits', description: 'At least so many.', unit: 'digits'}),
  ),
  maxDigits: maybe(
    about(whole(1, 14), {title: 'Most digits', description: 'At most so many.', unit: 'digits'}),
  ),
  prefixes: prefixes('Prefixes', 'It must begin with one of these; absent: with anything.'),
  blockedPrefixes: prefixes('Blocked prefixes', 'It must begin with none of these.'),
});

const outdial = v.strictObject({
  entryPointId: maybe(
    about(line(), {
      title: 'Entry point',
      description: 'A voice entry point: queue and data of a dialled call; absent: none.',
    }),
  ),
  anis: or(
    about(list(v.strictObject({number, name: shownName})), {
      title: 'ANIs',
      description: 'Numbers that the customer may see; agents choose by name.',
    }),
    D.outdial.anis,
  ),
  defaultAni: maybe(
    about(number, {
      title: 'Default ANI',
      description: 'One of anis: what the customer sees when the agent chose none.',
    }),
  ),
  availableAfter: or(
    flag(
      'Available afterwards',
      'After an outdial the agent is Available, even when they dialled from Idle.',
    ),
    D.outdial.availableAfter,
  ),
  dialPlan: or(
    about(list(dialPlanRule, LIMITS.few), {
      title: 'Dial plan',
      description: 'Every rule must hold for a number that an agent dials; the first that does not is named.',
    }),
    D.outdial.dialPlan,
  ),
});

const calls = (title: string, description: string) =>
  about(whole(0, 1_000_000), {title, description, unit: 'calls'});

/** Everything that is admin's about the desk and the engine, each setting with the value that holds without it. */
export const tenantSchema = v.strictObject({
  id,
  name: shownName,
  language: or(about(v.picklist(['ko', 'en']), {title: 'Language', description: 'Of the desk.'}), D.language),
  idleReasons: or(
    about(list(reason), {title: 'Idle reasons', description: 'What an agent chooses from to be Idle.'}),
    D.idleReasons,
  ),
  signInReasonId: or(
    about(line(), {title: 'Idle reason at sign-in', description: 'Id of an idle reason.'}),
    D.signInReasonId,
  ),
  wrapUpReasons: or(
    about(list(reason), {title: 'Wrap-up reasons', description: 'Of all channels.'}),
    D.wrapUpReasons,
  ),
  wrapUp: or(
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
  ),
  ringSeconds: or(
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
  ),
  connectSeconds: or(
    seconds(
      1,
      LONGEST_WAIT,
      'Connecting',
      "How long a reserved agent's phone or page may take to start ringing.",
    ),
    D.connectSeconds,
  ),
  dialSeconds: or(
    seconds(1, LONGEST_WAIT, 'Dialling', 'How long a number that the contact centre dials may ring.'),
    D.dialSeconds,
  ),
  graceSeconds: or(
    seconds(0, LONGEST_WAIT, 'Grace', "How long an agent's lost connection is forgiven."),
    D.graceSeconds,
  ),
  lostAgent: or(
    about(v.picklist(['keep', 'requeue']), {
      title: 'Lost agent',
      description:
        'A call whose agent is lost for good waits for them (keep), or goes back to its queue (requeue).',
    }),
    D.lostAgent,
  ),
  queues: or(
    about(list(v.strictObject({id, name: shownName, channel})), {
      title: 'Queues',
      description: 'Where contacts wait.',
    }),
    D.queues,
  ),
  entryPoints: or(
    about(list(entryPoint), {title: 'Entry points', description: 'Where customers come in.'}),
    D.entryPoints,
  ),
  popoverVariables: or(
    popoverVariables(
      LIMITS.few,
      'Variables of a request',
      'In place of the default fields; empty: the default fields.',
    ),
    D.popoverVariables,
  ),
  consultVariables: or(
    popoverVariables(MAX_CONSULT_VARIABLES, 'Variables of a consult request', 'Up to six more.'),
    D.consultVariables,
  ),
  recording: or(
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
  ),
  callCancellable: or(
    flag('Calls can be cancelled', 'An agent may cancel an outdial or campaign call that rings.'),
    D.callCancellable,
  ),
  endConsult: or(
    about(v.picklist(['drop', 'return']), {
      title: 'End consult',
      description: 'Drops everybody, or returns to the customer.',
    }),
    D.endConsult,
  ),
  queueTransferForOutdial: or(
    flag('Queues for outdial calls', 'An outdial call may be transferred to a queue.'),
    D.queueTransferForOutdial,
  ),
  consultToQueue: or(
    flag('Consult a queue', 'Agents may consult whoever is free in a queue.'),
    D.consultToQueue,
  ),
  outdial: or(about(outdial, {title: 'Outdial', description: 'Calls that agents make.'}), {}),
  callLimits: or(
    about(
      v.strictObject({
        dataCentre: or(calls('Data centre', 'Reason 26 beyond it.'), D.callLimits.dataCentre),
        tenant: or(calls('Tenant', 'Reason 27 beyond it.'), D.callLimits.tenant),
      }),
      {title: 'Concurrent calls', description: 'At most so many at once.'},
    ),
    {},
  ),
  chat: or(
    about(
      v.strictObject({
        attachments: attachments(D.chat.attachments),
        responses: or(
          about(list(template), {title: 'Canned responses', description: 'Of a chat.'}),
          D.chat.responses,
        ),
      }),
      {title: 'Chat', description: 'Files and canned responses.'},
    ),
    {},
  ),
  email: or(
    about(
      v.strictObject({
        attachments: attachments(D.email.attachments),
        templates: or(
          about(list(template), {title: 'Templates', description: 'Of a mail.'}),
          D.email.templates,
        ),
        undoSeconds: or(
          seconds(0, 600, 'Undo', 'How long a sent mail can be called back; 0: not at all.'),
          D.email.undoSeconds,
        ),
      }),
      {title: 'Email', description: 'Files, templates, and how long a mail can be called back.'},
    ),
    {},
  ),
  cardData: or(
    about(
      v.strictObject({
        action: or(
          about(v.picklist(['off', 'redact', 'drop']), {
            title: 'Card numbers',
            description: 'What happens to them.',
          }),
          D.cardData.action,
        ),
        unreadable: or(
          about(v.picklist(['allow', 'hold', 'drop']), {
            title: 'Unreadable files',
            description: 'What becomes of a file that cannot be read.',
          }),
          D.cardData.unreadable,
        ),
      }),
      {title: 'Card data', description: 'What happens to card numbers.'},
    ),
    {},
  ),
  campaigns: or(
    about(list(campaign), {
      title: 'Campaigns',
      description: 'Preview campaigns; their lists are under contacts.',
    }),
    D.campaigns,
  ),
});
