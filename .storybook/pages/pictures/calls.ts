import {html, type TemplateResult} from 'lit';
import type {SampleLanguage} from '@deskwire/adapter-simulator';
import type {InteractionId, TenantConfig} from '@deskwire/domain';

import {answers} from './actors.js';
import {kimCalls} from './house.js';
import {MORNING, Stage} from './stage.js';

/** A call at Yoon's desk. */
export interface Call {
  readonly stage: Stage;
  readonly call: InteractionId;
}

/** What happens in a call, with so many seconds between; the picture is of the end. */
export interface Tale {
  /** How long the call has gone on in the picture, seconds. */
  readonly lasts: number;
  /** What happens before the end of it, by how many seconds. */
  readonly happens?: readonly (readonly [secondsBefore: number, act: (call: Call) => Promise<void> | void])[];
  readonly tenant?: Partial<TenantConfig>;
}

/** Kim Min-su rings, Yoon answers, and what is told happens. */
export const aCall = async (
  language: SampleLanguage,
  {lasts, happens = [], tenant = {}}: Tale,
): Promise<Call> => {
  const begins = MORNING - (lasts + 1) * 1_000;
  const stage = new Stage(language, {begins, tenant});
  stage.simulator.colleague('yoon').becomesAvailable();
  const call = stage.simulator.callArrives(kimCalls(language));
  await stage.pass(1);
  answers(stage, 'yoon', call);
  for (const [before, act] of happens) {
    await stage.until(MORNING - before * 1_000);
    await act({stage, call});
  }
  await stage.until(MORNING);
  return {stage, call};
};

/** The call's pane on its desk. */
export const paneOf = ({stage, call}: Call): TemplateResult =>
  stage.desk('yoon', html`<dw-interaction-control .interactionId=${call}></dw-interaction-control>`);

/** A call that has gone on for 04:12. */
export const anActiveCall = (language: SampleLanguage): Promise<Call> => aCall(language, {lasts: 252});

/** The same, held for 00:48. */
export const aHeldCall = (language: SampleLanguage): Promise<Call> =>
  aCall(language, {
    lasts: 252,
    happens: [[48, ({stage, call}) => void stage.simulator.colleague('yoon').holds(call)]],
  });

/** The same, with a recording that stands still for another 00:23. */
export const aPausedRecording = (language: SampleLanguage): Promise<Call> =>
  aCall(language, {
    lasts: 252,
    happens: [
      [
        7,
        ({stage, call}) => {
          const yoon = stage.simulator.colleague('yoon');
          yoon.does({type: 'recording.pause', interactionId: call});
        },
      ],
    ],
  });
