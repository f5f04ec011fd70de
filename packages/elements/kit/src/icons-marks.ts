import {draw} from './icon-draw.js';

// Marks beside a line. Some widgets show none before something is opened. The shapes: see icons.ts.

/** Waiting in the queue. */
export const waitingIcon = /* @__PURE__ */ draw(
  'M128-123v-43q0-3-2-5t-5-2q-3 0-5 2t-3 5v46q0 2 1 3t1 2l36 38q3 2 6 2t6-2q2-3 2-6t-2-5l-35-35Zm-8 103q-20 0-39-8t-31-21q-14-14-22-32t-8-39q0-20 8-39t22-31q13-14 31-22t39-8q21 0 39 8t32 22q13 13 21 31t8 39q0 21-8 39t-21 32q-14 13-32 21t-39 8Zm0-100Zm0 85q35 0 60-25t25-60q0-35-25-60t-60-25q-35 0-60 25t-25 60q0 35 25 60t60 25Z',
);

/** Why something is as it is. */
export const infoIcon = /* @__PURE__ */ draw(
  'M126-72q2-2 2-5v-45q0-4-2-6-2-2-5-2-3 0-5 2-3 2-3 6v45q0 3 3 5 2 2 5 2 3 0 5-2Zm0-79q2-2 2-5 0-4-2-6-2-3-6-3t-6 3q-2 2-2 6 0 3 2 5 3 3 6 3t6-3Zm-6 131q-20 0-39-8-18-8-31-21t-22-32q-8-18-8-39t8-39q8-18 22-32t31-21q19-8 39-8t39 8q18 8 32 21t21 32q8 18 8 39 0 21-8 39-8 18-21 32-14 13-32 21-18 8-39 8Zm0-15q36 0 60-25t25-60q0-35-25-60t-60-25q-35 0-60 25t-25 60q0 35 25 60t60 25Z',
);

/** Sent; chosen. */
export const sentIcon = /* @__PURE__ */ draw(
  'M95-83l90-91q3-2 6-2t5 2q2 3 2 6t-2 5l-96 96q-2 3-5 3t-6-3l-45-45q-2-2-2-5t2-6q2-2 6-2t5 2l40 40Z',
);

/** Opens downwards. */
export const expandIcon = /* @__PURE__ */ draw(
  'M117-89q-1-1-2-2l-50-50q-2-2-2-5t3-5q2-3 5-3t5 3l44 44 44-44q2-3 5-2t6 2q2 2 2 5t-2 6l-50 49q-1 1-2 2t-3 0q-1 0-3 0Z',
);
