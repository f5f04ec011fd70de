import type {Refusal} from '@deskwire/domain';

/** A request that the gateway refused, or that did not reach it. The message is for developers, `refusal` for people. */
export class GatewayError extends Error {
  override readonly name = 'GatewayError';
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}
