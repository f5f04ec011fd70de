import type {ControllerHost} from '@deskwire/kit';

/** How long the button says that it was done. */
const SHOWN_MS = 2_000;

/** Where the page may not use the clipboard's own interface (no HTTPS, a frame without permission), the older way. */
const copyByCommand = (document: Document, text: string): boolean => {
  let done = false;
  const fill = (event: ClipboardEvent): void => {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
    event.stopImmediatePropagation();
    done = event.clipboardData !== null;
  };
  document.addEventListener('copy', fill, {capture: true});
  // Deprecated, and the only way without a secure context.
  document.execCommand('copy');
  document.removeEventListener('copy', fill, {capture: true});
  return done;
};

/** Puts a text into the clipboard. Nothing of it is kept. */
export const copyText = async (document: Document, text: string): Promise<boolean> => {
  const {clipboard} = (document.defaultView?.navigator ?? {}) as Partial<Navigator>;
  if (!clipboard) return copyByCommand(document, text);
  return clipboard.writeText(text).then(
    () => true,
    () => copyByCommand(document, text),
  );
};

/** Copies values, and knows for a moment of which field it was. */
export class CopyController {
  #copied: string | undefined;
  #failed: string | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly host: ControllerHost,
    private readonly tell: (isCopied: boolean, name: string) => void,
  ) {
    host.addController({
      hostDisconnected: () => {
        this.#set(undefined, undefined);
      },
    });
  }

  /** The field whose value is in the clipboard since a moment ago. */
  get copied(): string | undefined {
    return this.#copied;
  }

  /** The field whose value could not be copied. */
  get failed(): string | undefined {
    return this.#failed;
  }

  async copy(name: string, text: string): Promise<void> {
    const isCopied = await copyText(this.host.ownerDocument, text);
    if (!this.host.isConnected) return;
    this.#set(isCopied ? name : undefined, isCopied ? undefined : name);
    this.tell(isCopied, name);
  }

  #set(copied: string | undefined, failed: string | undefined): void {
    clearTimeout(this.#timer);
    if (this.#copied !== copied || this.#failed !== failed) this.host.requestUpdate();
    this.#copied = copied;
    this.#failed = failed;
    if (copied !== undefined) {
      this.#timer = setTimeout(() => {
        this.#set(undefined, undefined);
      }, SHOWN_MS);
    }
  }
}
