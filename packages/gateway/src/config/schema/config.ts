import * as v from 'valibot';

import {createProfile, PERMISSIONS} from '@deskwire/domain';
import {LIMITS} from '@deskwire/protocol';

import {about, id, label, line, list, maybe, or, perChannel, shownName, whole} from './basics.js';
import {addressBookEntry, campaignContact} from './data.js';
import {mailSchema} from './mail.js';
import {tenantSchema} from './tenant.js';

const NOBODY = createProfile({id: '', name: ''});

const atOnce = (value: number) =>
  or(about(whole(0, 100), {title: 'At once', description: 'Wrap-up included.', unit: 'contacts'}), value);

/** One agent. Only id and name must be there. */
export const agentSchema = v.strictObject({
  id,
  name: shownName,
  team: or(v.strictObject({id, name: shownName}), NOBODY.team),
  station: maybe(
    about(
      v.strictObject({
        kind: about(v.picklist(['desk-phone', 'browser-phone']), {
          title: 'Kind',
          description: 'A phone on the desk, or the browser.',
        }),
        dn: about(line(64), {
          title: 'Dial number',
          description: "The station's own number.",
          examples: ['7001'],
        }),
      }),
      {title: 'Station', description: 'Where the voice of this agent is; absent: the browser, under the id.'},
    ),
  ),
  capacity: or(
    about(
      perChannel(
        atOnce(NOBODY.capacity.voice),
        atOnce(NOBODY.capacity.chat),
        atOnce(NOBODY.capacity.social),
        atOnce(NOBODY.capacity.email),
      ),
      {title: 'Capacity', description: 'Contacts of one channel at once.'},
    ),
    {},
  ),
  blending: or(
    about(v.picklist(['blended', 'exclusive']), {
      title: 'Blending',
      description: 'exclusive: while on a call nothing else is offered, and the other way round.',
    }),
    NOBODY.blending,
  ),
  permissions: or(
    about(list(v.picklist(PERMISSIONS)), {title: 'Permissions', description: 'What this agent may do.'}),
    NOBODY.permissions,
  ),
  queueIds: or(
    about(list(line()), {title: 'Queues', description: 'Ids of the queues that this agent serves.'}),
    [],
  ),
});

const assistant = v.strictObject({
  name: label,
  greeting: about(label, {title: 'Greeting', description: 'Said first.'}),
  handover: about(label, {title: 'Handover', description: 'Said before an agent comes.'}),
});

/** A contact centre as one file says it. */
export const configSchema = about(
  v.strictObject({
    $schema: maybe(
      about(v.string(), {title: 'Schema', description: 'For editors; the gateway does not read it.'}),
    ),
    tenant: about(tenantSchema, {title: 'Tenant', description: 'What holds for the whole contact centre.'}),
    agents: about(list(agentSchema), {
      title: 'Agents',
      description: 'Who works here. Passwords are kept apart.',
    }),
    numbers: or(
      about(list(addressBookEntry, LIMITS.rows), {
        title: 'Address book',
        description: 'Numbers that agents find by name.',
      }),
      [],
    ),
    numbersFile: maybe(
      about(line(1_024), {
        title: 'File of the address book',
        description:
          'A long address book in a file of its own, beside this one: .csv with the columns name and number, or .json ' +
          'with a list of {"name", "number"}. Its rows come after those of numbers.',
        examples: ['numbers.csv'],
      }),
    ),
    mail: or(
      about(mailSchema, {title: 'Mail', description: 'Where mail comes from, and where it goes.'}),
      {},
    ),
    assistants: or(
      about(v.record(line(), assistant), {
        title: 'Virtual assistants',
        description: 'By id of a chat entry point: what is said before an agent comes.',
      }),
      {},
    ),
    contacts: or(
      about(v.record(line(), list(campaignContact, LIMITS.rows)), {
        title: 'Contact lists',
        description: 'By id of a campaign, in the order in which they are called.',
      }),
      {},
    ),
  }),
  {
    title: 'Deskwire contact centre',
    description: 'One contact centre: tenant, agents, address book, mail, assistants and campaign lists.',
  },
);
