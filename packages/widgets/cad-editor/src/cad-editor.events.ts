import type {InteractionId} from '@deskwire/domain';
import {DoneEvent, RequestEvent} from '@deskwire/kit';

import type {LeaveReason} from './leaving.js';

/** One edit as the page may see it. The value of a secure variable is in no event. */
export interface CadEditDetail {
  readonly name: string;
  /** Canonical; absent where the variable is secure. */
  readonly value?: string;
}

/** What is about to be saved. */
export interface CadSaveRequestDetail {
  readonly interactionId: InteractionId;
  readonly edits: readonly CadEditDetail[];
}

/** What became of a save: the names of the variables, in admin's order. */
export interface CadSaveDoneDetail {
  readonly interactionId: InteractionId;
  readonly saved: readonly string[];
  /** Another value was first; the agent was told. */
  readonly overwritten: readonly string[];
}

/** Which saved values are others now. */
export interface CadChangedDetail {
  readonly interactionId: InteractionId;
  readonly names: readonly string[];
}

/** Unsaved edits are about to be left. */
export interface CadLeaveRequestDetail {
  readonly interactionId: InteractionId;
  /** The contact that should be shown instead; undefined: none, or the element was taken away. */
  readonly to: InteractionId | undefined;
  readonly reason: LeaveReason;
  readonly edits: number;
}

/** What the agent decided. */
export interface CadLeaveDoneDetail {
  readonly interactionId: InteractionId;
  readonly to: InteractionId | undefined;
  readonly answer: 'stay' | 'discard' | 'save';
}

/** Asks before edits are saved; can be prevented. */
export class CadSaveRequestEvent extends RequestEvent<CadSaveRequestDetail> {
  constructor(detail: CadSaveRequestDetail) {
    super('dw-cad-save-request', detail);
  }
}

/** A save is through. */
export class CadSaveDoneEvent extends DoneEvent<CadSaveDoneDetail> {
  constructor(detail: CadSaveDoneDetail) {
    super('dw-cad-save-done', detail);
  }
}

/** Saved values of the shown contact are others now, whoever changed them. */
export class CadChangedEvent extends DoneEvent<CadChangedDetail> {
  constructor(detail: CadChangedDetail) {
    super('dw-cad-changed', detail);
  }
}

/** Before the agent is asked what becomes of unsaved edits; prevented: the page asks, and the edits stay. */
export class CadLeaveRequestEvent extends RequestEvent<CadLeaveRequestDetail> {
  constructor(detail: CadLeaveRequestDetail) {
    super('dw-cad-leave-request', detail);
  }
}

/** The agent has answered. */
export class CadLeaveDoneEvent extends DoneEvent<CadLeaveDoneDetail> {
  constructor(detail: CadLeaveDoneDetail) {
    super('dw-cad-leave-done', detail);
  }
}

declare global {
  interface HTMLElementEventMap {
    'dw-cad-save-request': CadSaveRequestEvent;
    'dw-cad-save-done': CadSaveDoneEvent;
    'dw-cad-changed': CadChangedEvent;
    'dw-cad-leave-request': CadLeaveRequestEvent;
    'dw-cad-leave-done': CadLeaveDoneEvent;
  }
}
