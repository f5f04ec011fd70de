import * as v from 'valibot';
import {WebSocketServer, type WebSocket} from 'ws';

import {dialled, isSameNumber, refuse} from '@deskwire/domain';

import {readBody} from '../../http/schema.js';
import {RefusedError} from '../../refused.js';
import type {ChannelApi} from '../channel.js';
import {LINE_ACTS} from './line.js';
import type {SimulatedSwitch} from './simulated-switch.js';

const number = v.pipe(v.string(), v.maxLength(100), v.transform(dialled), v.regex(/^[0-9+*#:]{3,24}$/));
const act = v.object({act: v.picklist(LINE_ACTS), to: v.optional(number)});
const params = v.object({number});
const message = v.variant('type', [
  v.object({type: v.literal('attach'), number}),
  v.object({type: v.literal('act'), ...act.entries}),
]);

const MAX_PAYLOAD = 1_024;
/** So many contacts of each campaign have a phone that can be chosen by name. */
const MOST_CUSTOMERS = 20;

const directory = ({config}: ChannelApi) => ({
  desks: config.agents
    .filter(({station}) => station.kind === 'desk-phone')
    .map(({name, station}) => ({number: station.dn, name})),
  numbers: config.tenant.entryPoints
    .filter(({channel}) => channel === 'voice')
    .flatMap(({name, number: own}) => (own === undefined ? [] : [{number: own, name}])),
  /** Whom the campaigns call. */
  customers: Object.values(config.contacts).flatMap((list) =>
    list.slice(0, MOST_CUSTOMERS).map(({name, number: theirs}) => ({
      number: dialled(theirs),
      ...(name === undefined ? {} : {name}),
    })),
  ),
  outside: config.numbers.map(({name, number: theirs}) => ({number: dialled(theirs), name})),
});

/** An entry point's own number is no phone. */
const checkLine = ({config}: ChannelApi, line: string): string => {
  const {entryPoints} = config.tenant;
  if (entryPoints.some((one) => one.channel === 'voice' && isSameNumber(one.number ?? '', line))) {
    throw new RefusedError('DW_NUMBER_ENTRY_POINT');
  }
  return line;
};

const httpRoutes = (api: ChannelApi, phones: SimulatedSwitch): void => {
  const lineOf = (from: unknown) => checkLine(api, readBody(params, from).number);
  api.app.get('/api/lines', async () => directory(api));
  api.app.get('/api/lines/:number', async (request) => ({line: phones.view(lineOf(request.params))}));
  api.app.post('/api/lines/:number', async (request) => {
    const line = lineOf(request.params);
    const asked = readBody(act, request.body);
    phones.hold(line);
    return {done: phones.act(line, asked.act, asked.to), line: phones.view(line)};
  });
};

/** How long a page has to say goodbye when the gateway stops. */
const GOODBYE_MS = 1_000;

const parse = (data: string): v.InferOutput<typeof message> => {
  try {
    return readBody(message, JSON.parse(data));
  } catch (error) {
    throw error instanceof RefusedError ? error : new RefusedError('DW_WIRE_MALFORMED');
  }
};

/** One page that shows one phone. */
const attend = (api: ChannelApi, phones: SimulatedSwitch, socket: WebSocket): void => {
  let line: string | undefined;
  let hide = (): void => undefined;
  const say = (what: unknown): void => socket.send(JSON.stringify(what));
  const take = (data: string): void => {
    const asked = parse(data);
    if (asked.type === 'attach') {
      hide();
      line = checkLine(api, asked.number);
      hide = phones.show(line, (view) => say({type: 'line', line: view}));
    } else if (line === undefined || !phones.act(line, asked.act, asked.to)) {
      say({type: 'refused', refusal: refuse('DW_INPUT_INVALID', {field: 'act'})});
    }
  };
  socket.on('message', (data, isBinary) => {
    try {
      take(isBinary ? '' : (data as Buffer).toString());
    } catch (error) {
      say({
        type: 'refused',
        refusal: error instanceof RefusedError ? error.refusal : refuse('DW_SERVER_FAILED'),
      });
    }
  });
  socket.on('error', () => socket.terminate());
  socket.on('close', () => hide());
};

/**
 * The simulated phones: /api/lines for programs, and a socket at /api/lines/socket for the phone's page. Whoever reaches
 * them can use any phone, so they exist in the demo tenant only.
 */
export const lineRoutes = (api: ChannelApi, phones: SimulatedSwitch): void => {
  httpRoutes(api, phones);
  const server = new WebSocketServer({noServer: true, maxPayload: MAX_PAYLOAD, perMessageDeflate: false});
  const sockets = new Set<WebSocket>();
  api.onUpgrade('/api/lines/socket', (request, connection, head) =>
    server.handleUpgrade(request, connection, head, (socket) => {
      sockets.add(socket);
      socket.on('close', () => sockets.delete(socket));
      attend(api, phones, socket);
    }),
  );
  // Before the server closes: it waits for every connection that is still open.
  api.app.addHook('preClose', async () => {
    for (const socket of sockets) {
      socket.close(1001);
      setTimeout(() => socket.terminate(), GOODBYE_MS).unref();
    }
    server.close();
  });
};
