import type {CadVariable, CommandOf} from '@deskwire/domain';

import {withEntry, without, write, type Session} from './drafts.js';

/** Forgets what was typed into one variable. */
export const discard = (session: Session, name: string): Session => ({
  ...session,
  drafts: without(session.drafts, name),
});

/** The agent has seen what is saved now, and wants their own text all the same. */
export const keepMine = (session: Session, {name, version, value}: CadVariable): Session => {
  const draft = session.drafts.get(name);
  return draft
    ? {...session, drafts: withEntry(session.drafts, name, {...draft, base: version, from: value})}
    : session;
};

/** Puts a lost text back, as an edit of what is saved now. */
export const enterAgain = (session: Session, variable: CadVariable): Session => {
  const lost = session.conflicts.get(variable.name)?.lost;
  if (lost === undefined) return session;
  return write(dismiss(discard(session, variable.name), variable.name), variable, lost);
};

/** The agent has read that a value was lost. */
export const dismiss = (session: Session, name: string): Session => ({
  ...session,
  conflicts: without(session.conflicts, name),
});

/** A save is under way. */
export const markSent = (session: Session, {edits}: Pick<CommandOf<'cad.save'>, 'edits'>): Session => {
  const drafts = new Map(session.drafts);
  for (const {name, value} of edits) {
    const draft = drafts.get(name);
    if (draft) drafts.set(name, {...draft, sent: value});
  }
  return {...session, drafts};
};
