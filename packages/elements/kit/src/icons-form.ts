import {draw} from './icon-draw.js';

// Fields and lists, which are loaded when there is something to fill in or to choose. The shapes: see icons.ts.

/** Marks a drawing that is mirrored where the writing runs from right to left. */
const TURNS = 'turns';

/** Search. */
export const searchIcon = /* @__PURE__ */ draw(
  'M95-82q-27 0-46-19-19-19-19-45t19-45q19-19 45-19t46 19q18 18 18 45 0 11-3 21-4 10-11 18l61 60q2 3 2 6t-2 5q-3 3-6 3-3 0-5-3l-61-60q-7 7-17 10-10 4-21 4Zm-1-15q21 0 35-14 14-15 14-35t-14-35q-14-14-35-14-20 0-35 14-14 15-14 35t14 35q15 14 35 14Z',
);

/** Edited; edit. */
export const editIcon = /* @__PURE__ */ draw(
  'M45-45h11l118-118-11-11-118 118v11Zm-7 15q-4 0-6-2t-2-5v-19q0-3 1-5t4-5l139-139q2-2 5-3t5-2q3 0 6 2t5 3l11 11q2 2 3 5t1 5q0 3-1 6t-3 5l-139 139q-2 2-5 3t-6 1h-18Zm157-154l-10-10 10 10Zm-26 16l-6-6 11 11-5-5Z',
);

/** Revert. */
export const revertIcon = /* @__PURE__ */ draw(
  'M72-50q-3 0-5-2t-2-5q0-4 2-6t5-2h70q18 0 31-11t12-29q0-18-12-29t-31-12h-73l23 23q2 3 2 6t-2 5q-2 2-5 2t-6-2l-36-36q-1-1-1-3t-1-2q0-2 1-3t1-3l36-36q3-2 6-2t5 2q2 3 2 6t-2 5l-23 23h73q24 0 41 16t17 40q0 23-17 39t-41 16h-70Z',
  TURNS,
);

/** Copy. */
export const copyIcon = /* @__PURE__ */ draw(
  'M75-50q-6 0-10-4t-5-11v-140q0-6 5-10t10-5h110q6 0 11 5t4 10v140q0 6-4 11t-11 4h-110Zm0-15h110v-140h-110v140Zm-30 45q-6 0-10-4t-5-11v-147q0-4 2-6 2-2 6-2 3 0 5 2 2 2 2 6v147h118q3 0 5 2 2 2 2 6 0 3-2 5-2 2-5 2h-118Zm30-45v-140 140Z',
);

/** Pick a date. */
export const calendarIcon = /* @__PURE__ */ draw(
  'M45-20q-6 0-10-4t-5-11v-155q0-6 5-10t10-5h16v-7q0-3 3-6 2-2 5-2t6 2q3 3 3 6v7h85v-7q0-3 2-6 2-2 6-2t6 2q2 3 2 6v7h16q6 0 11 5t4 10v155q0 6-4 11t-11 4h-150Zm0-15h150v-107h-150v107Zm0-122h150v-33h-150v33Zm0 0v-33 33Z',
);

/** Show what is hidden; as a button, pressed while it is shown. */
export const showIcon = /* @__PURE__ */ draw(
  'M150-95q13-12 13-30T150-155Q138-167 120-167T90-155Q78-143 78-125t12 30q13 13 30 13t30-13Zm-50-10q-8-8-8-20 0-12 8-20 9-8 20-8 12 0 20 8 8 9 8 20 0 12-8 20-8 8-20 8-12 0-20-8ZM59-69Q31-88 14-117q-1-2-1-4-1-2-1-4 0-2 1-4 0-1 1-3 17-30 45-49T120-200q34 0 62 19T226-132q1 1 1 3 1 2 1 4 0 2-1 4 0 2-1 4-17 29-45 48T120-50q-34 0-61-19ZM120-125Zm56 44Q201-98 214-125q-13-27-38-43Q150-185 120-185T65-168Q39-152 26-125q13 27 38 44Q90-65 120-65t56-16Z',
);

/** Secure. */
export const lockIcon = /* @__PURE__ */ draw(
  'M55-20q-6 0-10-4-5-5-5-11v-108q0-7 5-11 4-4 10-4h18v-24q0-20 14-34 13-14 33-14 20 0 34 14 14 14 14 34v24h17q6 0 11 4 4 4 4 11v108q0 6-4 11-5 4-11 4h-130Zm0-15h130v-108h-130v108Zm79-40q5-6 5-14 0-7-5-13t-14-6q-8 0-13 6t-6 14q0 7 6 13t13 5q8 0 14-5Zm-46-83h65v-24q0-14-10-23-9-10-23-10t-23 10q-9 9-9 23v24Zm-33 123v-108 108Z',
);

/** Add. */
export const addIcon = /* @__PURE__ */ draw(
  'M113-112h-55q-4 0-6-3-2-2-2-5 0-3 2-5 2-2 6-2h55v-55q0-4 2-6 2-2 5-2 3 0 6 2 2 2 2 6v55h55q3 0 5 2 2 2 2 5 0 3-2 6-2 2-5 2h-55v55q0 3-3 5-2 2-5 2-3 0-5-2-2-2-2-5v-55Z',
);

/** Close; remove. */
export const closeIcon = /* @__PURE__ */ draw(
  'M120-109l-52 52q-3 2-6 2t-5-2q-2-2-2-5t2-5l53-53-53-52q-2-3-2-6t2-5q2-2 5-2t6 2l52 53 53-53q2-2 5-2t5 2q2 2 2 5t-2 6l-52 52 52 53q2 2 2 5t-2 5q-2 2-5 2t-5-2l-53-52Z',
);
