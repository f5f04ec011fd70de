/** A text as it is put between two others: apart from the words on either side. */
export const spaced = (before: string, text: string, after: string): string =>
  `${/\S$/.test(before) ? ' ' : ''}${text}${/^\S/.test(after) ? ' ' : ''}`;
