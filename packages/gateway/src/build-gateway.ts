import {randomUUID} from 'node:crypto';
import {mkdirSync} from 'node:fs';
import {join} from 'node:path';

import type {Capabilities, CommandType} from '@deskwire/domain';
import {ENGINE_COMMANDS} from '@deskwire/engine';
import {SOCKET_PATH} from '@deskwire/protocol';

import {loadSecrets, type Secrets} from './auth/secret.js';
import {Sessions} from './auth/sessions.js';
import {Tokens} from './auth/tokens.js';
import {Alarm} from './centre/alarm.js';
import {CentreHost} from './centre/centre-host.js';
import {recoverCentre} from './centre/recover.js';
import type {Channel, ChannelApi, Upgrade} from './channels/channel.js';
import {CHAT_OPTIONS, ChatChannel} from './channels/chat/chat-channel.js';
import {EmailChannel} from './channels/email/email-channel.js';
import {DeskStations} from './channels/stations.js';
import {lineRoutes} from './channels/voice/line-routes.js';
import {SimulatedSwitch} from './channels/voice/simulated-switch.js';
import {VoiceChannel} from './channels/voice/voice-channel.js';
import {warningsOf} from './config/check-config.js';
import {DEMO_CONFIG} from './config/demo.js';
import type {GatewayConfig} from './config/gateway-config.js';
import {pathText} from './config/problem.js';
import type {Core} from './core.js';
import {buildFiles} from './files/build-files.js';
import {FILE_LIMITS, type FileLimits} from './files/limits.js';
import {UnsentRegistry} from './files/unsent-registry.js';
import {flowRoutes} from './flow/flow-routes.js';
import {FlowToken} from './flow/flow-token.js';
import {integrationGuard, type IntegrationGuard} from './flow/integration-guard.js';
import {Gateway} from './gateway.js';
import {buildApp} from './http/app.js';
import {operationRoutes} from './http/operations.js';
import {LOOPBACK_HOSTS, type OriginPolicy} from './http/origins.js';
import {SIGN_IN_LIMITS, signInRoute} from './http/sign-in.js';
import {inspectFile} from './inspection/in-worker.js';
import {createLogger, safeError, type Log} from './log.js';
import {Metrics} from './metrics.js';
import type {GatewayOptions} from './options.js';
import {sealingCodec} from './sealing/fact-codec.js';
import {Seal} from './sealing/seal.js';
import {Desks} from './sockets/desks.js';
import {Feeds} from './sockets/feeds.js';
import {SOCKET_LIMITS} from './sockets/limits.js';
import {SocketRates} from './sockets/rates.js';
import {SocketServer} from './sockets/socket-server.js';
import {TypingRelay} from './sockets/typing-relay.js';
import {SqliteStore, type Store} from './store/index.js';

const LOOPBACK = '127.0.0.1';

/** Muting is the microphone's, and there is no sound here; digits have nobody to hear them. */
const WITHOUT_SOUND: ReadonlySet<CommandType> = new Set<CommandType>([
  'call.mute',
  'call.unmute',
  'call.dtmf',
]);

/** Where there are no phones nobody can be called: a control for that would only ever fail. */
const WITHOUT_PHONES: ReadonlySet<CommandType> = new Set<CommandType>([
  'outdial.call',
  'outdial.cancel',
  'campaign.next',
  'campaign.call',
  'campaign.skip',
  'call-guide.submit',
]);

const isOffered = (type: CommandType, {demo}: GatewayConfig): boolean =>
  !WITHOUT_SOUND.has(type) && (demo || !WITHOUT_PHONES.has(type));

const capabilitiesOf = (config: GatewayConfig): Capabilities => ({
  commands: ENGINE_COMMANDS.filter((type) => isOffered(type, config)),
  features: [
    'multi-wrap-up',
    'agent-presence',
    'message-history',
    'history',
    'resume',
    'browser-phone',
    'files',
    'typing',
    ...(config.demo ? (['desk-phone'] as const) : []),
  ],
});

const policyOf = ({host = LOOPBACK, hosts = [], origins = []}: GatewayOptions): OriginPolicy => {
  const isLoopback = host === '::1' || [LOOPBACK, 'localhost'].includes(host);
  const own = isLoopback ? [...LOOPBACK_HOSTS, ...hosts] : hosts;
  return {origins, hosts: own.map((one) => one.toLowerCase())};
};

/** A path holds keys, ids and positions, which may be logged; `check-config` says the rest in words. */
const warn = (config: GatewayConfig, log: Log): void => {
  for (const {path} of warningsOf(config)) log.warn({path: pathText(path)}, 'look at the configuration');
};

const buildCore = async (
  options: GatewayOptions,
  secrets: Secrets,
  unsent: UnsentRegistry,
): Promise<{core: Core; meta: Readonly<Record<string, string>>}> => {
  const {data, config = DEMO_CONFIG, now = Date.now, logLevel = 'info'} = options;
  const log = createLogger(logLevel, options.logTo);
  const metrics = new Metrics();
  const codec = sealingCodec(new Seal(secrets), (interaction) =>
    log.error({interaction}, 'a secure value cannot be opened'),
  );
  const store: Store = options.store ?? new SqliteStore(join(data, 'facts.db'), {now, codec});
  const newId = () => randomUUID();
  warn(config, log);
  const {tenant, agents, numbers, contacts} = config;
  const capabilities = capabilitiesOf(config);
  const recovered = await recoverCentre(store, {tenant, agents, numbers, contacts, capabilities});
  const {centre, meta} = recovered;
  const host = new CentreHost({centre, store, env: {now, newId}, log, meter: metrics, unsent});
  return {core: {config, host, store, log, metrics, now, newId}, meta};
};

