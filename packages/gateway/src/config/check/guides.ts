import {checkGuide, type GuideProblem, type GuideQuestion} from '@deskwire/domain';

import type {Report} from '../problem.js';
import type {Sound} from '../sound.js';

const WORDS: Readonly<Record<GuideProblem['problem'], readonly [problem: string, cure: string]>> = {
  empty: ['is a guide without questions', 'Add some, or leave the guide out.'],
  'too-many': ['is a guide with more than 100 questions', 'Ask less.'],
  duplicate: ['has the id of a question before it', 'Give it an id of its own.'],
  'no-answers': ['is a choice without answers', 'Add answers, or make it kind: text.'],
  'duplicate-answer': ['has two answers with one id', 'Give each answer an id of its own.'],
  'unknown-next': [
    'leads to a question that is not there',
    'Correct its next, or leave it out to end there.',
  ],
  cycle: ['can be reached from itself, so that the guide need not end', 'Let one of the ways go elsewhere.'],
  unreachable: ['is a question to which no way leads', 'Let a next name it, or take it out.'],
};

const indexOf = (questions: readonly GuideQuestion[], {problem, questionId}: GuideProblem): number =>
  problem === 'duplicate'
    ? questions.findLastIndex(({id}) => id === questionId)
    : questions.findIndex(({id}) => id === questionId);

/** Every call guide begins, branches and ends. */
export const checkGuides = (sound: Sound, report: Report): void => {
  for (const path of sound.places('tenant', 'campaigns')) {
    const guide = sound.at<readonly GuideQuestion[]>(...path, 'guide');
    const found = guide && checkGuide(guide);
    if (!guide || !found) continue;
    const [problem, cure] = WORDS[found.problem];
    const here = found.problem === 'empty' || found.problem === 'too-many' ? [] : [indexOf(guide, found)];
    const named = here.length ? `"${found.questionId}" ` : '';
    report.problem([...path, 'guide', ...here], `${named}${problem}`, cure);
  }
};
