import {
  checkNumber,
  checkOutdialNumber,
  createTenant,
  dialled,
  isSameNumber,
  losesLetters,
  type AddressBookEntry,
  type Campaign,
  type DialPlanRule,
  type EntryPoint,
  type NumberProblem,
} from '@deskwire/domain';
import type {CampaignContact} from '@deskwire/engine';

import type {Path, Report} from '../problem.js';
import type {Sound} from '../sound.js';

const REASONS: Readonly<Record<NumberProblem, string>> = {
  characters: 'has characters that cannot be dialled',
  'too-short': 'has fewer than 3 digits',
  'too-long': 'has more than 14 digits',
  plus: 'has a plus that no country code follows',
  us: 'begins with +1 and has no area code and 7 digits after it',
  idd: 'begins with an international prefix and has no country code and number after it',
};

/** Digits that the same line has however it is written. */
const TELLING = 7;
const tail = (number: string): string =>
  dialled(number)
    .replace(/\D/g, '')
    .replace(/^(?:011|0+)/, '')
    .slice(-TELLING);

/** Reports a number that cannot be dialled; says whether it can. */
const checkDialled = (report: Report, path: Path, number: string): boolean => {
  if (losesLetters(number)) {
    report.problem(path, 'has letters, which are not dialled', 'Write the digits alone.');
    return false;
  }
  const reason = checkNumber(dialled(number))?.params?.['reason'];
  if (reason === undefined) return true;
  report.problem(path, `cannot be dialled: it ${REASONS[reason as NumberProblem]}`, 'Correct the number.');
  return false;
};

/** Numbers by their last digits, so that a long list is compared with a few only. */
const ownNumbers = (sound: Sound): ((number: string) => boolean) => {
  const own = sound
    .each<EntryPoint>('tenant', 'entryPoints')
    .flatMap(({value: {channel, number}}) => (channel === 'voice' && number !== undefined ? [number] : []));
  const byTail = new Map(
    own.map((number) => [tail(number), own.filter((one) => tail(one) === tail(number))]),
  );
  return (number) => (byTail.get(tail(number)) ?? []).some((one) => isSameNumber(one, number));
};

const checkAnis = (sound: Sound, report: Report): void => {
  const anis = sound.each<{readonly number: string}>('tenant', 'outdial', 'anis');
  for (const {path, value} of anis) checkDialled(report, [...path, 'number'], value.number);
  const defaultAni = sound.at<string>('tenant', 'outdial', 'defaultAni');
  if (defaultAni !== undefined && !anis.some(({value}) => value.number === defaultAni))
    report.problem(
      ['tenant', 'outdial', 'defaultAni'],
      'is none of the anis',
      'Write it exactly as it stands there, or add it to them.',
    );
  for (const {path, value} of sound.each<Campaign>('tenant', 'campaigns'))
    if (value.ani !== undefined) checkDialled(report, [...path, 'ani'], value.ani);
};

const checkDialPlan = (sound: Sound, report: Report): void => {
  for (const {path, value} of sound.each<DialPlanRule>('tenant', 'outdial', 'dialPlan')) {
    const {minDigits = 0, maxDigits = Infinity} = value;
    if (minDigits > maxDigits)
      report.problem([...path, 'minDigits'], 'is more than maxDigits: no number keeps it', 'Exchange them.');
    for (const key of ['prefixes', 'blockedPrefixes'] as const) {
      for (const [at, prefix] of (value[key] ?? []).entries())
        if (dialled(prefix) === '')
          report.problem([...path, key, at], 'has nothing that can be dialled', 'Write digits or +.');
    }
  }
};

const checkLists = (sound: Sound, report: Report): void => {
  const isOwn = ownNumbers(sound);
  const dialPlan = sound.each<DialPlanRule>('tenant', 'outdial', 'dialPlan').map(({value}) => value);
  const plan = createTenant({id: '', name: '', outdial: {anis: [], availableAfter: false, dialPlan}});
  const check = (path: Path, number: string): boolean => {
    if (!checkDialled(report, path, number)) return false;
    if (!isOwn(number)) return true;
    report.problem(path, 'is the number of an entry point: it would lead back here', 'Take it out.');
    return false;
  };
  for (const list of ['numbers', 'numbersFile'])
    for (const {path, value} of sound.each<AddressBookEntry>(list)) check([...path, 'number'], value.number);
  for (const listPath of sound.places('contacts')) {
    for (const {path, value} of sound.each<CampaignContact>(...listPath)) {
      const here = [...path, 'number'];
      if (!check(here, value.number)) continue;
      const rule = checkOutdialNumber(dialled(value.number), plan)?.params?.['rule'];
      if (rule !== undefined)
        report.warning(here, `does not keep the dial plan's rule "${rule}"`, 'It cannot be called as it is.');
    }
  }
};

/** Every number must be one that can be dialled. */
export const checkNumbers = (sound: Sound, report: Report): void => {
  for (const {path, value} of sound.each<EntryPoint>('tenant', 'entryPoints'))
    if (value.number !== undefined) checkDialled(report, [...path, 'number'], value.number);
  checkAnis(sound, report);
  checkDialPlan(sound, report);
  checkLists(sound, report);
};
