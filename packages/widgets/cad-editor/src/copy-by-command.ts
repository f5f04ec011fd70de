/**
 * Puts a text into the clipboard where the page may not use the clipboard's own interface (no HTTPS, a frame without
 * permission).
 */
export const copyByCommand = (document: Document, text: string): boolean => {
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
