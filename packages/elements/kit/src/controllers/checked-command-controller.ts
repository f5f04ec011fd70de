import {checkCommand, type Command, type Refusal} from '@deskwire/domain';
import type {StreamHandle} from '@deskwire/stream';

import {PlainCommandController} from './command-controller.js';

/** The same for every command: what was typed is checked before it is sent, so that the refusal stands at once. */
export class CommandController extends PlainCommandController {
  protected override check(stream: StreamHandle, command: Command): Refusal | undefined {
    const {tenant, interactions} = stream.snapshot();
    const id = 'interactionId' in command ? command.interactionId : undefined;
    return tenant && checkCommand(command, tenant, id ? interactions.get(id)?.channel : undefined);
  }
}
