import type {AgentId} from '@deskwire/domain';
import type {Centre, Signal} from '@deskwire/engine';

import type {Told} from '../../centre/flush.js';
import type {Channel, ChannelApi} from '../channel.js';
import {arrangementOf} from './arrangement.js';
import type {MediaEvent, MediaPort} from './media-port.js';

const STATION = {
  ringing: 'station.ringing',
  answered: 'station.answered',
  declined: 'station.declined',
  failed: 'station.failed',
  'hung-up': 'station.hung-up',
} as const satisfies Record<string, Signal['type']>;

/** Calls: what the phones do becomes signals, and who hears whom follows from the facts. */
export class VoiceChannel implements Channel {
  readonly name = 'voice';
  readonly #media: MediaPort;
  readonly #routes: ((api: ChannelApi) => () => void) | undefined;
  #api: ChannelApi | undefined;
  #closeRoutes: (() => void) | undefined;

  /** @param routes Where the phones can be used by hand: registers that, and gives back how to end it. */
  constructor(media: MediaPort, routes?: (api: ChannelApi) => () => void) {
    this.#media = media;
    this.#routes = routes;
  }

  attach(api: ChannelApi): void {
    this.#api = api;
    this.#closeRoutes = this.#routes?.(api);
    this.#media.listen((event) => void this.#hear(api, event));
  }

  /** Calls that were under way when the last process ended go on, if their phones are still there. */
  async start(): Promise<void> {
    this.#media.start();
    const centre = this.#api?.host.centre;
    for (const interaction of centre?.interactions.values() ?? []) {
      if (centre && interaction.channel === 'voice') {
        this.#media.arrange(interaction.id, arrangementOf(interaction, centre));
      }
    }
  }

  async stop(): Promise<void> {
    this.#closeRoutes?.();
    this.#media.stop();
  }

  onFacts({before, facts}: Told, centre: Centre): void {
    const touched = new Set(facts.flatMap((fact) => ('interactionId' in fact ? [fact.interactionId] : [])));
    for (const id of touched) {
      const interaction = centre.interactions.get(id);
      if ((interaction ?? before.interactions.get(id))?.channel !== 'voice') continue;
      this.#media.arrange(id, interaction ? arrangementOf(interaction, centre) : []);
    }
  }

  async #hear(api: ChannelApi, event: MediaEvent): Promise<void> {
    if (event.type === 'called') return this.#arrive(api, event);
    const agentId = this.#agentAt(api, event.line);
    if (event.type === 'handset') {
      if (agentId !== undefined) {
        await api.signal({type: 'handset.changed', agentId, handset: {offHook: event.offHook}});
      }
      return;
    }
    const {callId: interactionId} = event;
    if (agentId !== undefined) await api.signal({type: STATION[event.type], interactionId, agentId});
    else if (event.type === 'hung-up') await this.#leave(api, interactionId);
  }

  async #arrive(api: ChannelApi, {callId, from, to}: Extract<MediaEvent, {type: 'called'}>): Promise<void> {
    const entryPoint = api.config.tenant.entryPoints.find(
      ({channel, number}) => channel === 'voice' && number === to,
    );
    const outcome =
      entryPoint &&
      (await api.signal({
        type: 'contact.arrived',
        interactionId: callId,
        channel: 'voice',
        customer: {number: from},
        entryPointId: entryPoint.id,
        dnis: to,
      }));
    if (!outcome?.ok) this.#media.arrange(callId, []);
    api.log.info({interaction: callId, taken: outcome?.ok === true}, 'call arrived');
  }

  /** A call that the engine does not know (any more) must not stay on the line. */
  async #leave(api: ChannelApi, interactionId: string): Promise<void> {
    const outcome = await api.signal({type: 'customer.gone', interactionId});
    if (!outcome.ok && outcome.refusal.code === 'DW_INTERACTION_UNKNOWN')
      this.#media.arrange(interactionId, []);
  }

  #agentAt({host}: ChannelApi, line: string): AgentId | undefined {
    for (const [id, {profile}] of host.centre.agents) {
      if (profile.station.kind === 'desk-phone' && profile.station.dn === line) return id;
    }
    return undefined;
  }
}
