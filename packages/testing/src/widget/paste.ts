/** A paste of what a clipboard holds, as a browser fires it: dispatch it where the caret stands. */
export const pasteEvent = (clipboardData: DataTransfer): ClipboardEvent => {
  const event = new ClipboardEvent('paste', {bubbles: true, composed: true, cancelable: true});
  // Firefox gives a made event a clipboard of its own, whatever it is made with.
  Object.defineProperty(event, 'clipboardData', {value: clipboardData});
  return event;
};
