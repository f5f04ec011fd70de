import {refuse, type Command, type Refusal} from '@deskwire/domain';

/**
 * What this gateway cannot do although the engine would take it: there is no store of files behind it yet, so that a
 * mail with attachments would leave without them.
 */
export const refusedHere = (command: Command): Refusal | undefined =>
  command.type === 'mail.send' && command.mail.attachments.length > 0
    ? refuse('DW_INPUT_INVALID', {field: 'mail.attachments'})
    : undefined;
