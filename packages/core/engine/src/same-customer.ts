import {isSameNumber, numberKey, type Customer} from '@deskwire/domain';

const emailOf = ({email}: Customer): string | undefined => email?.trim().toLowerCase() || undefined;

/**
 * What a customer can be looked up by in an index of past contacts: everybody who is the same customer shares a key. Who
 * shares one is not yet the same customer: ask {@link isSameCustomer}.
 */
export const customerKeys = (customer: Customer): readonly string[] => {
  const number = numberKey(customer.number ?? '');
  const email = emailOf(customer);
  return [
    ...(customer.id ? [`id ${customer.id}`] : []),
    ...(number === undefined ? [] : [`number ${number}`]),
    ...(email === undefined ? [] : [`email ${email}`]),
  ];
};

/**
 * Whether two contacts are of one customer. Ids decide where both have one, so that a shared phone does not make two
 * customers one; else the same line or the same mail address does.
 */
export const isSameCustomer = (a: Customer, b: Customer): boolean => {
  if (a.id && b.id) return a.id === b.id;
  if (a.number && b.number && isSameNumber(a.number, b.number)) return true;
  const email = emailOf(a);
  return email !== undefined && email === emailOf(b);
};
