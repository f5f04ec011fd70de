import type {SampleLanguage} from '@deskwire/adapter-simulator';

import {answers} from './actors.js';
import {aCall, type Call} from './calls.js';

const RETURNS = {endConsult: 'return'} as const;

const asksPark = ({stage, call}: Call): void => {
  stage.simulator.colleague('yoon').consults({kind: 'agent', agentId: 'park'}, call);
};
const parkAnswers = ({stage, call}: Call): void => {
  answers(stage, 'park', call);
};
const parkIsThere = ({stage}: Call): void => {
  stage.simulator.colleague('park').becomesAvailable();
};

/** Yoon speaks with Park; Kim is held. */
export const aConsult = (language: SampleLanguage): Promise<Call> =>
  aCall(language, {
    lasts: 460,
    tenant: RETURNS,
    happens: [
      [90, parkIsThere],
      [86, asksPark],
      [82, parkAnswers],
    ],
  });

/** Everybody together. */
export const aConference = (language: SampleLanguage): Promise<Call> =>
  aCall(language, {
    lasts: 485,
    happens: [
      [90, parkIsThere],
      [86, asksPark],
      [82, parkAnswers],
      [60, ({stage, call}) => void stage.simulator.colleague('yoon').startsConference(call)],
    ],
  });

/** A queue still looks for an agent. */
export const aRequestedConsult = (language: SampleLanguage): Promise<Call> =>
  aCall(language, {
    lasts: 385,
    happens: [
      [
        11,
        ({stage, call}) => {
          stage.simulator.colleague('yoon').consults({kind: 'queue', queueId: 'roaming-desk'}, call);
        },
      ],
    ],
  });
