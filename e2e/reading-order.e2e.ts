import {expect, test} from '@playwright/test';

import {RunningGateway} from './support/gateway.js';
import {Triangle} from './support/triangle.js';

// What a screen reader meets, in its order: names, roles and states of every dialog and popover of a call.

const target = (title: string, action: string, consequence: string): string => `
- dialog "${title}":
  - banner:
    - heading "${title}" [level=2]
    - button "Refresh list"
    - button "Close"
  - tablist "Where to":
    - tab "Agents" [selected]
    - tab "Queues"
    - tab "Dial number"
  - tabpanel "Agents":
    - combobox "Find an agent" [expanded]
    - status: /\\d+ of \\d+/
    - listbox "Find an agent":
      - option /박지우.* Available/
  - contentinfo:
    - text: ${consequence}
    - button "Cancel"
    - button "${action}"
`;

test.describe('the order in which a call is read', () => {
  let gateway: RunningGateway;
  test.beforeEach(async () => {
    gateway = await RunningGateway.start();
  });
  test.afterEach(async () => {
    await gateway.stop();
  });

  test('of both dialogs, the request tray, the state menu, the panes and the wrap-up', async ({browser}) => {
    const scene = await Triangle.onCall(browser, gateway);
    const {one, two} = scene;

    await one.call.getByRole('button', {name: 'Transfer', exact: true}).click();
    await expect(one.page.locator('dw-transfer-dialog').getByRole('dialog')).toMatchAriaSnapshot(
      target('Transfer request', 'Transfer', 'If the agent does not answer, the call is dropped.'),
    );
    await one.page.keyboard.press('Escape');
    await one.call.getByRole('button', {name: 'Consult', exact: true}).click();
    await expect(one.page.locator('dw-consult-dialog').getByRole('dialog')).toMatchAriaSnapshot(
      target('Consult request', 'Consult', 'The customer goes on hold.'),
    );
    await one.page.keyboard.press('Escape');

    await scene.ask();
    await expect(two.tray.getByRole('region')).toMatchAriaSnapshot(`
      - heading "Requests" [level=2]
      - article "Consult request 윤지호":
        - timer
        - term: DN
        - definition: "7001"
        - term: Team
        - definition: Seoul
        - button /^Answer/
        - button /^Decline/
    `);
    await two.state.click();
    await expect(two.page.locator('dw-agent-state').getByRole('dialog')).toMatchAriaSnapshot(`
      - dialog "Choose your state":
        - combobox "Choose your state" [expanded]
        - listbox "Choose your state":
          - option "Available" [selected]
          - group "Idle":
            - option "Break"
            - option "Lunch"
        - button "Sign out" [disabled]
        - paragraph: Answer the waiting request first.
    `);
    await two.page.keyboard.press('Escape');

    await two.press('Answer');
    await expect(one.call.getByRole('region', {name: 'consult'})).toMatchAriaSnapshot(`
      - heading "박지우" [level=2]
      - text: Consulting
      - timer "Consult time"
      - group "Consult controls":
        - button "Hold"
        - button "Transfer"
        - button "Conference"
        - button "End consult"
    `);
    await scene.button(one, 'End consult').click();
    await expect(one.wrapUp).toMatchAriaSnapshot(`
      - dialog "Wrap-up":
        - heading "Wrap-up" [level=2]
        - combobox "Wrap-up reason" [expanded]
        - listbox "Wrap-up reason":
          - option "Resolved"
        - button "Cancel the countdown": Cancel
        - button "Submit wrap-up" [disabled]
    `);
  });
});
