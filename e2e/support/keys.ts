import {expect, type Locator} from '@playwright/test';

/** More steps than any page of the desk has places to stop at. */
const MAX_STEPS = 80;

const isFocused = (place: Locator): Promise<boolean> =>
  place.evaluate((element) => element.matches(':focus'));

/** Goes to a control with Tab alone, as somebody without a pointer does. */
export const tabTo = async (place: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> => {
  await expect(place).toBeVisible();
  for (let step = 0; step < MAX_STEPS; step += 1) {
    if (await isFocused(place)) return;
    await place.page().keyboard.press(key);
  }
  await expect(place, `reached with ${key}`).toBeFocused();
};

/** Goes to a control and presses it with a key. */
export const pressByKey = async (place: Locator, key: 'Enter' | 'Space' = 'Enter'): Promise<void> => {
  await tabTo(place);
  await place.page().keyboard.press(key);
};
