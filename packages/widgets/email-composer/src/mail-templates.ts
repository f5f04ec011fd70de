import {placeValues} from '@deskwire/kit';
import type {Interaction, TextTemplate} from '@deskwire/domain';

import type {EditorParts} from './editor-loader.js';
import type {MailDoc} from './editor/editor.types.js';
import type {MailDraft} from './mail-draft.js';

/** The template with which Reply and Reply all begin. */
export const defaultTemplate = (templates: readonly TextTemplate[]): TextTemplate | undefined =>
  templates.find(({isDefault}) => isDefault);

/** The template of a draft; undefined: none. A template that admin has taken out since counts as none. */
export const templateOf = (
  {template}: Pick<MailDraft, 'template'>,
  templates: readonly TextTemplate[],
): TextTemplate | undefined =>
  template === undefined ? defaultTemplate(templates) : templates.find(({id}) => id === template);

/** What the templates are filled with. */
export interface TemplateSource {
  readonly interaction: Interaction;
  readonly agentName: string;
}

/** Templates as documents, filled as they were when they were first wanted: what one reads does not change by itself. */
export class TemplateDocs {
  readonly #docs = new Map<string, MailDoc>();

  constructor(private readonly parts: EditorParts) {}

  /** Undefined: what one begins with who wants no template. */
  of(template: TextTemplate | undefined, {interaction, agentName}: TemplateSource): MailDoc {
    if (!template) return this.parts.EMPTY_DOC;
    const key = `${template.id} ${interaction.id}`;
    const doc =
      this.#docs.get(key) ??
      this.parts.docOfTemplate(template, placeValues(interaction, agentName), document);
    this.#docs.set(key, doc);
    return doc;
  }
}

/** Whether two documents are the same, whatever objects they are made of. */
export const isSameDoc = (a: MailDoc, b: MailDoc): boolean => JSON.stringify(a) === JSON.stringify(b);
