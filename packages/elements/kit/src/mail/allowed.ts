// What of a mail's HTML is kept. Elements that are not here lose their tags and keep what is in them, but for DROPPED.

/** Elements that may stand in a mail that is shown. */
export const ELEMENTS: ReadonlySet<string> = new Set(
  `a abbr acronym address area article aside b bdi bdo big blockquote body br caption center cite code col
  colgroup dd del details dfn dir div dl dt em figcaption figure font footer h1 h2 h3 h4 h5 h6 head header hgroup hr
  html i img ins kbd li main map mark nav nobr ol p pre q rp rt ruby s samp section small span strike strong sub summary
  sup table tbody td tfoot th thead time tr tt u ul var wbr`.split(/\s+/),
);

/** Elements that go with everything in them. Their tags are left for the sanitiser, which knows where they end. */
export const DROPPED: ReadonlySet<string> = new Set(['svg', 'template']);

/** Where a `style` attribute is kept, to be applied through the CSSOM. */
export const STYLE = 'data-dw-style';
/** Where the address of a remote image is kept. */
export const REMOTE = 'data-dw-src';
/** Where the Content-ID of an inline image is kept. */
export const CID = 'data-cid';
/** Where the address of a background image is kept, remote (`http…`) or inline (`cid:…`). */
export const BACKGROUND = 'data-dw-background';

/** Attributes of our own. A mail may have them: they are judged like those that they stand for. */
export const OURS: ReadonlySet<string> = new Set([STYLE, REMOTE, CID, BACKGROUND]);

/** Attributes that may stand on any of the elements. The style is called otherwise, so that no policy of the page is asked. */
export const ATTRIBUTES: readonly string[] = [
  ...OURS,
  ...`abbr align alt background bgcolor border cellpadding cellspacing char charoff class clear color colspan compact
  coords datetime dir face frame headers height href hspace id lang link name noshade nowrap open reversed
  role rowspan rules scope shape size span src srcset start summary text title type usemap valign value vlink vspace
  width`.split(/\s+/),
];
