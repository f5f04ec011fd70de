import type {
  AgentProfile,
  Campaign,
  Channel,
  EntryPoint,
  Queue,
  Reason,
  TenantConfig,
  WrapUpPolicy,
} from '@deskwire/domain';

import type {MailboxConfig, MailServer} from '../gateway-config.js';
import type {Path, Report} from '../problem.js';
import type {Sound} from '../sound.js';
import {didYouMean} from '../suggest.js';

const say = (report: Report, path: Path, what: string, typed: string, known: Iterable<string>): void =>
  report.problem(path, `names ${what} "${typed}", which is not there`, didYouMean(typed, known));

const agentTeams = (sound: Sound): ReadonlySet<string> =>
  new Set(sound.each<AgentProfile>('agents').map(({value}) => value.team.id));

/** An entry point must exist and be of the channel that is meant. */
const checkEntryPoint = (
  sound: Sound,
  report: Report,
  path: Path,
  named: string,
  channels: readonly Channel[],
): void => {
  const known = sound.ids('tenant', 'entryPoints');
  if (!known.has(named)) return say(report, path, 'an entry point', named, known);
  const points = sound.each<EntryPoint>('tenant', 'entryPoints').map(({value}) => value);
  const found = points.find(({id}) => id === named);
  if (!found || channels.includes(found.channel)) return;
  const fitting = points.filter(({channel}) => channels.includes(channel)).map(({id}) => id);
  report.problem(
    path,
    `names the entry point "${named}", which is for ${found.channel}, not for ${channels.join(' or ')}`,
    `${fitting.length ? `Name one of ${fitting.join(', ')}` : `Add one for ${channels[0] ?? ''}`}.`,
  );
};

const checkQueues = (sound: Sound, report: Report): void => {
  const known = sound.ids('tenant', 'queues');
  const channelOf = new Map(
    sound.each<Queue>('tenant', 'queues').map(({value: {id, channel}}) => [id, channel]),
  );
  for (const {path, value} of sound.each<EntryPoint>('tenant', 'entryPoints')) {
    const {queueId, channel} = value;
    const queueChannel = channelOf.get(queueId);
    const here = [...path, 'queueId'];
    if (!known.has(queueId)) say(report, here, 'a queue', queueId, known);
    else if (queueChannel !== undefined && queueChannel !== channel)
      report.problem(
        here,
        `names the queue "${queueId}", which is for ${queueChannel}; the entry point is for ${channel}`,
        `Name a queue for ${channel}.`,
      );
  }
  for (const {path, value} of sound.each<AgentProfile>('agents')) {
    for (const [at, queueId] of value.queueIds.entries())
      if (!known.has(queueId)) say(report, [...path, 'queueIds', at], 'a queue', queueId, known);
  }
};

const checkWrapUp = (sound: Sound, report: Report): void => {
  const known = sound.ids('tenant', 'wrapUpReasons');
  for (const {path, value} of sound.each<WrapUpPolicy>('tenant', 'wrapUp')) {
    const {reasonIds, defaultReasonId, autoSeconds} = value;
    for (const [at, id] of (reasonIds ?? []).entries())
      if (!known.has(id)) say(report, [...path, 'reasonIds', at], 'a wrap-up reason', id, known);
    const offered = reasonIds ?? [...known];
    if (defaultReasonId !== undefined && !offered.includes(defaultReasonId))
      say(report, [...path, 'defaultReasonId'], 'a wrap-up reason', defaultReasonId, offered);
    if (autoSeconds !== undefined && defaultReasonId === undefined)
      report.problem(
        [...path, 'autoSeconds'],
        'is a countdown with nothing to submit at its end',
        'Add a defaultReasonId, or leave autoSeconds out.',
      );
  }
};

const checkSignIn = (sound: Sound, report: Report): void => {
  const known = sound.ids('tenant', 'idleReasons');
  const reasonId = sound.at<Reason['id']>('tenant', 'signInReasonId');
  if (reasonId !== undefined && !known.has(reasonId))
    say(report, ['tenant', 'signInReasonId'], 'an idle reason', reasonId, known);
};

const checkDialling = (sound: Sound, report: Report): void => {
  const entryPointId = sound.at<string>('tenant', 'outdial', 'entryPointId');
  if (entryPointId !== undefined)
    checkEntryPoint(sound, report, ['tenant', 'outdial', 'entryPointId'], entryPointId, ['voice']);
  const teams = agentTeams(sound);
  for (const {path, value} of sound.each<Campaign>('tenant', 'campaigns')) {
    for (const [at, team] of value.teams.entries())
      if (!teams.has(team)) say(report, [...path, 'teams', at], 'a team', team, teams);
    if (value.entryPointId !== undefined)
      checkEntryPoint(sound, report, [...path, 'entryPointId'], value.entryPointId, ['voice']);
  }
};

const LOOPBACK: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '::1']);

/** A server of mail: who signs in needs a password, and nothing crosses a network in the clear. */
const checkServer = ({host, security, user, passwordEnv}: MailServer, path: Path, report: Report): void => {
  if (security === 'none' && !LOOPBACK.has(host))
    report.problem([...path, 'security'], 'sends passwords and mails in the clear', 'Use tls or starttls.');
  if (user !== undefined && passwordEnv === undefined)
    report.problem(
      [...path, 'user'],
      'has no password',
      'Add passwordEnv with the name of the environment variable that holds it.',
    );
  if (user === undefined && passwordEnv !== undefined)
    report.problem([...path, 'passwordEnv'], 'is a password of nobody', 'Add a user, or leave it out.');
};

/** A mailbox feeds the entry point of its address. */
const checkMailboxes = (sound: Sound, report: Report): void => {
  const known = sound.each<string>('mail', 'addresses').map(({path}) => String(path.at(-1)).toLowerCase());
  for (const {path, value} of sound.each<MailboxConfig>('mail', 'mailboxes')) {
    const {address, imap, smtp} = value;
    if (!known.includes(address.toLowerCase()))
      report.problem(
        [...path, 'address'],
        `names "${address}", which has no entry point`,
        didYouMean(address, known),
      );
    checkServer(imap, [...path, 'imap'], report);
    if (smtp) checkServer(smtp, [...path, 'smtp'], report);
  }
};

const checkTop = (sound: Sound, report: Report): void => {
  for (const {path, value} of sound.each<string>('mail', 'addresses'))
    checkEntryPoint(sound, report, path, value, ['email']);
  for (const path of sound.places('assistants'))
    checkEntryPoint(sound, report, path, String(path.at(-1)), ['chat']);
  const campaigns = sound.ids('tenant', 'campaigns');
  for (const path of sound.places('contacts')) {
    const id = String(path.at(-1));
    if (!campaigns.has(id)) say(report, path, 'a campaign', id, campaigns);
  }
  const contacts = sound.at<Readonly<Record<string, readonly unknown[]>>>('contacts') ?? {};
  for (const {path, value} of sound.each<TenantConfig['campaigns'][number]>('tenant', 'campaigns')) {
    if (!contacts[value.id]?.length)
      report.warning(path, 'has nobody to call', `Add a list under contacts.${value.id}.`);
  }
};

/** Every id that names another part must name one that is there, and of the right kind. */
export const checkReferences = (sound: Sound, report: Report): void => {
  checkSignIn(sound, report);
  checkWrapUp(sound, report);
  checkQueues(sound, report);
  checkDialling(sound, report);
  checkMailboxes(sound, report);
  checkTop(sound, report);
};
