/** A prefix, and the groups after it. Korean nationwide numbers (1588-0420) have no area code; Seoul's has one digit. */
const FORMS: readonly RegExp[] = [
  /^(\+82|)(1[5-8]\d\d)(\d{4})$/,
  /^(\+82|0)(2|50\d|\d\d)(\d{3,4})(\d{4})$/,
  /^(\+1)(\d{3})(\d{3})(\d{4})$/,
];

/**
 * A number as people read it: Korean and North American ones in their groups, all others as they came. For display
 * only; what is dialled is never taken from here.
 */
export const phoneText = (number: string): string => {
  for (const form of FORMS) {
    const [, prefix = '', ...groups] = form.exec(number) ?? [];
    if (groups.length > 0) return prefix + (prefix.startsWith('+') ? ' ' : '') + groups.join('-');
  }
  return number;
};
