const CSP = (host: string, isSecure: boolean): string =>
  [
    `default-src 'none'`,
    `script-src 'self'`,
    `style-src 'self'`,
    // The frame that shows a mail fetches no image until the agent wants it; then it must be able to.
    `img-src 'self' data: blob: https: http:`,
    `font-src 'self'`,
    // Not every browser counts the socket among 'self'.
    `connect-src 'self' ${isSecure ? 'wss' : 'ws'}://${host}`,
    `media-src 'self' blob:`,
    `base-uri 'none'`,
    `form-action 'self'`,
    `frame-ancestors 'none'`,
    `require-trusted-types-for 'script'`,
    `trusted-types lit-html dompurify 'allow-duplicates'`,
  ].join('; ');

/** The headers of every answer. `host` was checked before: it stands in a header. */
export const securityHeaders = (host: string, isSecure: boolean): Readonly<Record<string, string>> => ({
  'content-security-policy': CSP(host, isSecure),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
});
