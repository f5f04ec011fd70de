// errors.md: every refusal, with the words that people read.
import {page, section, table} from './markdown.mjs';

/** What a view, and whoever meets a code in a program, does with a refusal of a kind (refusal.ts). */
const KINDS = {
  capability: 'The backend cannot do it at all. The control is not shown; do not ask again.',
  permission:
    'This person may not do it. The control is not shown; a change of the profile or the configuration is needed.',
  state:
    'Not now. The control is shown disabled with the reason; what has to be done first stands in the text.',
  input: 'Something that was entered has to be corrected. The reason stands at the field, the input stays.',
  transport:
    'It did not come through. The reason stands where the person acted, with a retry; the same command id is safe to send again.',
};

/** The page about the codes. Throws where a code lacks its words: no page may hide that. */
export function errorsPage({REFUSALS, refusalWords}) {
  const missing = missingWords(REFUSALS, refusalWords);
  if (missing.length) throw new Error(`Without words: ${missing.join(', ')}`);
  const areas = [...new Set(Object.keys(REFUSALS).map(areaOf))].sort();
  return page(
    'Error codes',
    'packages/core/domain/src/refusal.ts and packages/elements/kit/src/words/refusals',
    `Every no of Deskwire is data: \`{code, kind, params?}\`, in the browser, on the wire and over HTTP (\`{refusal: …}\`). \`params\` fill the
words and never hold a customer's data. A code that an older desk does not know is read as \`DW_SERVER_FAILED\`.`,
    section(2, 'What to do, by kind', table(['kind', 'what it means to do'], Object.entries(KINDS))),
    ...areas.map((area) => section(2, area, areaTable(area, REFUSALS, refusalWords))),
  );
}

const areaOf = (code) => code.split('_').slice(0, 2).join('_');

const areaTable = (area, refusals, words) =>
  table(
    ['code', 'kind', 'English', '한국어'],
    Object.entries(refusals)
      .filter(([code]) => areaOf(code) === area)
      .map(([code, kind]) => [`\`${code}\``, kind, words.en[code], words.ko[code]]),
  );

/** Codes without words in a language, as `language code`; words of codes that are gone as well. */
export function missingWords(refusals, words) {
  return Object.entries(words).flatMap(([language, known]) => [
    ...Object.keys(refusals)
      .filter((code) => !known[code]?.trim())
      .map((code) => `${language} ${code}`),
    ...Object.keys(known)
      .filter((code) => !(code in refusals))
      .map((code) => `${language} ${code} (no such code)`),
  ]);
}
