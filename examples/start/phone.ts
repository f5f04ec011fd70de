// A phone that exists only here: a customer's, or the one on an agent's desk. It shows what the line would let you hear.
import {armPage, byId, language} from './page.js';

type State = 'idle' | 'ended' | 'ringing' | 'waiting' | 'talking' | 'held';

interface LineView {
  readonly number: string;
  readonly kind: 'customer' | 'desk';
  readonly state: State;
  readonly offHook: boolean;
  readonly switchedOff: boolean;
  readonly peer?: string;
}

interface Named {
  readonly number: string;
  readonly name: string;
}

interface Directory {
  readonly desks: readonly Named[];
  readonly numbers: readonly Named[];
  readonly customers: readonly {readonly number: string; readonly name?: string}[];
  readonly outside: readonly Named[];
}

const words: Readonly<
  Record<
    'en' | 'ko',
    Readonly<
      Record<
        | State
        | 'connecting'
        | 'calling'
        | 'offHook'
        | 'switchedOff'
        | 'withheld'
        | 'refused'
        | 'lost'
        | 'customer'
        | 'desk'
        | 'other',
        string
      >
    >
  >
> = {
  en: {
    idle: 'Ready',
    ended: 'Call ended',
    ringing: 'Ringing',
    waiting: 'Waiting for an agent',
    talking: 'Talking',
    held: 'On hold',
    connecting: 'Connecting',
    calling: 'Calling the customer',
    offHook: 'Handset off the hook',
    switchedOff: 'Switched off: whoever calls cannot reach it',
    withheld: 'Number withheld',
    refused: 'The phone cannot do that now.',
    lost: 'The gateway is away. Trying again.',
    customer: 'Customer',
    desk: 'Desk phone of',
    other: 'Another number…',
  },
  ko: {
    idle: '준비됨',
    ended: '통화 종료됨',
    ringing: '벨이 울리는 중',
    waiting: '상담사를 기다리는 중',
    talking: '통화 중',
    held: '보류 중',
    connecting: '연결 중',
    calling: '고객에게 거는 중',
    offHook: '수화기가 들려 있음',
    switchedOff: '전원이 꺼져 있어 연결할 수 없음',
    withheld: '발신 번호 표시 제한',
    refused: '지금은 할 수 없습니다.',
    lost: '게이트웨이에 연결할 수 없습니다. 다시 시도하는 중입니다.',
    customer: '고객',
    desk: '데스크 전화:',
    other: '다른 번호…',
  },
};

const ACTS = [
  'dial',
  'ask-callback',
  'answer',
  'decline',
  'lift',
  'hang-up',
  'switch-off',
  'switch-on',
] as const;
type Act = (typeof ACTS)[number];

const CUSTOMERS = ['+821048271934', '+82260221180', '+821055501234'];
const RETRY_MS = 1_000;
/** The choice of a phone that is not in the list: whatever an agent dials is a phone. */
const OTHER = 'other';

const lines = byId<HTMLSelectElement>('line');
const other = byId<HTMLInputElement>('other');
const dialled = byId<HTMLInputElement>('number');
let socket: WebSocket | undefined;
let shown: LineView | undefined;

const say = (message: unknown): void => {
  if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify(message));
};

const isUp = ({state}: Pick<LineView, 'state'>): boolean =>
  state === 'waiting' || state === 'talking' || state === 'held';

/** What the phone says of itself. */
const stateText = (line: LineView | undefined): string => {
  const text = words[language()];
  if (!line) return text.connecting;
  if (line.switchedOff) return text.switchedOff;
  if (line.offHook && !isUp(line)) return text.offHook;
  return line.state === 'waiting' && line.kind === 'desk' ? text.calling : text[line.state];
};

/** What can be pressed, before the line is there: nothing. */
const actsOf = (line: LineView | undefined): ReadonlySet<Act> => {
  if (!line) return new Set();
  const {state, kind, offHook, switchedOff} = line;
  const isBusy = isUp(line) || state === 'ringing';
  const can: readonly (readonly [boolean, readonly Act[]])[] = [
    [kind === 'customer' && !isBusy && !switchedOff, ['dial', 'ask-callback']],
    [state === 'ringing', ['answer', 'decline']],
    [kind === 'desk' && !offHook && !isBusy && !switchedOff, ['lift']],
    [isUp(line) || offHook, ['hang-up']],
    [true, [switchedOff ? 'switch-on' : 'switch-off']],
  ];
  return new Set(can.flatMap(([is, acts]) => (is ? acts : [])));
};

const show = (): void => {
  const acts = actsOf(shown);
  byId('state').textContent = stateText(shown);
  byId('peer').textContent = shown?.peer === '' ? words[language()].withheld : (shown?.peer ?? '');
  byId('dial-field').hidden = !acts.has('dial');
  for (const act of ACTS) byId(act).hidden = !acts.has(act);
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
    shown = undefined;
    show();
    setTimeout(connect, RETRY_MS);
  });
};

const option = (value: string, text: string): HTMLOptionElement => new Option(text, value);

const fill = async (): Promise<void> => {
  const {desks, numbers, customers, outside} = (await (await fetch('/api/lines')).json()) as Directory;
  const text = words[language()];
  const chosen = lines.value === OTHER ? '' : lines.value;
  const wanted = chosen || (new URLSearchParams(location.search).get('line') ?? CUSTOMERS[0] ?? '');
  const named = [...customers, ...desks, ...outside];
  const nameless = [...CUSTOMERS, wanted].filter((one) => !named.some(({number}) => number === one));
  lines.replaceChildren(
    ...[...new Set(nameless)].map((one) => option(one, `${text.customer} ${one}`)),
    ...customers.map(({number, name}) => option(number, `${text.customer} ${name ?? ''} ${number}`)),
    ...desks.map(({number, name}) => option(number, `${text.desk} ${name} (${number})`)),
    ...outside.map(({number, name}) => option(number, `${name} (${number})`)),
    option(OTHER, text.other),
  );
  lines.value = wanted;
  dialled.value ||= numbers[0]?.number ?? '';
};

for (const act of ACTS) {
  byId(act).addEventListener('click', () => {
    say({type: 'act', act, ...(act === 'dial' || act === 'ask-callback' ? {to: dialled.value} : {})});
  });
}
/** A number that was typed becomes a phone of the list. */
const takeOther = (): void => {
  const number = other.value.trim();
  if (!number) return;
  lines.prepend(option(number, `${words[language()].customer} ${number}`));
  lines.value = number;
  other.value = '';
  showOther();
  attach();
};

const showOther = (): void => {
  byId('other-field').hidden = lines.value !== OTHER;
};

lines.addEventListener('change', () => {
  showOther();
  if (lines.value === OTHER) other.focus();
  else attach();
});
other.addEventListener('change', takeOther);

armPage(() => {
  show();
  void fill();
});
void fill().then(connect);
