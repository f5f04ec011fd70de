import type {TenantConfig} from '@deskwire/domain';

import type {Locale} from '../contexts.js';
import type {ListItem} from '../primitives/search-list.items.js';
import {phoneText} from '../words/phone.js';

/** A number that a customer may see when they are called. */
export type Ani = TenantConfig['outdial']['anis'][number];

/** The value of "none": the tenant's default is used. */
export const NO_ANI = '';

/** Keeps a number together and its plus in front where the writing runs from right to left. */
const apart = (number: string): string => `\u2066${phoneText(number)}\u2069`;

/** The list to choose an ANI from, by name as the language sorts (OUT-5); none comes first. Numbers are found as dialled. */
export const aniItems = (
  anis: readonly Ani[],
  none: {readonly text: string; readonly number?: string | undefined},
  locale: Locale,
): readonly ListItem[] => {
  const {compare} = new Intl.Collator(locale, {numeric: true});
  const sorted = [...anis].sort((a, b) => compare(a.name, b.name) || compare(a.number, b.number));
  return [
    {value: NO_ANI, text: none.text, ...(none.number && {detail: apart(none.number)})},
    ...sorted.map(({number, name}) => ({
      value: number,
      text: name,
      detail: apart(number),
      keywords: number,
    })),
  ];
};

/** The ANI that is chosen, while it is still there to be chosen. */
export const aniOf = (anis: readonly Ani[], number: string | undefined): Ani | undefined =>
  anis.find((one) => one.number === number);
