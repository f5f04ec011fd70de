import {NUMBER_PROBLEMS, type NumberProblem, type Refusal} from '@deskwire/domain';

import type {Locale} from '../contexts.js';

import {fill} from './catalogue.js';
import {targetRefusals} from './refusals/target.js';
import {refusalTextFrom} from './refusals.js';

const words: Readonly<Record<Locale, Readonly<Record<NumberProblem, string>>>> = {
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

const isProblem = (reason: unknown): reason is NumberProblem =>
  (NUMBER_PROBLEMS as readonly unknown[]).includes(reason);

const otherText = refusalTextFrom(targetRefusals);

/** Why a number cannot be dialled, in words that say what to change. */
export const numberRefusalText = (locale: Locale, refusal: Refusal): string => {
  const reason = refusal.params?.['reason'];
  return refusal.code === 'DW_NUMBER_INVALID' && isProblem(reason)
    ? fill(locale, words[locale][reason], refusal.params)
    : otherText(locale, refusal);
};
