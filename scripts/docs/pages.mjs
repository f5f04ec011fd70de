// The pages of docs/reference, by file name.
import {configurationPage} from './configuration.mjs';
import {elementsPage} from './elements.mjs';
import {errorsPage} from './errors.mjs';
import {readEvents} from './events.mjs';
import {constants} from './sources.mjs';
import {tokensPage} from './tokens.mjs';
import {wirePage} from './wire.mjs';

/** Makes every page. The manifests must be there. */
export async function referencePages() {
  const known = await constants();
  return {
    'configuration.md': configurationPage(),
    'elements.md': elementsPage(readEvents()),
    'errors.md': errorsPage(known),
    'tokens.md': tokensPage(known),
    'wire.md': wirePage(known),
  };
}
