/** What is asked of a Trusted Types policy here; what it makes is a string to the compiler. */
export interface HtmlPolicy {
  createHTML(text: string): string;
  createScriptURL(text: string): string;
}

interface PolicyFactory {
  createPolicy(name: string, rules: HtmlPolicy): HtmlPolicy;
}

/** The name that a page has to list: `trusted-types lit-html dompurify 'allow-duplicates'`. */
const NAME = 'dompurify';

const make = (): HtmlPolicy | undefined => {
  const factory = (globalThis as {trustedTypes?: PolicyFactory}).trustedTypes;
  try {
    return factory?.createPolicy(NAME, {
      createHTML: (text) => text,
      createScriptURL: () => {
        throw new TypeError('No script comes out of a mail.');
      },
    });
  } catch {
    // The page does not list it, or another one has it and there may be no second. What is asked of it then fails.
    return undefined;
  }
};

let policy: HtmlPolicy | undefined;
let isMade = false;

/** The policy under which mails are parsed, made once; undefined where the browser or the page has none for us. */
export const htmlPolicy = (): HtmlPolicy | undefined => {
  if (!isMade) policy = make();
  isMade = true;
  return policy;
};
