import {Component, CUSTOM_ELEMENTS_SCHEMA, input, output, signal} from '@angular/core';
import '@deskwire/agent-state/define.js';
import '@deskwire/chat-pane/define.js';
import '@deskwire/consult-dialog/define.js';
import '@deskwire/desk/define.js';
import '@deskwire/incoming-call/define.js';
import '@deskwire/interaction-control/define.js';
import '@deskwire/task-list/define.js';
import '@deskwire/transfer-dialog/define.js';
import '@deskwire/wrap-up/define.js';
import type {InteractionArrival} from '@deskwire/desk';
import type {Port} from '@deskwire/stream';

/** The desk: what the page knows goes in by properties, what happens comes out by events, of their own types. */
@Component({
  selector: 'app-desk',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <dw-desk
      [port]="port()"
      [language]="language()"
      (dw-interaction-arrived)="contact.set($event.detail)"
      (dw-accept-done)="selectedId.set($event.detail.interactionId)"
      (dw-task-selected)="selectedId.set($event.detail.interactionId)"
      (dw-consult-open)="consultId.set($event.detail.interactionId)"
      (dw-transfer-open)="transferId.set($event.detail.interactionId)"
      (dw-wrap-up-done)="finish()"
    >
      <main>
        <aside>
          <dw-agent-state />
          <dw-task-list [selectedId]="selectedId()" />
          <p>Last contact: {{ contact()?.customer?.name ?? 'none' }}</p>
        </aside>
        <section>
          <dw-wrap-up [interactionId]="selectedId()" />
          <dw-interaction-control [interactionId]="selectedId()" />
          <dw-chat-pane [interactionId]="selectedId()" />
        </section>
      </main>
      <dw-consult-dialog [interactionId]="consultId()" (dw-consult-closed)="consultId.set(undefined)" />
      <dw-transfer-dialog [interactionId]="transferId()" (dw-transfer-closed)="transferId.set(undefined)" />
      <dw-incoming-call />
    </dw-desk>
  `,
})
export class Desk {
  readonly port = input.required<Port>();
  readonly language = input('en');
  readonly handled = output();
  protected readonly contact = signal<InteractionArrival | undefined>(undefined);
  protected readonly selectedId = signal<string | undefined>(undefined);
  protected readonly consultId = signal<string | undefined>(undefined);
  protected readonly transferId = signal<string | undefined>(undefined);

  protected finish(): void {
    this.selectedId.set(undefined);
    this.handled.emit();
  }
}
