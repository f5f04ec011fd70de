import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {expect, userEvent, waitFor} from 'storybook/test';
import type {CadVariable} from '@deskwire/domain';
import {provideContext, streamContext} from '@deskwire/kit';
import {fakeStream, type FakeStream} from '@deskwire/testing';
import {anActive, aVariable, aWrapUp} from '@deskwire/testing/fixtures.js';

import './define.js';
import type {CadEditorElement} from './cad-editor.element.js';
import {aCall, aDeskThatSaves, changed, defined, variables} from './cad-editor.harness.js';
import {loadEditing} from './editing-loader.js';

/** A pane on a desk, and what a person does there. */
interface Stage {
  readonly stream: FakeStream;
  readonly pane: CadEditorElement;
}

const stages = new WeakMap<HTMLElement, Stage>();

const show = (stream: FakeStream | undefined): HTMLElement => {
  const place = document.createElement('div');
  const pane = document.createElement('dw-cad-editor');
  if (stream) {
    provideContext(place, streamContext, stream.handle);
    stages.set(place, {stream, pane});
  }
  place.append(pane);
  return place;
};

const root = ({pane}: Stage): ShadowRoot => {
  if (!pane.shadowRoot) throw new Error('not rendered');
  return pane.shadowRoot;
};

const settled = async ({pane}: Stage): Promise<void> => {
  await pane.updateComplete;
  await new Promise((resolve) => setTimeout(resolve));
  await pane.updateComplete;
};

const labelled = (stage: Stage, label: RegExp): HTMLElement => {
  const found = [...root(stage).querySelectorAll<HTMLLabelElement>('label')].find((one) =>
    label.test(one.textContent),
  );
  const control = found && root(stage).getElementById(found.htmlFor);
  if (!control) throw new Error(`no field ${String(label)}`);
  return control;
};

const button = (stage: Stage, name: RegExp): HTMLElement => {
  const found = [...root(stage).querySelectorAll<HTMLElement>('button, dw-button')].find((one) =>
    name.test(one.getAttribute('aria-label') ?? one.textContent),
  );
  if (!found) throw new Error(`no button ${String(name)}`);
  return found;
};

const press = async (stage: Stage, name: RegExp): Promise<void> => {
  button(stage, name).click();
  await settled(stage);
};

/** Puts a text in place of what is there, as a paste does. */
const fill = async (stage: Stage, label: RegExp, text: string): Promise<void> => {
  const box = labelled(stage, label) as HTMLInputElement;
  box.focus();
  box.value = text;
  box.setSelectionRange(text.length, text.length);
  box.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true}));
  await settled(stage);
};

const leave = async (stage: Stage, label: RegExp): Promise<void> => {
  const box = labelled(stage, label);
  box.dispatchEvent(new Event('change', {bubbles: true}));
  box.blur();
  await settled(stage);
};

const shows = (stage: Stage, selector: string): Promise<void> =>
  waitFor(() => expect(root(stage).querySelector(selector)).not.toBeNull(), {timeout: 3000});

const PLAN = /Plan tier|요금제 등급/;
const DISPUTED = /Disputed|이의 금액/;
const PROMISED = /Promised|납부/;
const CALLBACK = /Call back at|콜백 시각/;
const RESIDENT = /Resident|주민등록/;
const REASON = /Reason for call|문의 사유/;
const SAVE = /^\s*(Save|저장)\s*$/;

const isKorean = (): boolean => document.documentElement.lang === 'ko';

const stageIn = (canvas: HTMLElement): Stage => {
  const place = canvas.querySelector('div');
  const found =
    place &&
    (stages.get(place) ?? [...canvas.querySelectorAll('div')].map((one) => stages.get(one)).find(Boolean));
  if (!found) throw new Error('no stage');
  return found;
};

const story = (
  desk: () => FakeStream | undefined,
  happens: (stage: Stage) => Promise<void> | void = () => undefined,
  more: StoryObj = {},
): StoryObj => ({
  render: () => show(desk()),
  play: async ({canvasElement}) => {
    if (!desk()) return;
    const stage = stageIn(canvasElement);
    await loadEditing();
    await settled(stage);
    await happens(stage);
    await settled(stage);
  },
  ...more,
});

