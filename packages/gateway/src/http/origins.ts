/** From where the gateway lets itself be used. */
export interface OriginPolicy {
  /** Other origins whose pages may use this gateway, e.g. `https://crm.example`. */
  readonly origins: readonly string[];
  /**
   * Names under which the gateway may be addressed; empty: any. On loopback it is the loopback names: a foreign name
   * that resolves to this machine (DNS rebinding) would otherwise make a foreign page same-origin.
   */
  readonly hosts: readonly string[];
}

/** What a request says about itself. */
export interface Provenance {
  readonly host: string | undefined;
  readonly origin: string | undefined;
  readonly isSecure: boolean;
}

/** Names of this machine to itself. */
export const LOOPBACK_HOSTS: readonly string[] = ['localhost', '127.0.0.1', '[::1]'];

const hostName = (host: string): string => host.replace(/:\d+$/, '').toLowerCase();

/** Whether a Host header names this gateway. */
export const isOwnHost = ({hosts}: OriginPolicy, host: string | undefined): boolean => {
  if (host === undefined || !/^[\w.:[\]-]+$/.test(host)) return false;
  return hosts.length === 0 || hosts.includes(hostName(host));
};

/**
 * Whether a request may be taken. Browsers name the origin on every POST and every socket; a request without one comes
 * from a program, which could name any. Nothing is given for an address or a cookie here, only for a token or a
 * password, so that a program gains nothing by it.
 */
export const isAllowed = (policy: OriginPolicy, {host, origin, isSecure}: Provenance): boolean => {
  if (!isOwnHost(policy, host)) return false;
  if (origin === undefined) return true;
  return origin === `${isSecure ? 'https' : 'http'}://${host}` || policy.origins.includes(origin);
};
