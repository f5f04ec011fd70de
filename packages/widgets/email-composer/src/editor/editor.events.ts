/** Something was written. It does not bubble: whoever owns the editor reads its `doc`. */
export class EditorChangeEvent extends Event {
  constructor() {
    super('dw-editor-change');
  }
}

/** Files that came with a paste or a drop and do not belong into the text: they are attachments. It does not bubble. */
export class EditorFilesEvent extends CustomEvent<{readonly files: readonly File[]}> {
  constructor(files: readonly File[]) {
    super('dw-editor-files', {detail: {files}});
  }
}
