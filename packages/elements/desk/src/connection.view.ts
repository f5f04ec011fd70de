import type {Refusal} from '@deskwire/domain';
import type {ConnectionStatus} from '@deskwire/stream';

/** What the banner says; nothing while all is well. */
export type Banner =
  | {readonly kind: 'none'}
  /** Reconnecting by itself; can be hurried. */
  | {readonly kind: 'lost'; readonly since: number}
  /** Connected again, the missed facts are on their way. */
  | {readonly kind: 'resyncing'}
  /** Over. `canConnect`: trying again may help. */
  | {
      readonly kind: 'closed';
      readonly refusal: Refusal;
      readonly canConnect: boolean;
    };

const NONE: Banner = {kind: 'none'};

const needsSignIn = (code: string): boolean => code.startsWith('DW_AUTH_') || code === 'DW_WIRE_VERSION';

/** The banner for a connection. @param wasLive Whether it has ever been live: a first connection is no interruption. */
export const bannerOf = (status: ConnectionStatus | undefined, wasLive: boolean): Banner => {
  switch (status?.state) {
    case 'lost':
      return {kind: 'lost', since: status.since};
    case 'resyncing':
      return wasLive ? {kind: 'resyncing'} : NONE;
    case 'closed':
      return status.loss
        ? {
            kind: 'closed',
            refusal: status.loss.refusal,
            canConnect: !needsSignIn(status.loss.refusal.code),
          }
        : NONE;
    default:
      return NONE;
  }
};
