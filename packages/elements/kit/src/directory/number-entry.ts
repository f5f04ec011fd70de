import {dialled, losesLetters, type Refusal} from '@deskwire/domain';

/** What a text in the field for numbers stands for. */
export interface NumberEntry {
  /** What would be dialled (XFER-5). */
  readonly number: string;
  /** Letters were dropped on the way, as in 1-800-FLOWERS. */
  readonly losesLetters: boolean;
  /** Why it cannot be dialled as it stands. */
  readonly refusal?: Refusal;
  /** Typing on cannot mend it: worth saying at once. */
  readonly isBeyondRepair: boolean;
}

const HOPELESS: readonly unknown[] = ['too-long', 'plus', 'characters'];

/** Half a number is too short for every rule, and begins like none. */
const isBeyondRepair = ({code, params}: Refusal, number: string): boolean => {
  if (code === 'DW_NUMBER_EXTENSION') return false;
  const isAboutForm = code === 'DW_NUMBER_INVALID' || code === 'DW_NUMBER_DIAL_PLAN';
  return !isAboutForm || (HOPELESS.includes(params?.['reason']) && number.length > 1);
};

/**
 * Reads what was typed or pasted as a number.
 * @param check Says why a number cannot be dialled.
 * @returns Undefined where there is nothing in it that could be dialled: a name, or nothing yet.
 */
export const readNumber = (
  text: string,
  check: (number: string) => Refusal | undefined,
): NumberEntry | undefined => {
  const number = dialled(text);
  if (!/[\d+#*]/.test(number)) return undefined;
  const refusal = check(number);
  return {
    number,
    losesLetters: losesLetters(text),
    ...(refusal ? {refusal} : {}),
    isBeyondRepair: refusal !== undefined && isBeyondRepair(refusal, number),
  };
};
