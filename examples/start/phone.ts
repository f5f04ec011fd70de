// A phone that exists only here: a customer's, or the one on an agent's desk. It shows what the line would let you hear.
import {armPage, byId, language} from './page.js';

type State = 'idle' | 'ended' | 'ringing' | 'waiting' | 'talking' | 'held';

interface LineView {
  readonly number: string;
  readonly kind: 'customer' | 'desk';
  readonly state: State;
  readonly offHook: boolean;
  readonly peer?: string;
}

interface Directory {
  readonly desks: readonly {readonly number: string; readonly name: string}[];
  readonly numbers: readonly {readonly number: string; readonly name: string}[];
  readonly outside: readonly {readonly number: string; readonly name: string}[];
}

const words: Readonly<
  Record<'en' | 'ko', Readonly<Record<State | 'offHook' | 'refused' | 'lost' | 'customer' | 'desk', string>>>
> = {
  en: {
    idle: 'Ready',
    ended: 'Call ended',
    ringing: 'Ringing',
    waiting: 'Waiting for an agent',
    talking: 'Talking',
    held: 'On hold',
    offHook: 'Handset off the hook',
    refused: 'The phone cannot do that now.',
    lost: 'The gateway is away. Trying again.',
    customer: 'Customer',
    desk: 'Desk phone of',
  },
  ko: {
    idle: '준비됨',
    ended: '통화 종료됨',
    ringing: '벨이 울리는 중',
    waiting: '상담사를 기다리는 중',
    talking: '통화 중',
    held: '보류 중',
    offHook: '수화기가 들려 있음',
    refused: '지금은 할 수 없습니다.',
    lost: '게이트웨이에 연결할 수 없습니다. 다시 시도하는 중입니다.',
    customer: '고객',
    desk: '데스크 전화:',
  },
};

const CUSTOMERS = ['+821048271934', '+82260221180', '+821055501234'];
const RETRY_MS = 1_000;

const lines = byId<HTMLSelectElement>('line');
const dialled = byId<HTMLInputElement>('number');
let socket: WebSocket | undefined;
let shown: LineView | undefined;

const say = (message: unknown): void => {
  if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify(message));
};

const show = (): void => {
  const text = words[language()];
  const {state, kind, offHook, peer} = shown ?? {state: 'idle', kind: 'customer', offHook: false};
  const isUp = state === 'waiting' || state === 'talking' || state === 'held';
  byId('state').textContent = offHook && !isUp ? text.offHook : text[state];
  byId('peer').textContent = peer ?? '';
  byId('dial-field').hidden = kind === 'desk' || isUp || state === 'ringing';
  byId('dial').hidden = kind === 'desk' || isUp || state === 'ringing';
  byId('ask-callback').hidden = kind === 'desk' || isUp || state === 'ringing';
  byId('answer').hidden = state !== 'ringing';
  byId('decline').hidden = state !== 'ringing';
  byId('lift').hidden = kind !== 'desk' || offHook || isUp || state === 'ringing';
  byId('hang-up').hidden = !isUp && !offHook;
};

const attach = (): void => {
  say({type: 'attach', number: lines.value});
};

const hear = ({data}: MessageEvent<string>): void => {
  const message = JSON.parse(data) as {readonly type: string; readonly line?: LineView};
  byId('phone-error').textContent = message.type === 'refused' ? words[language()].refused : '';
  if (message.line) shown = message.line;
  show();
};

const connect = (): void => {
  socket = new WebSocket(`${location.origin.replace(/^http/, 'ws')}/api/lines/socket`);
  socket.addEventListener('open', () => {
    byId('phone-error').textContent = '';
    attach();
  });
  socket.addEventListener('message', hear);
  socket.addEventListener('close', () => {
    byId('phone-error').textContent = words[language()].lost;
    setTimeout(connect, RETRY_MS);
  });
};

const option = (value: string, text: string): HTMLOptionElement => new Option(text, value);

const fill = async (): Promise<void> => {
  const {desks, numbers, outside} = (await (await fetch('/api/lines')).json()) as Directory;
  const text = words[language()];
  const wanted = lines.value || (new URLSearchParams(location.search).get('line') ?? CUSTOMERS[0] ?? '');
  const named = [...desks, ...outside];
  lines.replaceChildren(
    ...[...new Set([...CUSTOMERS, ...(named.some(({number}) => number === wanted) ? [] : [wanted])])].map(
      (one) => option(one, `${text.customer} ${one}`),
    ),
    ...desks.map(({number, name}) => option(number, `${text.desk} ${name} (${number})`)),
    ...outside.map(({number, name}) => option(number, `${name} (${number})`)),
  );
  lines.value = wanted;
  dialled.value ||= numbers[0]?.number ?? '';
};

for (const act of ['dial', 'ask-callback', 'answer', 'decline', 'lift', 'hang-up'] as const) {
  byId(act).addEventListener('click', () => {
    say({type: 'act', act, ...(act === 'dial' || act === 'ask-callback' ? {to: dialled.value} : {})});
  });
}
lines.addEventListener('change', attach);

armPage(() => {
  show();
  void fill();
});
void fill().then(connect);
