import {isSameNumber, type EntryPoint} from '@deskwire/domain';
import type {Centre} from '@deskwire/engine';

import type {Told} from '../../centre/flush.js';
import type {Channel, ChannelApi} from '../channel.js';
import {arrangementOf} from './arrangement.js';
import {agentAt, signalOf} from './line-signals.js';
import type {MediaEvent, MediaPort} from './media-port.js';

type Called = Extract<MediaEvent, {type: 'called' | 'callback-asked'}>;
type Handset = Extract<MediaEvent, {type: 'handset'}>;

/** Calls: what the phones do becomes signals, and who hears whom follows from the facts. */
export class VoiceChannel implements Channel {
  readonly name = 'voice';
  readonly #media: MediaPort;
  readonly #routes: ((api: ChannelApi) => void) | undefined;
  #api: ChannelApi | undefined;

  /** @param routes Registers where the phones can be used by hand. */
  constructor(media: MediaPort, routes?: (api: ChannelApi) => void) {
    this.#media = media;
    this.#routes = routes;
  }

  attach(api: ChannelApi): void {
    this.#api = api;
    this.#routes?.(api);
    this.#media.listen((event) => void this.#hear(api, event));
  }

  /** Calls that were under way when the last process ended go on, if their phones are still there. */
  async start(): Promise<void> {
    this.#media.start();
    const centre = this.#api?.host.centre;
    for (const interaction of centre?.interactions.values() ?? []) {
      if (centre && interaction.channel === 'voice') this.#arrange(centre, interaction.id);
    }
  }

  async stop(): Promise<void> {
    this.#media.stop();
  }

  onFacts({before, facts}: Told, centre: Centre): void {
    const touched = new Set(facts.flatMap((fact) => ('interactionId' in fact ? [fact.interactionId] : [])));
    for (const id of touched) {
      const known = centre.interactions.get(id) ?? before.interactions.get(id);
      if (known?.channel === 'voice') this.#arrange(centre, id);
    }
  }

  async #hear(api: ChannelApi, event: MediaEvent): Promise<void> {
    if (event.type === 'called' || event.type === 'callback-asked') return this.#arrive(api, event);
    if (event.type === 'handset') return this.#hook(api, event);
    const signal = signalOf(api.host.centre, event);
    const outcome = signal && (await api.signal(signal));
    // A phone must not stay in a call that is over, or that it is no longer part of.
    if (outcome && !outcome.ok) this.#arrange(api.host.centre, event.callId);
  }

  async #hook(api: ChannelApi, {line, offHook}: Handset): Promise<void> {
    const agentId = agentAt(api.host.centre, line);
    if (agentId !== undefined) await api.signal({type: 'handset.changed', agentId, handset: {offHook}});
  }

  async #arrive(api: ChannelApi, {type, callId, from, to}: Called): Promise<void> {
    const entryPoint = entryPointAt(api, to);
    const outcome =
      entryPoint &&
      (await api.signal({
        type: 'contact.arrived',
        interactionId: callId,
        channel: 'voice',
        origin: type === 'called' ? 'inbound' : 'callback',
        customer: {number: from},
        entryPointId: entryPoint.id,
        dnis: entryPoint.number ?? to,
      }));
    if (!outcome?.ok) this.#media.arrange(callId, []);
    api.log.info({interaction: callId, origin: type, taken: outcome?.ok === true}, 'call arrived');
  }

  #arrange(centre: Centre, callId: string): void {
    const interaction = centre.interactions.get(callId);
    this.#media.arrange(callId, interaction ? arrangementOf(interaction, centre) : []);
  }
}

const entryPointAt = ({config}: ChannelApi, line: string): EntryPoint | undefined =>
  config.tenant.entryPoints.find(
    ({channel, number = ''}) => channel === 'voice' && isSameNumber(number, line),
  );
