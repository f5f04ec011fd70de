import {lazily, type ControllerHost} from '@deskwire/kit';

/** How long the button says that it was done. */
const SHOWN_MS = 2_000;

/** The older way, for pages that may not use the other. */
const loadOlder = lazily(() => import('./copy-by-command.js'));

/** Puts a text into the clipboard. Nothing of it is kept. */
const copyText = async (document: Document, text: string): Promise<boolean> => {
  const {clipboard} = (document.defaultView?.navigator ?? {}) as Partial<Navigator>;
  const isDone = await clipboard?.writeText(text).then(
    () => true,
    () => false,
  );
  return isDone === true || (await loadOlder())?.copyByCommand(document, text) === true;
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