const meta: Meta = {
  title: 'Widgets/dw-cad-editor',
  component: 'dw-cad-editor',
  beforeEach: () => () => {
    for (const guard of document.querySelectorAll('dw-cad-leave-guard')) guard.parentElement?.remove();
  },
};
export default meta;

/** Variables of every type; the backend saves by the engine's rules. */
export const Playground: StoryObj = story(aDeskThatSaves);

/** Two edits, one of them near the limit: the count stands beside "Edited". */
export const Edited: StoryObj = story(aDeskThatSaves, async (stage) => {
  await fill(stage, PROMISED, '2026-11-27');
  await fill(
    stage,
    REASON,
    isKorean()
      ? '11월 로밍 요금이 두 번 청구됨. 카드가 해지되기 전인 27일까지 환불 요청. '.repeat(6).slice(0, 231)
      : 'Charged twice for November roaming; asks for the refund before the 27th because the card closes. '
          .repeat(3)
          .slice(0, 231),
  );
  await expect(root(stage).querySelectorAll('.tag.edited')).toHaveLength(2);
});

/** A value that does not parse: said once the field is left, with the cure. */
export const Invalid: StoryObj = story(aDeskThatSaves, async (stage) => {
  await fill(stage, DISPUTED, '12,40O');
  await leave(stage, DISPUTED);
  await fill(stage, PROMISED, '2026-02-30');
  await leave(stage, PROMISED);
  await press(stage, SAVE);
  await expect(stage.stream.sent).toHaveLength(0);
  await expect(stage.pane.checkValidity()).toBe(false);
});

/** Invisible characters are refused in words, and can be taken out. */
export const InvisibleCharacters: StoryObj = story(aDeskThatSaves, async (stage) => {
  await fill(stage, PLAN, 'Gold\u0000\u001b');
  await shows(stage, '.why .btn');
});

/** A paste that is too long is cut between two characters, and says so. */
export const Cut: StoryObj = story(aDeskThatSaves, async (stage) => {
  await fill(stage, PLAN, `${'Gold '.repeat(51)}👨‍👩‍👧‍👦 and more`);
  await expect((labelled(stage, PLAN) as HTMLInputElement).value).toBe('Gold '.repeat(51));
});

/** A secure value that somebody asked for. Leaving the field masks it again. */
export const SecureShown: StoryObj = story(aDeskThatSaves, async (stage) => {
  await press(stage, /^(Show|주민등록번호 뒤 4자리 표시)/);
  await expect((labelled(stage, RESIDENT) as HTMLInputElement).value).toBe('4107');
});

const loses = async (stage: Stage): Promise<void> => {
  const [mine, theirs] = isKorean() ? ['플래티넘', '골드'] : ['Platinum', 'Gold plus'];
  await fill(stage, PLAN, mine);
  changed(stage.stream, {plan: theirs});
  await press(stage, SAVE);
};

/** A colleague saved the same variable first: who, both values, and one way back. */
export const Overwritten: StoryObj = story(aDeskThatSaves, loses);

/** What was lost is entered again, as an edit of what is saved now, and saved. */
export const OverwrittenThenAgain: StoryObj = story(aDeskThatSaves, async (stage) => {
  await loses(stage);
  await press(stage, /again|다시 입력/);
  await press(stage, SAVE);
  await expect(stage.pane.value['plan']).toBe(isKorean() ? '플래티넘' : 'Platinum');
});

/** The flow changed what is being edited: the text stays, and the field says so. */
export const ChangedMeanwhile: StoryObj = story(aDeskThatSaves, async (stage) => {
  await fill(stage, PLAN, isKorean() ? '플래티넘' : 'Platinum');
  changed(stage.stream, {plan: isKorean() ? '실버' : 'Silver', disputed: '9900'}, 'flow');
});

