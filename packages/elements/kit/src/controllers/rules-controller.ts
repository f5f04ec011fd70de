import type {DeskState} from '@deskwire/domain';

import type {ControllerHost} from '../context/consume.js';
import {isSameList} from '../same-list.js';

import {StreamController} from './stream-controller.js';

/** What `permit` looks at beside a contact: who asks, what the backend can do, what admin allows, and the agent's state. */
export const selectRules = ({
  viewer,
  capabilities,
  tenant,
  profile,
  presence,
}: DeskState): readonly unknown[] => [...[viewer, capabilities, tenant, profile, presence.state]];

/** Wakes its host when what is allowed changes without the contact changing. */
export class RulesController extends StreamController<readonly unknown[]> {
  constructor(host: ControllerHost) {
    super(host, selectRules, isSameList);
  }
}
