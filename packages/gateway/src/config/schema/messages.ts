import * as v from 'valibot';

import {TENANT_DEFAULTS as D} from '@deskwire/domain';
import {LIMITS} from '@deskwire/protocol';

import {about, flag, id, label, list, maybe, or, seconds, text, whole} from './basics.js';

const attachments = ({enabled, maxFiles, maxTotalBytes, types}: typeof D.chat.attachments) =>
  or(
    v.strictObject({
      enabled: or(flag('Enabled', 'Files may be attached.'), enabled),
      maxFiles: or(
        about(whole(0, 100), {title: 'Files', description: 'At most so many of one message.'}),
        maxFiles,
      ),
      maxTotalBytes: or(
        about(whole(0, 100_000_000), {
          title: 'Size',
          description: 'Of all files of one message together.',
          unit: 'bytes',
        }),
        maxTotalBytes,
      ),
      types: or(
        about(
          list(
            v.pipe(
              v.string(),
              v.regex(/^\.[a-z0-9]{1,20}$/, 'must be an ending in lower case, such as .pdf'),
            ),
          ),
          {
            title: 'Types',
            description: 'Endings in lower case, with their dot.',
            examples: [['.pdf', '.png']],
          },
        ),
        types,
      ),
    }),
    {},
  );

const template = v.strictObject({
  id,
  title: label,
  text: about(text(LIMITS.message), {
    title: 'Text',
    description: '{{name}} and other fields are filled on use.',
  }),
  html: maybe(
    about(text(LIMITS.mailHtml), {
      title: 'HTML',
      description: 'For mail: the same with formatting. Fields as in the text.',
    }),
  ),
  isDefault: maybe(flag('Default', 'Taken unless the agent chooses another.')),
});

/** What a chat may carry. */
export const chat = or(
  about(
    v.strictObject({
      attachments: attachments(D.chat.attachments),
      responses: or(
        about(list(template), {title: 'Canned responses', description: 'Of a chat.'}),
        D.chat.responses,
      ),
    }),
    {title: 'Chat', description: 'Files and canned responses.'},
  ),
  {},
);

/** What a mail may carry. */
export const email = or(
  about(
    v.strictObject({
      attachments: attachments(D.email.attachments),
      templates: or(
        about(list(template), {title: 'Templates', description: 'Of a mail.'}),
        D.email.templates,
      ),
      undoSeconds: or(
        seconds(0, 600, 'Undo', 'How long a sent mail can be called back; 0: not at all.'),
        D.email.undoSeconds,
      ),
    }),
    {title: 'Email', description: 'Files, templates, and how long a mail can be called back.'},
  ),
  {},
);

/** What happens to card numbers. */
export const cardData = or(
  about(
    v.strictObject({
      action: or(
        about(v.picklist(['off', 'redact', 'drop']), {
          title: 'Card numbers',
          description: 'What happens to them.',
        }),
        D.cardData.action,
      ),
      unreadable: or(
        about(v.picklist(['allow', 'hold', 'drop']), {
          title: 'Unreadable files',
          description: 'What becomes of a file that cannot be read.',
        }),
        D.cardData.unreadable,
      ),
    }),
    {title: 'Card data', description: 'What happens to card numbers.'},
  ),
  {},
);