/** The flow took a variable away, made one read-only and gave one another type, while all three were being edited. */
export const DefinedAnew: StoryObj = story(aDeskThatSaves, async (stage) => {
  await fill(stage, PLAN, isKorean() ? '플래티넘' : 'Platinum');
  await fill(stage, DISPUTED, '9900');
  await fill(stage, REASON, isKorean() ? '환불 요청' : 'Wants a refund');
  defined(
    stage.stream,
    variables()
      .filter(({name}) => name !== 'plan')
      .map((one) => {
        if (one.name === 'disputed') return {...one, editable: false, version: 2};
        return one.name === 'reason' ? {...one, type: 'boolean', value: '', version: 2} : one;
      }),
  );
});

/** The backend did not take it: the edits are kept, and can be sent again. */
export const SaveFailed: StoryObj = story(
  () => aDeskThatSaves({respond: () => 'DW_SERVER_FAILED'}),
  async (stage) => {
    await fill(stage, PLAN, isKorean() ? '플래티넘' : 'Platinum');
    await press(stage, SAVE);
    await shows(stage, '.failure');
  },
);

/** A save is under way. */
export const Saving: StoryObj = story(
  () => aDeskThatSaves({respond: () => undefined}),
  async (stage) => {
    await fill(stage, PLAN, isKorean() ? '플래티넘' : 'Platinum');
    await press(stage, SAVE);
  },
);

/** The connection is lost: what was typed stays. */
export const Offline: StoryObj = story(aDeskThatSaves, async (stage) => {
  await fill(stage, PLAN, isKorean() ? '플래티넘' : 'Platinum');
  stage.stream.connection({state: 'lost', since: 0, attempt: 1, loss: {reason: 'network'} as never});
  await shows(stage, '.strip.hold');
});

/** Another task was selected while something is unsaved. */
export const Leaving: StoryObj = story(
  () =>
    aDeskThatSaves({interactions: [aCall(), anActive({id: 'chat-1', channel: 'chat', cad: variables()})]}),
  async (stage) => {
    stage.pane.interactionId = 'voice-1';
    await settled(stage);
    await fill(stage, PLAN, isKorean() ? '플래티넘' : 'Platinum');
    stage.pane.interactionId = 'chat-1';
    await shows(stage, '.leave:popover-open');
  },
);

/** The agent stayed: the pane says that it is not the selected task. */
export const Staying: StoryObj = story(
  () =>
    aDeskThatSaves({interactions: [aCall(), anActive({id: 'chat-1', channel: 'chat', cad: variables()})]}),
  async (stage) => {
    stage.pane.interactionId = 'voice-1';
    await settled(stage);
    await fill(stage, PLAN, isKorean() ? '플래티넘' : 'Platinum');
    stage.pane.interactionId = 'chat-1';
    await shows(stage, '.leave:popover-open');
    await press(stage, /^\s*(Stay|머무르기)\s*$/);
    await expect(root(stage).querySelector('.leave')).toBeNull();
  },
);

/** The pane was taken out of the page with edits in it. */
export const TakenAway: StoryObj = story(aDeskThatSaves, async (stage) => {
  await fill(stage, PLAN, isKorean() ? '플래티넘' : 'Platinum');
  stage.pane.remove();
  await waitFor(() =>
    expect(
      document.querySelector('dw-cad-leave-guard')?.shadowRoot?.querySelector(':popover-open'),
    ).toBeTruthy(),
  );
});

/** The contact has ended: for reading only, and what was not saved is there to be copied. */
export const Closed: StoryObj = story(aDeskThatSaves, async (stage) => {
  await fill(stage, PLAN, isKorean() ? '플래티넘' : 'Platinum');
  stage.stream.hydrate({interactions: [aWrapUp({cad: variables()})]});
});

/** For reading only, as the page wants it. */
export const Readonly: StoryObj = story(aDeskThatSaves, ({pane}) => {
  pane.readonly = true;
});

const many = (count: number): readonly CadVariable[] =>
  Array.from({length: count}, (_, index) =>
    aVariable({
      name: `variable-${index}`,
      label: {en: `Variable ${index + 1}`, ko: `변수 ${index + 1}`},
      value: `Value ${index + 1}`,
      order: index,
      editable: index % 3 === 0,
    }),
  );

/** More than the pane shows: a fault in the configuration, said in words. */
export const TooMany: StoryObj = story(() => aDeskThatSaves({interactions: [aCall(many(34))]}));

