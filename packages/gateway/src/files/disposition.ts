const ATTR_CHAR = /[^A-Za-z0-9!#$&+.^_`|~-]/g;

const percent = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (unit) => `%${unit.charCodeAt(0).toString(16).toUpperCase()}`);

/**
 * Makes a browser keep what it gets instead of showing it, under this name: RFC 6266, with RFC 8187 for every letter there
 * is, and something readable for what knows only the old way.
 */
export const contentDisposition = (name: string): string =>
  `attachment; filename="${name.replace(ATTR_CHAR, '_')}"; filename*=UTF-8''${percent(name)}`;
