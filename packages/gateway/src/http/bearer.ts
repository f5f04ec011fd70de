import {RefusedError} from '../refused.js';

/**
 * The token of an Authorization header.
 * @throws {RefusedError} DW_AUTH_MISSING
 */
export const bearerToken = (authorization: string | undefined): string => {
  const [, token] = /^Bearer +(\S+)$/i.exec(authorization ?? '') ?? [];
  if (token === undefined) throw new RefusedError('DW_AUTH_MISSING');
  return token;
};
