// Which addresses in a text become links. Twitter's texts ask for every address; the others for one.
import {check, notApplicable} from './score.mjs';

const BARE =
  'asks for a link where no scheme and no www. is written; it may be a file, a version or two sentences';
const MISLEADS = 'has a name and a password before the host, which look like the host: never a link';
const SCHEME = 'asks for a link of another scheme than http, https, mailto and tel';

const isMail = (link) => /^mailto:|^[^/:]+@/i.test(link);
const isBare = (link) => !/^(?:[a-z][a-z0-9+.-]*:|www\.)/i.test(link) && !isMail(link);
const hasUser = (link) => /^https?:\/\/[^/?#]*@/i.test(link);
const isOther = (link) => /^[a-z][a-z0-9+.-]*:/i.test(link) && !/^(?:https?|mailto|tel):/i.test(link);

const reasonOf = (links) => {
  if (links.some(isBare)) return BARE;
  if (links.some(hasUser)) return MISLEADS;
  return links.some(isOther) ? SCHEME : undefined;
};

/** The judge of links. `linkify` is the real one. */
export function linkJudge({linkify}) {
  const found = (text) => linkify(text).flatMap(({kind, text}) => (kind === 'link' ? [text] : []));
  return ({text, link, links, expect}) => {
    const expected = links ?? (link ? [link] : []);
    const about = {kind: 'theirs', input: text, group: `links: ${expect}`};
    const reason = reasonOf(expected);
    if (reason) return {...about, ...notApplicable(reason)};
    const got = found(text);
    // Theirs know addresses of the web alone, or look for the first.
    const web = got.filter((one) => !isMail(one));
    const answer = links ? check('links', expected, web) : check('link', expected, got.slice(0, 1));
    const whole = linkify(text)
      .map((piece) => piece.text)
      .join('');
    return {...about, checks: [answer, check('the text is whole', text, whole)]};
  };
}
