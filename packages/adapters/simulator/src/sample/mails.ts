import type {SampleMails} from './mail/mails.js';
import type {SampleLanguage} from './words.js';

export type {SampleMails} from './mail/mails.js';

/** Mails of every kind, with real files. They are loaded when they are asked for. */
export const loadSampleMails = async (language: SampleLanguage): Promise<SampleMails> => {
  const {sampleMails} = await import('./mail/mails.js');
  return sampleMails(language);
};
