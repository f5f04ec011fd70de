/** Korean area and service codes: Seoul has one digit, 050x numbers have three, all others two. */
const KOREAN = /^(2|50\d|\d\d)(\d{3,4})(\d{4})$/;
/** Korean nationwide numbers such as 1588-0420, which have no area code. */
const NATIONWIDE = /^(1[5-8]\d\d)(\d{4})$/;
const NORTH_AMERICAN = /^(\d{3})(\d{3})(\d{4})$/;

const grouped = (digits: string, pattern: RegExp): string | undefined =>
  pattern.exec(digits)?.slice(1).join('-');

const international = (digits: string): string | undefined => {
  if (digits.startsWith('82')) {
    const rest = grouped(digits.slice(2), NATIONWIDE) ?? grouped(digits.slice(2), KOREAN);
    return rest && `+82 ${rest}`;
  }
  const rest = digits.startsWith('1') ? grouped(digits.slice(1), NORTH_AMERICAN) : undefined;
  return rest && `+1 ${rest}`;
};

const national = (digits: string): string | undefined => {
  if (!digits.startsWith('0')) return grouped(digits, NATIONWIDE);
  const rest = grouped(digits.slice(1), KOREAN);
  return rest && `0${rest}`;
};

/**
 * A number as people read it: Korean and North American ones in their groups, all others as they came. For display
 * only; what is dialled is never taken from here.
 */
export const phoneText = (number: string): string => {
  const afterPlus = /^\+(\d+)$/.exec(number)?.[1];
  const text = afterPlus === undefined ? national(number) : international(afterPlus);
  return text ?? number;
};
