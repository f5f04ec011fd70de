import type {Page} from '@playwright/test';

/** What a page complains of: errors, refusals of its policy, warnings. */
export class Complaints {
  readonly errors: string[] = [];
  readonly warnings: string[] = [];

  constructor(page: Page) {
    page.on('pageerror', ({message}) => this.errors.push(message));
    page.on('console', (message) => {
      // Nobody gave these pages an icon.
      if (message.location().url.endsWith('/favicon.ico')) return;
      if (message.type() === 'error') this.errors.push(message.text());
      if (message.type() === 'warning') this.warnings.push(message.text());
    });
  }
}
