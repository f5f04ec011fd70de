import {readFile} from 'node:fs/promises';

import {expect, test, type Locator} from '@playwright/test';

import {Agent} from './support/agent.js';
import {ChatFloor} from './support/chat-floor.js';
import {attach, Visitor, type SampleFile} from './support/customers.js';
import {RunningGateway, type GatewayOptions} from './support/gateway.js';

let gateway: RunningGateway;
const running = (options: GatewayOptions = {}): void => {
  test.beforeEach(async () => {
    gateway = await RunningGateway.start(options);
  });
  test.afterEach(async () => {
    await gateway.stop();
  });
};

const noteOf = (name: string, text: string): SampleFile => ({
  name,
  mimeType: 'text/plain',
  buffer: Buffer.from(text),
});

/** Presses a file of a message, and reads what the browser saved. */
const saved = async (chat: Locator, name: string): Promise<{name: string; text: string}> => {
  const download = chat.page().waitForEvent('download');
  await chat.getByRole('button', {name}).click();
  const file = await download;
  return {name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8')};
};

test.describe('the chat desk', () => {
  running();

  test('[CHAT-1] [CHAT-7] [CHAT-14] [CHAT-13] a bot hands over, canned responses go into one reply, both see who writes, several reasons are given', async ({
    browser,
  }) => {
    const {one, visitor} = await ChatFloor.talking(browser, gateway);
    const fold = one.chat.getByRole('button', {name: "Customer's virtual assistant"});
    await expect(one.chat).not.toContainText('I am connecting you to an agent.');
    await fold.click();
    await expect(one.chat).toContainText('Hello. What can we help you with?');
    await expect(one.chat).toContainText('I am connecting you to an agent.');

    await one.chatButton('Canned responses').click();
    const list = one.chat.locator('dw-canned-list');
    await list.getByRole('searchbox').or(list.getByRole('combobox')).pressSequentially('Greet');
    await expect(list.getByRole('option')).toHaveCount(1);
    await list.getByRole('option', {name: 'Greeting'}).click();
    await list.getByRole('option', {name: 'Order number'}).click();
    await one.page.keyboard.press('Escape');
    await expect(one.box).toHaveValue(
      '안녕하세요, Lee Seo-yeon 고객님. 윤지호입니다. 주문 번호를 알려 주시겠습니까?',
    );
    await expect(visitor.chat).toContainText('윤지호 is typing');
    await one.box.press('End');
    await one.box.pressSequentially(' https://hanbit.example/orders');
    await one.box.press('Enter');

    const link = visitor.chat.getByRole('link', {name: 'https://hanbit.example/orders'});
    await expect(link).toHaveAttribute('rel', /noopener/);
    await expect(visitor.chat).toContainText('Lee Seo-yeon 고객님. 윤지호입니다. 주문 번호를');
    await expect(one.chat.getByText('Read', {exact: true})).toBeVisible();
    await visitor.chat.getByRole('textbox').pressSequentially('HB-2044');
    await expect(one.chat).toContainText('Lee Seo-yeon is typing');
    await visitor.chat.getByRole('textbox').press('Enter');
    await expect(one.chat.getByText('HB-2044', {exact: true})).toBeVisible();
    await expect(one.chat).not.toContainText('is typing');

    await one.chatButton('End').click();
    await expect(visitor.chat).toContainText('The agent ended the chat');
    await one.wrapUp.getByRole('option', {name: 'Resolved'}).click();
    await one.wrapUp.getByRole('option', {name: 'Delivery question'}).click();
    await expect(one.wrapUp).toContainText('2 chosen');
    await one.wrapUp.getByRole('button', {name: 'Submit wrap-up'}).click();
    await expect(one.wrapUp).toBeHidden();
    await expect(one.tasks).toHaveCount(0);
  });

  test('[CHAT-5] files go both ways, with their progress, and are saved; a refused one says why', async ({
    browser,
  }) => {
    const {one, visitor} = await ChatFloor.talking(browser, gateway);
    await attach(
      one.chat,
      noteOf('setup.exe', 'MZ'),
      noteOf('letter.pdf', 'No PDF at all'),
      noteOf('terms.txt', 'Thirty days.'),
    );
    await expect(one.chat.getByText('This file type is not allowed.')).toBeVisible();
    await expect(one.chat.getByText('The content is not what the file name says.')).toBeVisible();
    await expect(one.chat.getByRole('button', {name: 'Remove terms.txt'})).toBeVisible();
    await one.chat.getByRole('button', {name: 'Remove setup.exe'}).click();
    await one.chat.getByRole('button', {name: 'Remove letter.pdf'}).click();
    await one.write('Our terms.');
    expect(await saved(visitor.chat, 'terms.txt')).toEqual({name: 'terms.txt', text: 'Thirty days.'});

    const network = await visitor.page.context().newCDPSession(visitor.page);
    const slow = {offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: 200_000};
    await network.send('Network.emulateNetworkConditions', slow);
    const bill = 'Roaming, 12,000 won.\n'.repeat(30_000);
    await attach(visitor.chat, noteOf('bill.txt', bill));
    await expect(visitor.chat.getByRole('progressbar')).toBeVisible();
    await visitor.chat.getByRole('button', {name: 'Cancel bill.txt'}).click();
    await expect(visitor.chat.getByRole('progressbar')).toHaveCount(0);
    await network.send('Network.emulateNetworkConditions', {...slow, uploadThroughput: -1});
    await attach(visitor.chat, noteOf('bill.txt', bill));
    await expect(visitor.chat.getByRole('button', {name: 'Remove bill.txt'})).toBeVisible();
    await visitor.chat.getByRole('button', {name: 'Send', exact: true}).click();
    expect(await saved(one.chat, 'bill.txt')).toEqual({name: 'bill.txt', text: bill});
  });

  test("[CHAT-8] card numbers are in nobody's copy and not in the store, and their senders are told", async ({
    browser,
  }) => {
    const {one, visitor} = await ChatFloor.talking(browser, gateway);
    await visitor.write('It is 4111 1111 1111 1111, thanks.');
    await expect(visitor.chat).toContainText('It is removed before anybody reads it.');
    await visitor.chat.getByRole('button', {name: 'Send without the number'}).click();
    for (const chat of [visitor.chat, one.chat]) {
      await expect(chat.getByText('Card number removed', {exact: true})).toHaveCount(1);
      await expect(chat).toContainText(', thanks.');
      await expect(chat).not.toContainText('1111');
    }
    await one.write('Is it 5555-5555-5555-4444?');
    await expect(one.chat).toContainText('It is removed from the message when you send it.');
    await one.chat.getByRole('button', {name: 'Send anyway'}).click();
    // Three messages, none of which holds a number of its own.
    for (const part of ['378282', '2463', '10005']) await visitor.write(part);
    await visitor.chat.getByRole('button', {name: 'Send without the number'}).click();
    for (const chat of [visitor.chat, one.chat]) {
      await expect(chat.getByText('Card number removed', {exact: true})).toHaveCount(5);
      for (const digits of ['5555', '378282', '2463', '10005']) await expect(chat).not.toContainText(digits);
    }
    const numbers = ['4111 1111 1111 1111', '5555-5555-5555-4444', '378282'];
    expect(await gateway.stored('Where is my refund?', ...numbers)).toEqual(['Where is my refund?']);
  });

  test('[CHAT-6] what was written is kept for each conversation, over switching and a reload', async ({
    browser,
  }) => {
    const one = await Agent.signIn(browser, gateway, 'yoon');
    await one.choose('Available');
    for (const name of ['Lee Seo-yeon', 'Choi Ha-eun']) {
      const visitor = await Visitor.open(browser, gateway);
      await visitor.begin(name, 'Where is my refund?');
      await one.press('Accept');
      await expect(one.tasks.filter({hasText: name})).toHaveCount(1);
    }
    const go = (name: string) => one.tasks.filter({hasText: name}).click();
    await go('Lee Seo-yeon');
    await one.box.fill('It is on its');
    await go('Choi Ha-eun');
    await expect(one.box).toHaveValue('');
    await one.box.fill('Yours as');
    await go('Lee Seo-yeon');
    await expect(one.box).toHaveValue('It is on its');
    const asked: string[] = [];
    one.page.on('dialog', (dialog) => {
      asked.push(dialog.type());
      void dialog.accept();
    });
    await one.page.reload();
    expect(asked).toEqual(['beforeunload']);
    await go('Choi Ha-eun');
    await expect(one.box).toHaveValue('Yours as');
    await go('Lee Seo-yeon');
    await expect(one.box).toHaveValue('It is on its');
    await one.box.press('End');
    await one.box.pressSequentially(' way.');
    await one.box.press('Enter');
    await expect(one.chat.getByText('It is on its way.')).toBeVisible();
    await expect(one.box).toHaveValue('');
  });

  test('[CHAT-10] [CHAT-11] [CHAT-R1] [CHAT-R2] [CHAT-R4] [CHAT-R5] a conference: agent 2 can only leave, agent 1 ends it for all', async ({
    browser,
  }) => {
    const floor = await ChatFloor.talking(browser, gateway);
    const {one, two, visitor} = floor;
    await visitor.write('It was in May.');
    await one.more('Conference');
    await expect(one.chat.getByRole('option', {name: '박지우'})).toContainText('Available');
    await one.page.keyboard.press('Escape');
    await one.invite('박지우');
    await expect(one.chat).toContainText('박지우 is asked to join');
    await two.press('Accept');
    await expect(one.chat).toContainText('박지우 joined');
    await expect(visitor.chat).toContainText('박지우 joined the chat');
    await expect(one.chatButton('End conference')).toBeVisible();
    await expect(visitor.page.getByRole('button', {name: /conference/i})).toHaveCount(0);
    await expect(two.chat).toContainText('It was in May.');
    await two.write('I see it here.');
    for (const chat of [one.chat, visitor.chat]) await expect(chat).toContainText('I see it here.');

    await expect(two.chat.getByRole('button', {name: /^(End|End conference|More)$/})).toHaveCount(0);
    await two.chatButton('Leave').click();
    await expect(two.state).toContainText('Available');
    await expect(two.wrapUp).toHaveCount(0);
    await expect(visitor.chat).toContainText('박지우 left the chat');
    await one.write('Here I am again.');
    await expect(visitor.chat).toContainText('Here I am again.');

    await floor.confer();
    await one.chatButton('End conference').click();
    await expect(visitor.chat).toContainText('The agent ended the chat');
    await expect(one.wrapUp).toBeVisible();
    await expect(two.tasks).toHaveCount(0);
    await expect(two.state).toContainText('Available');
    await expect(two.wrapUp).toHaveCount(0);
  });

  test('[CHAT-12] [CHAT-R1] [CHAT-R3] [CHAT-R5] the customer leaves a conference: nobody can write, agent 1 ends it, agent 2 is out', async ({
    browser,
  }) => {
    const floor = await ChatFloor.talking(browser, gateway);
    const {one, two, visitor} = floor;
    await floor.confer();
    await visitor.leave();
    await expect(visitor.chat).toContainText('You left the chat');
    for (const agent of [one, two]) {
      await expect(agent.chat).toContainText('Customer left the chat');
      await expect(agent.box).toHaveCount(0);
    }
    await one.chatButton('End conference').click();
    await expect(one.wrapUp).toBeVisible();
    await expect(two.tasks).toHaveCount(0);
    await expect(two.state).toContainText('Available');
    await expect(two.wrapUp).toHaveCount(0);
    await one.wrapUpWith('Resolved');
    await expect(one.state).toContainText('Available');
  });
});

test.describe('a chat that is handed over', () => {
  running({ringSeconds: 6});

  test('[CHAT-9] goes to a queue and from there to who is free; to an agent who does not accept, and is dropped', async ({
    browser,
  }) => {
    const {one, two, visitor} = await ChatFloor.talking(browser, gateway);
    await visitor.write('It was in May.');
    await expect(one.chat).toContainText('It was in May.');
    await one.transfer('Web support', 'Queues');
    await expect(one.wrapUp).toBeVisible();
    await two.press('Accept');
    await expect(two.chat).toContainText('It was in May.');
    await one.wrapUpWith('Wrong department');
    await two.write('I have it now.');
    await expect(visitor.chat).toContainText('I have it now.');

    await two.transfer('윤지호');
    await two.wrapUpWith('Wrong department');
    await expect(one.tray.getByRole('button', {name: /^Accept/})).toBeVisible();
    await expect(one.rona).toBeVisible();
    await expect(visitor.chat).toContainText('Nobody was free to answer');
    for (const agent of [one, two]) await expect(agent.tasks).toHaveCount(0);
  });
});
