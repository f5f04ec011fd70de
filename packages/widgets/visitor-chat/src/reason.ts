import type {Refusal} from '@deskwire/domain';
import type {Locale, RefusalText} from '@deskwire/kit';

/** What a visitor is told where the way is shut, in one language. */
export interface ShutWords {
  /** There is no way to a chat. */
  readonly shut: string;
  /** Another window has it. */
  readonly replaced: string;
}

/**
 * Says a refusal to a visitor, who has no sign-in, no profile and no administrator.
 * @param explain What is said of refusals that are not about such things.
 */
export const visitorReason =
  (explain: RefusalText, words: (locale: Locale) => ShutWords): RefusalText =>
  (locale, refusal: Refusal) => {
    const {code, kind} = refusal;
    const {shut, replaced} = words(locale);
    if (code === 'DW_WIRE_REPLACED') return replaced;
    const isFile = code.startsWith('DW_FILE_');
    const isShut = /^DW_(?:AUTH|INTERACTION)_/.test(code) || kind === 'permission' || kind === 'capability';
    return isShut && !isFile ? shut : explain(locale, refusal);
  };
