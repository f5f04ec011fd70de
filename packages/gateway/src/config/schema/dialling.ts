import * as v from 'valibot';

import {TENANT_DEFAULTS as D} from '@deskwire/domain';
import {LIMITS} from '@deskwire/protocol';

import {about, flag, line, list, maybe, number, or, shownName, whole} from './basics.js';

const prefixes = (title: string, description: string) =>
  maybe(about(list(line(32), LIMITS.few), {title, description, examples: [['010', '+82']]}));

const dialPlanRule = v.strictObject({
  name: about(line(), {
    title: 'Name',
    description: 'Named to the agent whose number does not keep the rule.',
  }),
  minDigits: maybe(
    about(whole(1, 14), {title: 'Fewest digits', description: 'At least so many.', unit: 'digits'}),
  ),
  maxDigits: maybe(
    about(whole(1, 14), {title: 'Most digits', description: 'At most so many.', unit: 'digits'}),
  ),
  prefixes: prefixes('Prefixes', 'It must begin with one of these; absent: with anything.'),
  blockedPrefixes: prefixes('Blocked prefixes', 'It must begin with none of these.'),
});

const outdialSettings = v.strictObject({
  entryPointId: maybe(
    about(line(), {
      title: 'Entry point',
      description: 'A voice entry point: queue and data of a dialled call; absent: none.',
    }),
  ),
  anis: or(
    about(list(v.strictObject({number, name: shownName})), {
      title: 'ANIs',
      description: 'Numbers that the customer may see; agents choose by name.',
    }),
    D.outdial.anis,
  ),
  defaultAni: maybe(
    about(number, {
      title: 'Default ANI',
      description: 'One of anis: what the customer sees when the agent chose none.',
    }),
  ),
  availableAfter: or(
    flag(
      'Available afterwards',
      'After an outdial the agent is Available, even when they dialled from Idle.',
    ),
    D.outdial.availableAfter,
  ),
  dialPlan: or(
    about(list(dialPlanRule, LIMITS.few), {
      title: 'Dial plan',
      description: 'Every rule must hold for a number that an agent dials; the first that does not is named.',
    }),
    D.outdial.dialPlan,
  ),
});

const calls = (title: string, description: string) =>
  about(whole(0, 1_000_000), {title, description, unit: 'calls'});

/** Calls that agents make. */
export const outdial = or(
  about(outdialSettings, {title: 'Outdial', description: 'Calls that agents make.'}),
  {},
);

/** How many calls there may be. */
export const callLimits = or(
  about(
    v.strictObject({
      dataCentre: or(calls('Data centre', 'Reason 26 beyond it.'), D.callLimits.dataCentre),
      tenant: or(calls('Tenant', 'Reason 27 beyond it.'), D.callLimits.tenant),
    }),
    {title: 'Concurrent calls', description: 'At most so many at once.'},
  ),
  {},
);
