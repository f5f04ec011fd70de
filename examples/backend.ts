// Where the examples' desk comes from: a contact centre simulated in the page or, with `?gateway=https://…`, a real one.
import {GatewayError, gatewayPort, signIn} from '@deskwire/adapter-gateway';
import {refusalText} from '@deskwire/kit';
import type {Port} from '@deskwire/stream';

/** What an example needs of its backend. */
export interface Backend {
  /** For `<dw-desk>`. */
  readonly port: Port;
  /** Lets a customer of the simulation come in; a real gateway has its own. */
  readonly customer?: (channel: 'voice' | 'chat') => void;
}

const problemOf = (error: unknown, language: 'ko' | 'en'): string =>
  error instanceof GatewayError ? refusalText(language, error.refusal) : String(error);

/** Asks until somebody is signed in. Who cancels has a page without a desk, and reads why. */
const gateway = async (url: string, language: 'ko' | 'en', problem?: string): Promise<Backend> => {
  const user = window.prompt(problem === undefined ? 'User' : `${problem}\n\nUser`, 'yoon');
  const password = user === null ? null : window.prompt('Password', 'demo');
  if (user === null || password === null) {
    document.body.textContent = 'Nobody is signed in. Load the page again to try once more.';
    return new Promise(() => undefined);
  }
  try {
    const {token} = await signIn({url, user, password});
    return {port: gatewayPort({url, token})};
  } catch (error) {
    return gateway(url, language, problemOf(error, language));
  }
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
  return url === null ? simulation(language) : gateway(url, language);
};
