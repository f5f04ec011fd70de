export * from './across.js';
export * from './find.js';
export {CARD_MAX_DIGITS, CARD_MIN_DIGITS, isCardNumber} from './issuers.js';
export * from './mask.js';
