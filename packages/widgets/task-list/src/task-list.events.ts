import type {InteractionId} from '@deskwire/domain';

/** What `dw-task-selected` carries. */
export interface TaskSelectedDetail {
  readonly interactionId: InteractionId;
}

/** The agent chose a task: show its pane and its widgets. Bubbles and crosses shadow roots. */
export class TaskSelectedEvent extends CustomEvent<TaskSelectedDetail> {
  constructor(interactionId: InteractionId) {
    super('dw-task-selected', {detail: {interactionId}, bubbles: true, composed: true});
  }
}

declare global {
  interface HTMLElementEventMap {
    'dw-task-selected': TaskSelectedEvent;
  }
}
