/** How the content of a file is told, by what its name ends in. */
export type Kind = {readonly type: string} & (
  | {readonly by: 'text'}
  /** By its first bytes: one of the endings that file-type gives. */
  | {readonly by: 'magic'; readonly magic: readonly string[]}
  /** A zip archive with Office Open XML in it whose main part is of this content type; encrypted, a compound file. */
  | {readonly by: 'ooxml'; readonly main: string; readonly macros: boolean}
  /** A zip archive that says first what it is: OpenDocument, Hangul. */
  | {readonly by: 'named-zip'}
  | {readonly by: 'zip-part'; readonly part: RegExp}
  /** A compound file with one of these streams. */
  | {readonly by: 'compound'; readonly streams: readonly string[]}
);

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const SHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const SLIDES = 'application/vnd.openxmlformats-officedocument.presentationml';
const ODF = 'application/vnd.oasis.opendocument';

type Table = Readonly<Record<string, Kind>>;

const all = <K>(endings: string, kind: K): Readonly<Record<string, K>> =>
  Object.fromEntries(endings.split(' ').map((ending) => [ending, kind]));

const text = (endings: string, type: string): Table => all(endings, {by: 'text', type});

/** A document of today's Office: what its main part is called follows from its media type. */
const ooxml = (ending: string, type: string): Table => ({
  [ending]: {by: 'ooxml', type, main: `${type}.main+xml`, macros: false},
});

const macro = (ending: string, type: string, main = `${type}.main+xml`): Table => ({
  [ending]: {by: 'ooxml', type: `${type}.12`, main, macros: true},
});

const compound = (endings: string, type: string, ...streams: readonly string[]): Table =>
  all(endings, {by: 'compound', type, streams});

const magic = (endings: string, type: string, ...kinds: readonly string[]): Table =>
  all(endings, {by: 'magic', type, magic: kinds.length ? kinds : [endings.slice(1)]});

const OFFICE: Table = {
  ...ooxml('.docx', `${WORD}.document`),
  ...ooxml('.dotx', `${WORD}.template`),
  ...ooxml('.xlsx', `${SHEET}.sheet`),
  ...ooxml('.xltx', `${SHEET}.template`),
  ...ooxml('.pptx', `${SLIDES}.presentation`),
  ...ooxml('.potx', `${SLIDES}.template`),
  ...ooxml('.ppsx', `${SLIDES}.slideshow`),
  ...macro('.docm', 'application/vnd.ms-word.document.macroEnabled'),
  ...macro(
    '.dotm',
    'application/vnd.ms-word.template.macroEnabled',
    'application/vnd.ms-word.template.macroEnabledTemplate.main+xml',
  ),
  ...macro('.xlsm', 'application/vnd.ms-excel.sheet.macroEnabled'),
  ...macro('.xltm', 'application/vnd.ms-excel.template.macroEnabled'),
  ...macro('.xlam', 'application/vnd.ms-excel.addin.macroEnabled'),
  ...macro(
    '.xlsb',
    'application/vnd.ms-excel.sheet.binary.macroEnabled',
    'application/vnd.ms-excel.sheet.binary.macroEnabled.main',
  ),
  ...macro('.pptm', 'application/vnd.ms-powerpoint.presentation.macroEnabled'),
  ...macro('.potm', 'application/vnd.ms-powerpoint.template.macroEnabled'),
  ...macro('.ppsm', 'application/vnd.ms-powerpoint.slideshow.macroEnabled'),
  ...macro('.ppam', 'application/vnd.ms-powerpoint.addin.macroEnabled'),
};

const OPEN_DOCUMENT: Table = {
  '.odt': {by: 'named-zip', type: `${ODF}.text`},
  '.ott': {by: 'named-zip', type: `${ODF}.text-template`},
  '.ods': {by: 'named-zip', type: `${ODF}.spreadsheet`},
  '.odp': {by: 'named-zip', type: `${ODF}.presentation`},
  '.odg': {by: 'named-zip', type: `${ODF}.graphics`},
  '.hwpx': {by: 'named-zip', type: 'application/hwp+zip'},
};