const apiOf = (
  core: Core,
  rest: Pick<ChannelApi, 'app' | 'tokens' | 'guard' | 'files'>,
  desks: Desks,
  upgrades: Map<string, Upgrade>,
): ChannelApi => ({
  ...core,
  ...rest,
  signal: (signal, alongside) => core.host.submit({kind: 'signal', signal}, alongside),
  command: (who, command) => core.host.submit({kind: 'command', who, id: core.newId(), command}),
  isConnected: (who) => desks.has(who),
  onUpgrade: (path, upgrade) => upgrades.set(path, upgrade),
});

/** Channels hear of facts after the desks, and one that fails keeps nothing from the others. */
const connect = (channels: readonly Channel[], core: Core, desks: Desks): void => {
  const guarded = (channel: Channel, act: () => void, log: Log): void => {
    try {
      act();
    } catch (error) {
      log.error({channel: channel.name, error: safeError(error)}, 'channel failed');
    }
  };
  core.host.listen((told) => {
    for (const channel of channels) guarded(channel, () => channel.onFacts(told, core.host.centre), core.log);
  });
  desks.listen((who, connected) => {
    for (const channel of channels) guarded(channel, () => channel.onViewer?.(who, connected), core.log);
  });
};

const channelsOf = (options: GatewayOptions, {config, now, newId}: Core) => {
  const {data, smtpPort = 0, relay, maxMailBytes} = options;
  const email = new EmailChannel({
    data,
    host: LOOPBACK,
    port: smtpPort,
    ...(relay === undefined ? {} : {relay}),
    ...(maxMailBytes === undefined ? {} : {maxBytes: maxMailBytes}),
  });
  const phones = config.agents.filter(({station}) => station.kind === 'desk-phone');
  const desks = phones.map(({station}) => station.dn);
  const media = new SimulatedSwitch({now, newId, desks});
  const voice = config.demo ? [new VoiceChannel(media, (api) => lineRoutes(api, media))] : [];
  const chat = new ChatChannel({...CHAT_OPTIONS, ...options.chat});
  return {email, channels: [new DeskStations(), chat, email, ...voice] as const};
};

/** For the routes of integrations; without a token there are none. */
const guardOf = ({flowToken, flowLimits, now = Date.now}: GatewayOptions): IntegrationGuard | undefined =>
  flowToken === undefined ? undefined : integrationGuard(new FlowToken(flowToken), now, flowLimits);

/**
 * Builds a gateway; nothing listens yet. What the store has is read, and the key of the tokens is made where there is
 * none.
 * @throws When the data directory is in use, or cannot be used.
 */
export const buildGateway = async (options: GatewayOptions): Promise<Gateway> => {
  mkdirSync(options.data, {recursive: true, mode: 0o700});
  const guard = guardOf(options);
  const secrets = loadSecrets(options.data);
  const fileLimits: FileLimits = {...FILE_LIMITS, ...options.files};
  const registry = new UnsentRegistry(fileLimits.keepUnsentSeconds, options.now ?? Date.now);
  const {core, meta} = await buildCore(options, secrets, registry);
  const policy = policyOf(options);
  const {log, metrics, host, now} = core;
  const app = buildApp({log, metrics, policy, pages: options.pages, trustProxy: options.trustProxy ?? false});
  const tokens = new Tokens(secrets[0], now, options.tokenLifetimes);
  const sessions = new Sessions(tokens, host, meta);
  const feeds = new Feeds(host, randomUUID(), now);
  const desks = new Desks(host);
  const limits = {...SOCKET_LIMITS, ...options.sockets};
  const rates = new SocketRates(limits, now);
  const typing = new TypingRelay(core, feeds, rates);
  const sockets = new SocketServer({core, sessions, feeds, desks, limits, rates, typing});
  const upgrades = new Map<string, Upgrade>([[SOCKET_PATH, sockets.upgrade.bind(sockets)]]);
  const {channels, email} = channelsOf(options, core);
  connect(channels, core, desks);
  const {data, inspect = inspectFile} = options;
  const files = buildFiles(app, {data, core, registry, sessions, limits: fileLimits, inspect, guard});
  const api = apiOf(core, {app, tokens, guard, files: files.intake}, desks, upgrades);
  for (const channel of channels) channel.attach(api);
  signInRoute(app, core, tokens, core.config.users, options.signInLimits ?? SIGN_IN_LIMITS);
  if (guard) flowRoutes(app, core, guard);
  operationRoutes(app, core, () => {
    for (const kind of ['agent', 'customer'] as const) metrics.sockets(kind, sockets.count(kind));
  });
  await app.ready();
  const {host: address = LOOPBACK, port = 0} = options;
  const parts = {
    core,
    app,
    alarm: new Alarm(host, now),
    desks,
    feeds,
    sockets,
    channels,
    files,
    email,
    upgrades,
    policy,
  };
  return new Gateway({...parts, host: address, port});
};
