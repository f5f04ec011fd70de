import {loadSampleMails, Simulator, type SampleLanguage, type SampleMails} from '@deskwire/adapter-simulator';
import type {DeskElement} from '@deskwire/desk';
import type {ConsultOpenEvent, TransferOpenEvent} from '@deskwire/interaction-control';
import type {VisitForm} from '@deskwire/visitor-chat';

import type {Stage} from './model.js';

type Opens = HTMLElement & {open(interactionId?: string): void};

const isOpenable = (element: Element | null): element is Opens => element !== null && 'open' in element;

/** What a desk on a page is made of. */
export interface CentreOptions {
  readonly language: SampleLanguage;
  readonly side?: 'agent' | 'customer';
  /** What happens once the desk is live, before anybody presses a button. */
  readonly begins?: (stage: Stage) => void;
}

/** A contact centre in the page with one desk that is shown: agent 1's, or a customer's. */
export class LiveCentre {
  readonly stage: Promise<Stage>;
  readonly #simulator: Simulator;
  readonly #desk: DeskElement;
  readonly #options: CentreOptions;

  constructor(desk: DeskElement, options: CentreOptions) {
    this.#desk = desk;
    this.#options = options;
    this.#simulator = new Simulator({
      language: options.language,
      connectDelayMs: 0,
      pace: {pickUpMs: Infinity, mailMs: 300, deliveryMs: 200},
    });
    this.stage = loadSampleMails(options.language).then((mails) => this.#stageOf(mails));
    void this.stage.then((stage) => {
      this.#begin(stage);
    });
  }

  /** Ends it: no timer is left, no desk hears anything more. */
  close(): void {
    this.#simulator.close();
  }

  #stageOf(mails: SampleMails): Stage {
    return {
      simulator: this.#simulator,
      language: this.#options.language,
      agent: this.#simulator.colleague('yoon'),
      colleague: this.#simulator.colleague('park'),
      mails,
      open: (tag, interactionId) => {
        const element = this.#desk.querySelector(tag);
        if (isOpenable(element)) element.open(interactionId);
      },
    };
  }

  #begin(stage: Stage): void {
    if (this.#options.side === 'customer') this.#beginVisit(stage);
    else this.#beginShift(stage);
  }

  /** The page's part: it opens the dialogs that widgets ask for. */
  #beginShift(stage: Stage): void {
    const desk = this.#desk;
    desk.addEventListener('dw-consult-open', ({detail}: ConsultOpenEvent) => {
      stage.open('dw-consult-dialog', detail.interactionId);
    });
    desk.addEventListener('dw-transfer-open', ({detail}: TransferOpenEvent) => {
      stage.open('dw-transfer-dialog', detail.interactionId);
    });
    let hasBegun = false;
    desk.addEventListener('dw-connection-changed', ({detail: {status}}) => {
      if (hasBegun || status.state !== 'live') return;
      hasBegun = true;
      stage.agent.does({type: 'agent.set-state', to: {state: 'available'}});
      this.#options.begins?.(stage);
    });
    desk.port = this.#simulator.port('yoon');
  }

  #beginVisit(stage: Stage): void {
    const {language} = this.#options;
    const chat = this.#desk.querySelector('dw-visitor-chat');
    if (!chat) return;
    chat.customer = {name: language === 'ko' ? '이서연' : 'Lee Seo-yeon', email: 'seoyeon.lee@mail.example'};
    chat.start = async ({name, email, message}: VisitForm) => {
      const id = this.#simulator.chatArrives({name, text: message, ...(email === undefined ? {} : {email})});
      this.#desk.port = this.#simulator.visitorPort(id);
    };
    chat.resume = () => {
      this.#desk.reconnect();
    };
    this.#options.begins?.(stage);
  }
}
