import {checkNumber, dialled} from '@deskwire/domain';
import type {CampaignContact, CentreConfig} from './centre.js';

/** What became of a contact that was taken off a campaign's list; one that was given back is free again. */
export interface ContactMark {
  readonly state: 'with-somebody' | 'done' | 'free';
}

const marks = {
  'with-somebody': {state: 'with-somebody'},
  done: {state: 'done'},
  free: {state: 'free'},
} as const satisfies Record<ContactMark['state'], ContactMark>;

/** The mark of that name; always the same object. */
export const markOf = (state: ContactMark['state']): ContactMark => marks[state];

/** Which contacts were taken off the lists, and where each list begins for whoever asks next. */
export interface ContactLists {
  /** By {@link contactKey}. A contact without a mark is free. */
  readonly marks: ReadonlyMap<string, ContactMark>;
  /** Per campaign, the place of the first contact that is free; the length of the list where none is. */
  readonly fronts: ReadonlyMap<string, number>;
}

/** How a contact is named in `CentreConfig.contactsDone` and here. */
export const contactKey = (campaignId: string, contactId: string): string => `${campaignId}\n${contactId}`;

const contactsOf = ({contacts = {}}: CentreConfig, campaignId: string): readonly CampaignContact[] =>
  (Object.hasOwn(contacts, campaignId) ? contacts[campaignId] : undefined) ?? [];

const isFree = (lists: Pick<ContactLists, 'marks'>, campaignId: string, {id}: CampaignContact): boolean =>
  (lists.marks.get(contactKey(campaignId, id))?.state ?? 'free') === 'free';

/** The place of the first free contact, at or behind another place. */
export const frontFrom = (
  config: CentreConfig,
  lists: Pick<ContactLists, 'marks'>,
  campaignId: string,
  from: number,
): number => {
  const contacts = contactsOf(config, campaignId);
  let front = from;
  for (let one = contacts[front]; one && !isFree(lists, campaignId, one); one = contacts[front]) front += 1;
  return front;
};

/** Where a contact that is free again stands in its list. */
export const placeOf = (config: CentreConfig, campaignId: string, contactId: string): number => {
  const contacts = contactsOf(config, campaignId);
  const place = contacts.findIndex(({id}) => id === contactId);
  return place < 0 ? contacts.length : place;
};

/** The contact that whoever asks next is given; undefined where the list is done. */
export const nextContact = (
  config: CentreConfig,
  {fronts}: ContactLists,
  campaignId: string,
): CampaignContact | undefined => contactsOf(config, campaignId)[fronts.get(campaignId) ?? 0];

/** The lists at the opening: without what was done before, and without numbers that nobody could dial. */
export const openLists = (config: CentreConfig): ContactLists => {
  const {contacts = {}, contactsDone = []} = config;
  const found = new Map<string, ContactMark>();
  for (const key of contactsDone) found.set(key, marks.done);
  for (const [campaignId, list] of Object.entries(contacts)) {
    for (const {id, number} of list) {
      if (checkNumber(dialled(number))) found.set(contactKey(campaignId, id), marks.done);
    }
  }
  const lists = {marks: found};
  const fronts = Object.keys(contacts).map((id) => [id, frontFrom(config, lists, id, 0)] as const);
  return {...lists, fronts: new Map(fronts)};
};
