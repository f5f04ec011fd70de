// Compiled, never run: the types made for React and Vue take what is right, and nothing else.
import type {GlobalComponents} from 'vue';
import type {} from '@deskwire/desk/react';
import type {} from '@deskwire/desk/vue';
import type {} from '@deskwire/outdial/react';
import type {} from '@deskwire/outdial/vue';
import type {} from '@deskwire/wrap-up/react';
import type {} from '@deskwire/wrap-up/vue';
import type {WrapUpDetail} from '@deskwire/wrap-up';

const keep = (detail: WrapUpDetail): unknown => detail;

export const right = (
  <dw-desk
    scope="page"
    hidden
    ref={(desk) => desk?.reconnect()}
    ondw-interaction-arrived={({detail}) => detail.customer.name}
    ondw-wrap-up-done={({detail, currentTarget}) => currentTarget.stream && keep(detail)}
  >
    <dw-outdial telLinks="call" ref={(outdial) => void outdial?.dial('02')} />
    <dw-wrap-up interactionId="some" ondw-wrap-up-request={(event) => event.preventDefault()} />
  </dw-desk>
);

// TypeScript takes any unknown attribute with a hyphen in its name: another element's events are not refused.
export const wrong = [
  // @ts-expect-error: no such scope
  <dw-desk key="1" scope="everywhere" />,
  // @ts-expect-error: read only
  <dw-desk key="2" stream={undefined} />,
  // @ts-expect-error: no such property
  <dw-outdial key="3" number="02" />,
  // @ts-expect-error: no such thing in its detail
  <dw-wrap-up key="4" ondw-wrap-up-done={({detail}) => detail.customer} />,
];

type Props<Tag extends keyof GlobalComponents> = InstanceType<GlobalComponents[Tag]>['$props'];
type Emit<Tag extends keyof GlobalComponents> = InstanceType<GlobalComponents[Tag]>['$emit'];

export const outdial: Props<'dw-outdial'> = {telLinks: 'ask', hideButton: true, hidden: true};
// @ts-expect-error: no such way
export const noOutdial: Props<'dw-outdial'> = {telLinks: 'sometimes'};
// @ts-expect-error: read only
export const noDesk: Props<'dw-desk'> = {stream: undefined};

export const heard = (
  wrapUp: Emit<'dw-wrap-up'>,
  desk: Emit<'dw-desk'>,
  done: HTMLElementEventMap['dw-wrap-up-done'],
) => {
  wrapUp('dw-wrap-up-done', done);
  desk('dw-wrap-up-done', done);
  // @ts-expect-error: not this element's
  wrapUp('dw-outdial-done', done);
};
