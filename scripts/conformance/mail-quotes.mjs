// What is folded of an answer: texts by the gateway's reader, HTML by the desk.
import {check, notApplicable} from './score.mjs';
import {dense, squeezed} from './mail-texts.mjs';

const NONE = 'says nothing about what is quoted';
const SIGNATURE = 'asks for signatures to be taken off; they are shown';

/** A message that has nothing but this text. */
export const mailOfText = (text) =>
  Buffer.from(
    [
      'From: a@desk.example',
      'To: b@desk.example',
      'Subject: x',
      'Message-ID: <x@desk.example>',
      'MIME-Version: 1.0',
      'Content-Type: text/plain; charset=utf-8',
      'Content-Transfer-Encoding: base64',
      '',
      ...(Buffer.from(text)
        .toString('base64')
        .match(/.{1,76}/g) ?? ['']),
      '',
    ].join('\r\n'),
  );

/** What should be left to be seen, as their test says it. */
const visibleOf = ({
  visible_exact: exact,
  visible_trim: trim,
  trimmed_exact: trimmed,
  first_fragment_exact: first,
  first_fragment_trimmed: firstTrim,
}) => exact ?? trim ?? trimmed ?? first ?? firstTrim;

/** A line that begins an earlier mail, or is one of it. */
const QUOTING =
  /^\s*(?:>|-{2,}.*-{2,}\s*$|\*?(?:from|von|de|da|van|fra|från|od|보낸 사람)\s*:|.*(?:wrote|schrieb|écrit|scritto|escribió|님이 작성)\s*:?\s*$)/im;

/** Judges what is left of a text. What is left beside what should be may be a signature, which nobody takes off. */
function textChecks({expected, input}, own) {
  const visible = visibleOf(expected);
  if (visible !== undefined) {
    const [want, got] = [dense(visible), dense(own)];
    const rest = got.startsWith(want) ? squeezed(own).slice(squeezed(visible).length) : undefined;
    if (rest && !QUOTING.test(own.slice(own.length - rest.length))) return notApplicable(SIGNATURE);
    return {checks: [check('what is shown', want, got)]};
  }
  const {
    first_fragment_startswith: start,
    first_fragment_contains: contains,
    second_fragment_startswith: second,
  } = expected;
  const {matches = [], not_matches: not = []} = expected;
  const patterns = (list) =>
    list.flatMap((one) => (/^\/(.*)\/([a-z]*) on /.exec(one)?.slice(1, 3) ? [one] : []));
  const regex = (one) => new RegExp(...(/^\/(.*)\/([a-z]*) on /.exec(one) ?? []).slice(1, 3));
  const checks = [
    ...(start === undefined ? [] : [check('begins with', true, squeezed(own).startsWith(squeezed(start)))]),
    ...(contains ?? []).map((one) => check(`has ${one}`, true, own.includes(one))),
    ...(second === undefined
      ? []
      : [
          check(
            'what comes next is folded',
            true,
            squeezed(input.slice(own.trimEnd().length)).startsWith(second),
          ),
        ]),
    ...patterns(matches)
      .filter((one) => / on (?:the )?(?:first|reply|visible)/.test(one))
      .map((one) => check(one, true, regex(one).test(own.trim()))),
    ...patterns(not).map((one) => check(one, false, regex(one).test(own))),
  ];
  return checks.length ? {checks} : notApplicable(NONE);
}

const htmlText = (html) =>
  html
    .replace(/<(style|script|head)\b[\s\S]*?<\/\1>/gi, '')
    .replace(/<[^>]*>/g, '')
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');

/**
 * The judge of quoted-reply sets.
 * @param outcomes By row: `own`, what is left of a text; or `seen`, what was to be seen of HTML.
 */
export const quoteJudge = (outcomes) => (row) => {
  const {kind, expected, source, input} = row;
  const about = {kind: 'theirs', group: `${source} ${kind}`, input: input.slice(0, 120)};
  const {own, seen} = outcomes.get(row);
  if (kind !== 'html') return {...about, ...textChecks(row, own)};
  const want = expected.visible_text_ws_insensitive ?? htmlText(expected.visible_ws_insensitive_html ?? '');
  return {...about, checks: [check('what is shown', dense(want), dense(seen.written ?? seen.broken))]};
};
