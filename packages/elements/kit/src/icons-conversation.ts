import {draw} from './icon-draw.js';

// What a conversation is shown and written with, which is loaded when one comes. The shapes: see icons.ts.

/** Marks a drawing that is mirrored where the writing runs from right to left. */
const TURNS = 'turns';

/** The customer's virtual assistant. */
export const botIcon = /* @__PURE__ */ draw(
  'M37-94q-11 0-19-8t-8-19q0-11 8-19 8-7 19-7v-31q0-6 4-11t11-4h41q0-11 8-19t19-8q11 0 19 8t8 19h41q6 0 11 4t4 11v31q12 0 19 7t8 19q0 12-8 19-7 8-19 8v49q0 6-4 11t-11 4h-136q-6 0-11-4t-4-11v-49Zm56-28q3-3 3-7 0-4-3-7-3-3-7-3-4 0-7 3-3 3-3 7 0 4 3 7 3 3 7 3 4 0 7-3Zm69 0q2-3 2-7 0-4-3-7-2-3-7-3-4 0-7 3-3 3-3 7 0 4 3 7 3 3 7 3 5 0 8-3Zm-76 51h69q3 0 5-2 2-2 2-6 0-3-2-5-2-2-5-2h-69q-4 0-6 2-2 2-2 5 0 4 2 6 2 2 6 2Zm-34 26h136v-133h-136v133Z',
);

/** A file. */
export const fileIcon = /* @__PURE__ */ draw(
  'M55-20q-6 0-10-4t-5-11v-170q0-6 5-10t10-5h84q3 0 6 1t5 4l46 45q2 2 3 5 1 3 1 6v124q0 6-4 11t-11 4h-130Zm83-146v-39h-83v170h130v-123h-40q-3 0-5-3-2-2-2-5Zm-83-39v47-47 170-170Z',
);

/** Delivered. */
export const deliveredIcon = /* @__PURE__ */ draw(
  'M23-111q-2-2-2-5t2-6q2-2 6-2t5 2l40 40 2 3 3 3q2 2 2 5t-2 5l0 0q-2 3-5 3t-6-3l-45-45Zm93 29l91-91q2-2 5-2t6 2q2 3 2 6t-2 5l-97 96q-2 3-5 3t-5-3l-46-45q-2-2-2-5t3-6q2-2 5-2t5 2l40 40Zm59-80l-54 54q-2 2-5 2t-5-2q-2-3-2-6t2-5l53-54q3-2 6-2t5 2q2 3 2 6t-2 5Z',
);

/** Closes upwards. */
export const collapseIcon = /* @__PURE__ */ draw(
  'M120-138l-44 44q-2 2-5 2t-5-3q-3-2-3-5t3-5l49-50q2-2 5-2t5 2l50 50q2 2 2 5t-2 5q-2 3-5 3t-6-3l-44-43Z',
);

/** More. */
export const moreIcon = /* @__PURE__ */ draw(
  'M52-108q-5 0-8-3t-4-9q0-5 4-8t8-4q5 0 9 4t3 8q0 5-3 9t-9 3Zm68 0q-5 0-8-3t-4-9q0-5 4-8t8-4q5 0 9 4t3 8q0 5-3 9t-9 3Zm68 0q-5 0-8-3t-4-9q0-5 4-8t8-4q5 0 9 4t3 8q0 5-3 9t-9 3Z',
);

/** Send. */
export const sendIcon = /* @__PURE__ */ draw(
  'M204-113l-163 69q-4 1-7-1t-4-6v-138q0-4 4-6t7 0l163 68q4 2 4 7t-4 7Zm-159 50l136-57-136-57v42l61 15-61 15v42Zm0 0v-114 114Z',
  TURNS,
);

/** Attach a file. */
export const attachIcon = /* @__PURE__ */ draw(
  'M182-81q0 25-18 43-18 18-44 18-25 0-43-18t-19-43v-95q0-18 13-31t31-13q18 0 31 13t13 31v90q0 10-8 18t-18 7q-10 0-18-7-7-8-7-18v-85q0-4 2-6 2-2 5-2 3 0 6 2 2 2 2 6v85q0 4 3 7t7 3q5 0 8-3t3-7v-90q0-12-8-21t-21-8q-12 0-20 8t-9 21v95q0 19 14 33t33 13q20 0 33-13 14-14 14-33v-90q0-4 2-6 2-2 6-2 3 0 5 2 2 2 2 6v90Z',
);

/** Canned responses. */
export const cannedIcon = /* @__PURE__ */ draw(
  'M60-60l-27 27q-4 4-8 2-5-2-5-7v-167q0-6 5-10t10-5h170q6 0 11 5t4 10v63q0 3-2 5-2 2-5 2-4 0-6-2-2-2-2-5v-63h-170v150l19-20h100q3 0 5 2 3 2 3 6 0 3-3 5-2 2-5 2h-94Zm132 0h-8q-3 0-5-2-2-2-2-5v-45q0-4 2-6 2-2 5-2h21q3 0 5 3t0 5l-12 35h14q3 0 4 2t1 5l-22 52q0 1-2 1t-1-2v-41Zm-157-15v-130 130Z',
);

/** Reply. */
export const replyIcon = /* @__PURE__ */ draw(
  'M59-123l36 35q2 2 2 5t-3 6q-2 2-5 2t-5-2l-49-49q-2-2-2-5t2-5l49-49q2-2 5-2t6 2q2 3 2 6t-2 5l-36 36h102q21 0 35 14t14 35v32q0 3-2 5t-5 2q-4 0-6-2t-2-5v-32q0-15-10-25t-24-9h-102Z',
  TURNS,
);

/** Reply to all. */
export const replyAllIcon = /* @__PURE__ */ draw(
  'M42-131l43 43q2 2 2 5t-3 6q-2 2-5 2t-5-2l-49-49q-1-1-1-2t-1-3q0-1 1-3t1-2l49-49q2-2 5-2t6 2q2 3 2 6t-2 5l-43 43Zm52 8l36 35q2 2 2 5t-3 6q-2 2-5 2t-5-2l-49-49q-1-1-1-2t-1-3q0-1 1-3t1-2l49-49q2-2 5-2t6 2q2 3 2 6t-2 5l-36 36h76q22 0 36 14t14 35v32q0 3-2 5t-6 2q-3 0-5-2t-2-5v-32q0-15-10-25t-25-9h-76Z',
  TURNS,
);

/** A person. */
export const personIcon = /* @__PURE__ */ draw(
  'M93-131q-10-10-10-27t10-27q11-10 27-10t27 10q11 11 11 27t-11 27q-10 11-27 11t-27-11Zm-53 76v-8q0-10 5-17t12-10q17-7 32-11t31-4q16 0 31 4t32 11q8 4 12 10t5 17v8q0 6-4 11t-11 4h-130q-6 0-10-4t-5-11Zm15 0h130v-8q0-4-2-8t-6-5q-16-8-29-11t-28-3q-14 0-28 3t-29 11q-3 1-6 5t-2 8v8Zm81-86q7-7 7-17t-7-16q-6-6-16-6t-16 6q-6 7-6 16t6 17q6 6 16 6t16-6Z',
);
