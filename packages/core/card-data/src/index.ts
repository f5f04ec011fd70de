export * from './across.js';
export * from './find.js';
export {maskCardsInHtml, textOfHtml, type MaskedHtml} from './html/mask-html.js';
export {readHtml, type HtmlAttribute, type HtmlPiece, type HtmlRange} from './html/read-html.js';
export {CARD_MAX_DIGITS, CARD_MIN_DIGITS, isCardNumber} from './issuers.js';
export * from './mask.js';
