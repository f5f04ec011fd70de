// What scenarios are written with.
import type {Channel, InteractionId, Phase, Verdict} from '@deskwire/domain';

import type {Outcome, Scenario, Stage, Words} from '../model.js';
import {words} from '../telling.js';

export const DONE: Verdict = {ok: true};

/** Whatever happens without a yes or no. */
export const always =
  (run: (stage: Stage) => void) =>
  (stage: Stage): Outcome => {
    run(stage);
    return DONE;
  };

const LACKS: Readonly<Record<Channel, Words>> = {
  voice: words('Let a call arrive first.', '먼저 전화가 오게 하세요.'),
  chat: words('Let a chat arrive first.', '먼저 채팅이 오게 하세요.'),
  email: words('Let a mail arrive first.', '먼저 메일이 오게 하세요.'),
  social: words('Let a message arrive first.', '먼저 메시지가 오게 하세요.'),
};
const NOTHING = words('There is nothing like that on the desk.', '지금 데스크에 해당하는 작업이 없습니다.');

/** The newest contact of the agent that is of this channel, or in this phase. */
const contactOf = (
  {simulator, agent}: Stage,
  {channel, phase}: {readonly channel?: Channel; readonly phase?: Phase},
): InteractionId | undefined => {
  const {work = []} = simulator.centre.agents.get(agent.agentId) ?? {};
  return work.findLast((one) => (!channel || one.channel === channel) && (!phase || one.phase === phase))
    ?.interactionId;
};

export const about =
  (channel: Channel, run: (stage: Stage, id: InteractionId) => Verdict) =>
  (stage: Stage): Outcome => {
    const id = contactOf(stage, {channel});
    return id === undefined ? {ok: false, lacks: LACKS[channel]} : run(stage, id);
  };

export const whereItIs =
  (phase: Phase, run: (stage: Stage, id: InteractionId) => Verdict) =>
  (stage: Stage): Outcome => {
    const id = contactOf(stage, {phase});
    return id === undefined ? {ok: false, lacks: NOTHING} : run(stage, id);
  };

export const scenario = (en: string, ko: string, run: Scenario['run']): Scenario => ({
  label: words(en, ko),
  run,
});

export const lasting = (there: Scenario, back: Scenario): Scenario => ({...there, back});

export const SAYS = {
  another: words('One more thing: can you send me the form?', '한 가지 더요, 양식을 보내 주실 수 있나요?'),
  look: words(
    'Thanks. I can see both charges on your November bill.',
    '확인했습니다. 11월 청구서에 두 번 청구된 내역이 보입니다.',
  ),
  moved: words('Moved to the premium tier today', '오늘 프리미엄 등급으로 변경'),
} as const;

export const receipt = (): File => new File(['receipt'], 'receipt.pdf', {type: 'application/pdf'});
