// How mail programs show where the mail begins that is answered.

/** Elements in which they put it. */
export const CONTAINERS = [
  '.gmail_quote',
  '.gmail_quote_container',
  '.yahoo_quoted',
  '[id^="yahoo_quoted"]',
  'blockquote[type="cite"]',
  '.protonmail_quote',
  '.tutanota_quote',
  '.zmail_extra',
  '.quoted-message',
  '#isReplyContent',
  '#mail-editor-reference-message-container',
].join();

/** Heads of the mail that is answered, which goes on to the end. */
export const HEADS = '#divRplyFwdMsg, #x_divRplyFwdMsg, .OutlookMessageHeader';

/** A line above a quote that belongs to it. */
export const PREFIXES = '.moz-cite-prefix, .gmail_attr, .protonmail_quote-header';

const RULE =
  /^\s*[-_=]{3,}\s*(?:original (?:message|e?-?mail)|원본 ?(?:메시지|메세지|메일|이메일|내용)|mensaje original|ursprüngliche nachricht|message d'origine|元のメッセージ)\s*[-_=]{3,}/i;
const FORWARDED =
  /^\s*[-_=]{3,}\s*(?:forwarded message|전달된 ?(?:메시지|메세지|메일)|전달 ?(?:메일|메시지))\s*[-_=]{3,}/i;
const WROTE =
  /(?:wrote|schrieb[^:]{0,80}|a écrit|escribió|escreveu|ha scritto|schreef[^:]{0,80}|napisał(?:\(a\))?|написала?|skrev|작성|쓴 ?글|보낸 ?메일|のメッセージ|写道)\s*[:：]\s*$/i;
/** A time of day and an address, in a line that announces something. */
const TIMED = /\d{1,2}:\d{2}[^\n]{0,200}@[^\n]{0,100}[:：]\s*$/;
const LABELS = [
  /(?:^|[\s>])(?:from|보낸 ?사람|보낸이|발신인?|von|de|da|от|差出人|发件人)\s*[:：]/i,
  /(?:sent|date|보낸 ?날짜|날짜|일시|gesendet|datum|enviado|envoyé|日時|发送时间)\s*[:：]/i,
  /(?:to|받는 ?사람|받는이|수신인?|an|para|à|宛先|收件人)\s*[:：]/i,
  /(?:subject|제목|betreff|asunto|objet|件名|主题)\s*[:：]/i,
];
const FIRST_LABEL =
  /^\s*\*?(?:from|date|sent|to|subject|보낸 ?사람|보낸이|발신인?|보낸 ?날짜|날짜|제목|von|de|от|差出人|发件人)\*?\s*[:：]/i;

/** Text beside which an element has nothing to be seen. */
export const isBlank = (text: string): boolean => text.replace(/[\s\u00a0\u200b-\u200f\ufeff]+/g, '') === '';

/** Whether a line says that an earlier mail follows. */
export const isRule = (text: string): boolean => RULE.test(text);

/** Whether what follows was passed on: it is what the mail is about. */
export const isForwarded = (text: string): boolean => FORWARDED.test(text.slice(0, 300));

/** "On …, … wrote:" in many languages, as a whole line or the end of one. */
export const isAttribution = (text: string): boolean => {
  const end = text.trim().slice(-300);
  return WROTE.test(end) || TIMED.test(end);
};

/** The head that a mail program writes above the mail that is answered: at least three of its fields. */
export const isHead = (text: string): boolean =>
  FIRST_LABEL.test(text) && LABELS.filter((label) => label.test(text.slice(0, 800))).length >= 3;
