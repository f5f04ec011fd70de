/** The element that has the focus in a document or a shadow root, through every open shadow root in it. */
export const deepActive = (root: DocumentOrShadowRoot): Element | null => {
  const {activeElement} = root;
  return activeElement?.shadowRoot ? (deepActive(activeElement.shadowRoot) ?? activeElement) : activeElement;
};
