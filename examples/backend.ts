// Where the examples' desk comes from: a contact centre simulated in the page or, with `?gateway=https://…`, a real one.
import {gatewayPort, signIn} from '@deskwire/adapter-gateway';
import type {Port} from '@deskwire/stream';

/** What an example needs of its backend. */
export interface Backend {
  /** For `<dw-desk>`. */
  readonly port: Port;
  /** Lets a customer of the simulation come in; a real gateway has its own. */
  readonly customer?: (channel: 'voice' | 'chat') => void;
}

const gateway = async (url: string): Promise<Backend> => {
  const ask = (what: string, preset: string): string => window.prompt(what, preset) ?? '';
  const {token} = await signIn({url, user: ask('User', 'yoon'), password: ask('Password', 'demo')});
  return {port: gatewayPort({url, token})};
};

const simulation = async (language: 'ko' | 'en'): Promise<Backend> => {
  const {Simulator, sampleCall, samplePlainChat} = await import('@deskwire/adapter-simulator');
  const simulator = new Simulator({language});
  const customer = (channel: 'voice' | 'chat'): void => {
    if (channel === 'voice') simulator.callArrives(sampleCall(language));
    else simulator.chatArrives(samplePlainChat(language));
  };
  return {port: simulator.port('yoon'), customer};
};

export const connect = (language: 'ko' | 'en' = 'en'): Promise<Backend> => {
  const url = new URLSearchParams(location.search).get('gateway');
  return url === null ? simulation(language) : gateway(url);
};