const OLDER: Table = {
  ...compound('.doc .dot', 'application/msword', 'WordDocument'),
  ...compound('.xls .xlt .xla', 'application/vnd.ms-excel', 'Workbook', 'Book'),
  ...compound('.ppt .pps .pot', 'application/vnd.ms-powerpoint', 'PowerPoint Document'),
  ...compound('.msg', 'application/vnd.ms-outlook', '__properties_version1.0'),
  ...compound('.pub', 'application/vnd.ms-publisher', 'Quill', 'Contents'),
  ...compound('.hwp', 'application/x-hwp', 'DocInfo'),
};

const TEXTS: Table = {
  ...text('.txt .text .log .md', 'text/plain'),
  ...text('.csv', 'text/csv'),
  ...text('.json', 'application/json'),
  ...text('.ics', 'text/calendar'),
  ...text('.vcf', 'text/vcard'),
  ...text('.html .htm .shtml', 'text/html'),
  ...text('.dothtml .pothtml .ppthtml .pptmhtml .pubhtml .pubmhtml .xlshtml .xlthtml', 'text/html'),
  ...text('.xhtml', 'application/xhtml+xml'),
  ...text('.xml .pptxml', 'application/xml'),
  ...text('.svg', 'image/svg+xml'),
  ...text('.mht .mhtml', 'multipart/related'),
  ...text('.eml', 'message/rfc822'),
};

const MEDIA: Table = {
  ...magic('.pdf', 'application/pdf'),
  ...magic('.rtf', 'application/rtf'),
  ...magic('.png', 'image/png', 'png', 'apng'),
  ...magic('.jpg .jpeg', 'image/jpeg', 'jpg'),
  ...magic('.gif', 'image/gif'),
  ...magic('.webp', 'image/webp'),
  ...magic('.bmp', 'image/bmp'),
  ...magic('.tif .tiff', 'image/tiff', 'tif'),
  ...magic('.heic .heif', 'image/heic', 'heic'),
  ...magic('.avif', 'image/avif'),
  ...magic('.mp3', 'audio/mpeg'),
  ...magic('.m4a', 'audio/mp4', 'm4a', 'mp4'),
  ...magic('.wav', 'audio/wav'),
  ...magic('.ogg .oga .opus', 'audio/ogg', 'ogg', 'oga', 'opus'),
  ...magic('.mp4 .m4v', 'video/mp4', 'mp4', 'm4v'),
  ...magic('.mov', 'video/quicktime'),
  ...magic('.webm', 'video/webm'),
  '.zip': {by: 'zip-part', type: 'application/zip', part: /^/},
  '.xps': {
    by: 'zip-part',
    type: 'application/vnd.ms-xpsdocument',
    part: /(^|\/)FixedDocumentSequence\.fdseq$/i,
  },
  '.pdfxml': {by: 'zip-part', type: 'application/vnd.adobe.pdfxml', part: /^mimetype$|(^|\/)backbone\.xml$/},
};

const KINDS: ReadonlyMap<string, Kind> = new Map(
  [OFFICE, OPEN_DOCUMENT, OLDER, TEXTS, MEDIA].flatMap((table) => Object.entries(table)),
);

/** What a file whose name ends like this must be; undefined where that cannot be told. */
export const kindOf = (ending: string): Kind | undefined => KINDS.get(ending);

/** The media type of a file that is what its name says. */
export const typeOf = (ending: string): string => kindOf(ending)?.type ?? 'application/octet-stream';

/** Pages and drawings can hold script: whatever opens them must not take them for its own. */
const ACTIVE: ReadonlySet<string> = new Set([
  'text/html',
  'application/xhtml+xml',
  'application/xml',
  'image/svg+xml',
  'multipart/related',
]);

/** The type under which bytes are given out: what could run in a page is bytes and nothing more. */
export const servedType = (type: string): string => (ACTIVE.has(type) ? 'application/octet-stream' : type);
