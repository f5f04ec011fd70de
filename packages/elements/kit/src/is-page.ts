/** Whether an address leads to a page. A mailbox and a telephone do not: another tab for them would stay empty. */
export const isPage = (href: string): boolean => /^https?:/i.test(href);
