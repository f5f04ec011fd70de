import type {RefusalCode} from '@deskwire/domain';

import type {Locale} from '../../contexts.js';

/** The words of some refusals, in both languages. */
export type RefusalArea = Readonly<Record<Locale, Readonly<Partial<Record<RefusalCode, string>>>>>;
