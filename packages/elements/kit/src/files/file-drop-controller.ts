import type {ReactiveController} from 'lit';

import type {ControllerHost} from '../context/consume.js';

/** What a place does with files that are dropped on it. */
export interface FileDrop {
  /** Whether files are taken now; where not, the browser does what it always does. */
  readonly takes: () => boolean;
  readonly take: (files: readonly File[]) => void;
}

const hasFiles = ({dataTransfer}: DragEvent): boolean => dataTransfer?.types.includes('Files') ?? false;

/** Makes a host a place on which files can be dropped; `isOver` while somebody holds some above it. */
export class FileDropController implements ReactiveController {
  #depth = 0;

  constructor(
    private readonly host: ControllerHost,
    private readonly drop: FileDrop,
  ) {
    host.addController(this);
  }

  get isOver(): boolean {
    return this.#depth > 0;
  }

  hostConnected(): void {
    this.#listen('addEventListener');
  }

  hostDisconnected(): void {
    this.#listen('removeEventListener');
    this.#depth = 0;
  }

  #listen(method: 'addEventListener' | 'removeEventListener'): void {
    this.host[method]('dragenter', this.#enter as EventListener);
    this.host[method]('dragover', this.#over as EventListener);
    this.host[method]('dragleave', this.#leave as EventListener);
    this.host[method]('drop', this.#dropped as EventListener);
  }

  #set(depth: number): void {
    const wasOver = this.isOver;
    this.#depth = Math.max(0, depth);
    if (wasOver !== this.isOver) this.host.requestUpdate();
  }

  /** Entered and left once for every element on the way: only the count says whether they are still above the host. */
  readonly #enter = (event: DragEvent): void => {
    if (!hasFiles(event) || !this.drop.takes()) return;
    event.preventDefault();
    this.#set(this.#depth + 1);
  };

  readonly #over = (event: DragEvent): void => {
    if (!hasFiles(event) || !this.drop.takes()) return;
    event.preventDefault();
    if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy';
  };

  readonly #leave = (event: DragEvent): void => {
    if (hasFiles(event)) this.#set(this.#depth - 1);
  };

  readonly #dropped = (event: DragEvent): void => {
    this.#set(0);
    // What is inside the host may have taken them, e.g. a text its images.
    if (event.defaultPrevented || !hasFiles(event) || !this.drop.takes()) return;
    event.preventDefault();
    const files = [...(event.dataTransfer?.files ?? [])];
    if (files.length > 0) this.drop.take(files);
  };
}
