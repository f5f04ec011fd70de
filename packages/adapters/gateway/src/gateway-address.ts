/** The page's own address; undefined outside of pages. */
const pageAddress = (): string | undefined =>
  (globalThis as {readonly location?: {readonly href: string}}).location?.href;

/**
 * An address below the gateway's own.
 * @param url Of the gateway: absolute, or relative to the page; it may have a path, when a proxy puts it under one.
 * @param path Begins with a slash.
 */
export const addressBelow = (url: string, path: string): URL => {
  const base = new URL(url, pageAddress());
  base.search = '';
  base.hash = '';
  base.pathname = `${base.pathname.replace(/\/$/, '')}${path}`;
  return base;
};

const withProtocol = (address: URL, secure: string, plain: string): string => {
  const isSecure = address.protocol === 'https:' || address.protocol === 'wss:';
  address.protocol = isSecure ? secure : plain;
  return address.href;
};

/** The same for a WebSocket. */
export const socketAddress = (url: string, path: string): string =>
  withProtocol(addressBelow(url, path), 'wss:', 'ws:');

/** The same for a request. */
export const httpAddress = (url: string, path: string): string =>
  withProtocol(addressBelow(url, path), 'https:', 'http:');
