/** One stretch of a text as the reply parser cuts it: how many signs it has that are no blanks. */
export interface Fragment {
  readonly length: number;
  readonly isHidden: boolean;
  readonly isQuoted: boolean;
}

interface Line {
  readonly text: string;
  readonly at: number;
}

const linesOf = (text: string): readonly Line[] => {
  let at = 0;
  return text.split('\n').map((line) => {
    const here = {text: line.slice(0, 500).trim(), at};
    at += line.length + 1;
    return here;
  });
};

const RULE =
  /^-{2,}\s*(?:original (?:message|email)|원본\s*(?:메시지|메세지|메일|이메일)|original|元のメッセージ|原始邮件)\s*-{2,}$/i;
const FROM = /^\*?(?:보낸\s?사람|보낸이|발신(?:자|인)?|from|von|de|da|差出人|发件人)\*?\s*[:：]/i;
const BESIDE =
  /^\*?(?:받는\s?사람|받는이|수신(?:자|인)?|참조|제목|날짜|보낸\s?날짜|일시|to|cc|sent|date|subject|an|gesendet|betreff|envoyé|objet|à|宛先|件名|日時|收件人|主题)\*?\s*[:：]/i;
const WROTE =
  /(?:님이\s*(?:작성|쓴\s*글|보낸\s*메일)|작성|wrote|schrieb|a écrit|écrit|escribió|ha scritto|escreveu|schreef|napisał(?:\(a\))?|написала?|skrev|のメッセージ|写道)\s*[:：]\s*$/i;
const DATED =
  /^(?:on\b|at\b|le\b|am\b|el\b|il\b|em\b|op\b|在)|\d{4}\s*(?:년|[-./])\s*\d{1,2}|\d{1,2}월\s*\d{1,2}일|\(?(?:월|화|수|목|금|토|일)\)/i;
const UNDERLINE = /^(?:_{10,}|-{10,})$/;
const FORWARDED = /^-{2,}\s*(?:forwarded message|전달된\s*(?:메시지|메일)|전달 메시지)\s*-{2,}$/i;

const isSign = ({text}: Line | undefined = {text: '', at: 0}): boolean => text.startsWith('>');

/** "On … wrote:", "2026년 11월 20일 … 님이 작성:": on one line, or broken over up to three. */
const isIntroduction = (lines: readonly Line[], index: number): boolean => {
  const first = lines[index]?.text ?? '';
  if (!DATED.test(first)) return false;
  let joined = '';
  for (const {text} of lines.slice(index, index + 3)) {
    if (text === '') return false;
    joined = `${joined} ${text}`;
    if (WROTE.test(joined)) return true;
  }
  return false;
};

/** A head of the quoted mail: who sent it, with two of to whom, when and about what near by. */
const isHead = (lines: readonly Line[], index: number): boolean => {
  if (!FROM.test(lines[index]?.text ?? '')) return false;
  return lines.slice(index + 1, index + 7).filter(({text}) => BESIDE.test(text)).length >= 2;
};

/** What is answered piece by piece is no quote to be folded away: words of the sender stand between. */
const isAnsweredBelow = (lines: readonly Line[], index: number): boolean => {
  const below = lines.slice(index);
  const first = below.findIndex(isSign);
  if (first < 0) return false;
  const last = below.findLastIndex(isSign);
  const between = below.slice(first, last).some((line) => line.text !== '' && !isSign(line));
  const after = below.slice(last + 1).filter(({text}) => text !== '').length;
  return between || after > 6;
};

const nextText = (lines: readonly Line[], index: number): number => {
  const next = lines.findIndex(({text}, at) => at > index && text !== '');
  return next < 0 ? lines.length : next;
};

const begins = (lines: readonly Line[], index: number): boolean => {
  const {text} = lines[index] ?? {text: ''};
  if (RULE.test(text)) return true;
  if (UNDERLINE.test(text)) return isHead(lines, nextText(lines, index));
  return isHead(lines, index) || isIntroduction(lines, index);
};

/** Where the mail that is answered begins, by what mail programs write before it. */
const byRules = (lines: readonly Line[]): number | undefined => {
  for (const [index, {text, at}] of lines.entries()) {
    if (FORWARDED.test(text)) return undefined;
    if (text !== '' && begins(lines, index)) return isAnsweredBelow(lines, index) ? undefined : at;
  }
  return undefined;
};

/** Where the quotes begin that everything behind them belongs to, by the reply parser. */
const byFragments = (text: string, fragments: readonly Fragment[]): number | undefined => {
  const firstHidden = fragments.findLastIndex(({isHidden}) => !isHidden) + 1;
  const first = fragments.findIndex(({isQuoted}, index) => index >= firstHidden && isQuoted);
  if (first < 0) return undefined;
  let signs = fragments.slice(0, first).reduce((sum, {length}) => sum + length, 0);
  for (let at = 0; at < text.length; at += 1) {
    if (/\s/.test(text.charAt(at))) continue;
    if (signs === 0) return at;
    signs -= 1;
  }
  return undefined;
};

/**
 * Where in a text the quoted earlier mails begin; undefined where nothing is quoted, where somebody answers between the
 * lines, and where there is nothing but quotes.
 * @param fragments What the reply parser makes of it; none where it took too long.
 */
export const quoteAt = (text: string, fragments: readonly Fragment[] = []): number | undefined => {
  const lines = linesOf(text);
  const found = [byRules(lines), byFragments(text, fragments)].filter((at) => at !== undefined);
  if (found.length === 0) return undefined;
  const first = Math.min(...found);
  return text.slice(0, first).trim() === '' ? undefined : first;
};