/** Long labels and values, line breaks, a direction of their own, HTML that is text. */
export const LongValues: StoryObj = story(() =>
  aDeskThatSaves({
    interactions: [
      aCall([
        aVariable({
          name: 'label',
          label: {
            en: 'The reason that the customer gave when the branch office asked for it',
            ko: '지점에서 문의했을 때 고객이 말한 사유와 그에 따른 후속 조치 사항',
          },
          value: 'Short',
          order: 1,
        }),
        aVariable({
          name: 'html',
          label: 'HTML',
          value: '<img src=x onerror=alert(1)> &amp; <b>bold</b>',
          order: 2,
        }),
        aVariable({
          name: 'lines',
          label: {en: 'Lines', ko: '여러 줄'},
          value: 'First line\nSecond line\n\nFourth',
          order: 3,
        }),
        aVariable({name: 'rtl', label: {en: 'Note', ko: '메모'}, value: 'שלום, אני צריך עזרה', order: 4}),
        aVariable({
          name: 'word',
          label: {en: 'Token', ko: '토큰'},
          value: 'x'.repeat(256),
          editable: false,
          order: 5,
        }),
        aVariable({name: 'empty', label: {en: 'Empty', ko: '빈 값'}, value: '', editable: false, order: 6}),
        aVariable({
          name: 'secret',
          label: {en: 'Card PIN', ko: '카드 비밀번호'},
          value: '9911',
          secure: true,
          editable: false,
          order: 7,
        }),
      ]),
    ],
  }),
);

/** The calendar of a date, opened from its icon; the focus is in it. */
export const DatePicker: StoryObj = story(aDeskThatSaves, async (stage) => {
  await press(stage, /Choose a date for Promised|납부 약속일 날짜 선택/);
  await shows(stage, 'dw-cad-calendar');
});

/** The calendar of a date-time, with its time. */
export const DateTimePicker: StoryObj = story(aDeskThatSaves, async (stage) => {
  labelled(stage, CALLBACK).scrollIntoView({block: 'center'});
  await press(stage, /date and time for Call back|콜백 시각 날짜 및 시간/);
  await shows(stage, 'dw-cad-calendar');
});

/** The contact has no variables. */
export const NoVariables: StoryObj = story(() => aDeskThatSaves({interactions: [aCall([])]}));

/** No contact is open. */
export const Empty: StoryObj = story(() => fakeStream());

/** The desk was told nothing yet. */
export const Loading: StoryObj = story(() => fakeStream({snapshot: null}));

/** Typed, refused, corrected, saved by Enter; then edited and reverted. */
export const Behaviours: StoryObj = story(aDeskThatSaves, async (stage) => {
  await fill(stage, DISPUTED, '1.5');
  await userEvent.keyboard('{Enter}');
  await settled(stage);
  await expect(stage.stream.sent).toHaveLength(0);
  await expect(root(stage).querySelector('.why p')).not.toBeNull();
  await fill(stage, DISPUTED, '9900');
  await userEvent.keyboard('{Enter}');
  await waitFor(() => expect(stage.pane.value['disputed']).toBe('9900'));
  await settled(stage);
  await expect(stage.pane.hasUnsavedEdits).toBe(false);
  await fill(stage, PLAN, 'Silver');
  await expect(stage.pane.hasUnsavedEdits).toBe(true);
  await press(stage, /^\s*(Revert|되돌리기)\s*$/);
  await expect(stage.pane.hasUnsavedEdits).toBe(false);
  await expect((labelled(stage, PLAN) as HTMLInputElement).value).toBe('Gold');
});

/** Every control has a name; what is wrong and what happened describe it; nothing takes the focus. */
export const Accessibility: StoryObj = story(aDeskThatSaves, async (stage) => {
  await expect(document.activeElement).toBe(document.body);
  for (const control of root(stage).querySelectorAll<HTMLInputElement>('input, select, textarea')) {
    await expect(control.labels?.length).toBe(1);
  }
  await expect(root(stage).querySelector('.lock')?.getAttribute('aria-label')).toMatch(/Secure|보안/);
  changed(stage.stream, {plan: 'Silver'}, 'flow');
  await settled(stage);
  await expect(document.activeElement).toBe(document.body);
});
