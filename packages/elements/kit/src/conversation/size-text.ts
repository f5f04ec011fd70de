import type {Locale} from '../contexts.js';
import {formatNumber} from '../words/catalogue.js';

const UNITS = ['KB', 'MB', 'GB'] as const;

/** The size of a file as people read it: `384 KB`, `1.2 MB`. Units of 1,000, as the limits are. @param bytes Not negative. */
export const sizeText = (locale: Locale, bytes: number): string => {
  const power = UNITS.findLastIndex((_, index) => bytes >= 1_000 ** (index + 1) * 0.9995);
  const unit = Math.max(0, power);
  const value = bytes / 1_000 ** (unit + 1);
  const rounded = unit === 0 ? Math.max(bytes === 0 ? 0 : 1, Math.round(value)) : Math.round(value * 10) / 10;
  return `${formatNumber(locale, rounded)} ${UNITS[unit] ?? 'KB'}`;
};
