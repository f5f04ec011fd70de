import type {Refusal} from '@deskwire/domain';

import type {Locale} from '../contexts.js';

import {fill} from './catalogue.js';
import type {RefusalArea} from './refusals/area.js';
import {commonRefusals} from './refusals/common.js';

/** Says a refusal in words. */
export type RefusalText = (locale: Locale, refusal: Refusal) => string;

/**
 * The words of some areas alone, for what can meet no other refusals and should stay small:
 * `const refusalText = refusalTextFrom(agentRefusals, contactRefusals)`. What is common is always there; a code that none of
 * them knows says that the server refused.
 */
export const refusalTextFrom = (...areas: readonly RefusalArea[]): RefusalText => {
  const all: readonly RefusalArea[] = [commonRefusals, ...areas];
  return (locale, {code, params}) => {
    const word = all.map((area) => area[locale][code]).find((found) => found !== undefined);
    return fill(locale, word ?? commonRefusals[locale].DW_SERVER_FAILED, params);
  };
};
