import type {MailServer} from '../../config/gateway-config.js';

/** Where passwords come from. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Who signs in at a server of mail. */
export interface Credentials {
  readonly user: string;
  readonly password: string;
}

/**
 * Who signs in at this server; undefined where nobody does.
 * @throws Where the variable that the configuration names is not set: the mailbox could never be used.
 */
export const credentialsOf = ({user, passwordEnv}: MailServer, env: Environment): Credentials | undefined => {
  if (user === undefined) return undefined;
  const password = passwordEnv === undefined ? '' : env[passwordEnv];
  if (password === undefined)
    throw new Error(`The environment has no ${passwordEnv ?? ''}: the mailbox needs it.`);
  return {user, password};
};
