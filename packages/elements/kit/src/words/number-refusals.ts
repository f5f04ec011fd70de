import {NUMBER_PROBLEMS, type NumberProblem, type Refusal} from '@deskwire/domain';

import type {Locale} from '../contexts.js';

import {fill} from './catalogue.js';
import {dialRefusals} from './refusals/dial.js';
import {targetRefusals} from './refusals/target.js';
import {refusalTextFrom} from './refusal-text.js';

type Words<K extends string> = Readonly<Record<Locale, Readonly<Record<K, string>>>>;

const words: Words<NumberProblem> = {
  en: {
    characters: 'Only digits and + # * : can be dialled.',
    'too-short': 'A number needs at least {min} digits.',
    'too-long': 'A number can have at most {max} digits.',
    plus: 'A plus stands at the beginning only, before the country code.',
    us: 'A US number needs 7 digits after the area code.',
    idd: 'After the international prefix come a country code and a number.',
  },
  ko: {
    characters: '숫자와 + # * : 만 걸 수 있습니다.',
    'too-short': '번호는 {min}자리 이상이어야 합니다.',
    'too-long': '번호는 최대 {max}자리까지 입력할 수 있습니다.',
    plus: '+ 기호는 맨 앞, 국가 번호 앞에만 쓸 수 있습니다.',
    us: '미국 번호는 지역 번호 뒤에 7자리가 필요합니다.',
    idd: '국제 전화 번호 뒤에는 국가 번호와 전화번호가 필요합니다.',
  },
};

/** What a rule of the dial plan says against a number; each names the rule. */
const planWords: Words<'too-short' | 'too-long' | 'prefix'> = {
  en: {
    'too-short': 'The dial plan ({rule}) wants at least {min} digits.',
    'too-long': 'The dial plan ({rule}) allows at most {max} digits.',
    prefix: 'The dial plan ({rule}) does not allow numbers that begin like this.',
  },
  ko: {
    'too-short': '다이얼 플랜({rule})에 따라 {min}자리 이상이어야 합니다.',
    'too-long': '다이얼 플랜({rule})에 따라 최대 {max}자리까지 걸 수 있습니다.',
    prefix: '다이얼 플랜({rule})에서 허용하지 않는 앞자리입니다.',
  },
};

const isProblem = (reason: unknown): reason is NumberProblem =>
  (NUMBER_PROBLEMS as readonly unknown[]).includes(reason);

const isPlanProblem = (reason: unknown): reason is keyof (typeof planWords)['en'] =>
  typeof reason === 'string' && Object.hasOwn(planWords.en, reason);

const otherText = refusalTextFrom(targetRefusals, dialRefusals);

/** Why a number cannot be dialled, in words that say what to change; a rule of the dial plan is named. */
export const numberRefusalText = (locale: Locale, refusal: Refusal): string => {
  const {code, params} = refusal;
  const reason = params?.['reason'];
  if (code === 'DW_NUMBER_INVALID' && isProblem(reason)) return fill(locale, words[locale][reason], params);
  if (code === 'DW_NUMBER_DIAL_PLAN' && isPlanProblem(reason))
    return fill(locale, planWords[locale][reason], params);
  return otherText(locale, refusal);
};
