import * as v from 'valibot';
import {refuse, type Refusal} from '@deskwire/domain';

type Issue = v.BaseIssue<unknown>;

const WORD = /^[\w.-]{1,64}$/;

/**
 * A word of a vocabulary that is not known here, rather than a field of the wrong shape. It is told only when it looks
 * like a word of ours: whatever else stands there could be anybody's data.
 */
const unknownWord = (issue: Issue, field: string): Refusal | undefined => {
  if (issue.type !== 'variant' || typeof issue.input !== 'string' || !/(^|\.)type$/.test(field))
    return undefined;
  return refuse('DW_WIRE_UNKNOWN', WORD.test(issue.input) ? {field, type: issue.input} : {field});
};

/** The first thing that is wrong, with the path of the field and never its value. */
export const problemOf = (issues: readonly [Issue, ...Issue[]], prefix = ''): Refusal => {
  const [issue] = issues;
  const path = [prefix, v.getDotPath(issue) ?? ''].filter((part) => part !== '').join('.');
  return unknownWord(issue, path) ?? refuse('DW_WIRE_MALFORMED', path === '' ? undefined : {field: path});
};
