// npm run contrast: the contrast of every pair of colours that meet in a widget, in both built-in themes and in the sample
// themes; `npm run contrast -- my-theme.css` measures that style sheet instead of the samples. Ends with 1 where a pair is
// below its limit (WCAG 2.2: 4.5 for text, 3 for outlines of inputs), with 2 where a file cannot be read.
//
//   --quiet   no table, only what fails
import {join} from 'node:path';
import {parseArgs} from 'node:util';
import {Meter} from './contrast/measure.mjs';
import {reportOn} from './contrast/report.mjs';
import {constants} from './docs/sources.mjs';
import {readTokens} from './docs/tokens.mjs';
import {root} from './lib/packages.mjs';

const SAMPLES = ['light.css', 'dark.css', 'crm.css'].map((file) => join(root, 'examples/themes', file));

const {values, positionals} = parseArgs({
  options: {quiet: {type: 'boolean', default: false}},
  allowPositionals: true,
});

try {
  const {tokens, ALL_PAIRS, contrastOf} = await constants();
  const meter = new Meter({tokens: readTokens(tokens.cssText), pairs: ALL_PAIRS, contrastOf});
  const {notes, table, failures, sum} = reportOn(positionals.length ? positionals : SAMPLES, meter);
  for (const note of notes) console.log(note);
  if (!values.quiet) console.log(table);
  for (const failure of failures) console.error(failure);
  console.log(sum);
  process.exitCode = failures.length ? 1 : 0;
} catch (error) {
  console.error(error.message);
  process.exitCode = 2;
}
