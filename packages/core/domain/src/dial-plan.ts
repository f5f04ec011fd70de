import type {DialPlanRule, TenantConfig} from './config.js';
import {checkNumber, dialled, isSameNumber} from './number.js';
import {refuse, type Refusal} from './refusal.js';

/** Fewer digits are an extension of some house, or a short code of some country: neither is dialled out to (OUT-4). */
export const OUTDIAL_MIN_DIGITS = 7;

const digitsOf = (number: string): number => number.replace(/\D/g, '').length;

const startsWithOneOf = (number: string, prefixes: readonly string[]): boolean =>
  prefixes.some((prefix) => number.startsWith(dialled(prefix)));

/** What a rule says against a number; undefined where it holds. */
const problemOf = (
  {minDigits = 0, maxDigits = Infinity, prefixes, blockedPrefixes = []}: DialPlanRule,
  number: string,
): 'too-short' | 'too-long' | 'prefix' | undefined => {
  const digits = digitsOf(number);
  if (digits < minDigits) return 'too-short';
  if (digits > maxDigits) return 'too-long';
  const isAllowed = prefixes === undefined || startsWithOneOf(number, prefixes);
  return isAllowed && !startsWithOneOf(number, blockedPrefixes) ? undefined : 'prefix';
};

/** The first rule that does not hold is named. */
const checkDialPlan = (number: string, rules: readonly DialPlanRule[]): Refusal | undefined => {
  for (const rule of rules) {
    const reason = problemOf(rule, number);
    if (!reason) continue;
    const {name, minDigits: min = 0, maxDigits: max = 0} = rule;
    return refuse('DW_NUMBER_DIAL_PLAN', {rule: name, reason, min, max});
  }
  return undefined;
};

/** A number of this contact centre's own: dialling it would lead back into it (XFER-7). */
export const isOwnNumber = ({entryPoints}: TenantConfig, number: string): boolean =>
  entryPoints.some((one) => one.channel === 'voice' && isSameNumber(one.number ?? '', number));

/**
 * Checks what an agent wants to dial: its form, that it is no entry point and no extension, and every rule of the dial
 * plan in order.
 * @param number As `dialled` made it.
 * @returns DW_NUMBER_DIAL_PLAN names the rule, says why (`too-short`, `too-long`, `prefix`) and its limits.
 */
export const checkOutdialNumber = (number: string, tenant: TenantConfig): Refusal | undefined => {
  const wrong = checkNumber(number);
  if (wrong) return wrong;
  if (isOwnNumber(tenant, number)) return refuse('DW_NUMBER_ENTRY_POINT');
  return digitsOf(number) < OUTDIAL_MIN_DIGITS
    ? refuse('DW_NUMBER_EXTENSION', {min: OUTDIAL_MIN_DIGITS})
    : checkDialPlan(number, tenant.outdial.dialPlan);
};
