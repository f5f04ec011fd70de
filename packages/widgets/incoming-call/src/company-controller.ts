import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {lazily, refusalTextFrom, type RefusalText} from '@deskwire/kit';

import type {CompanyParts, TrayCompany} from './tray-company.js';

const company = lazily(() => import('./tray-company.js'));

/** What can be refused before there is anything to refuse: the connection, the profile. */
const commonText = /* @__PURE__ */ refusalTextFrom();

/** Has what goes with requests loaded when the first one connects, so that it is there when that one rings. */
export class CompanyController implements ReactiveController {
  /** It, once it is there. */
  here: TrayCompany | undefined;

  constructor(
    private readonly host: ReactiveControllerHost & Element,
    private readonly parts: CompanyParts,
  ) {
    host.addController(this);
  }

  /** Why something was refused, in words. */
  get refusalText(): RefusalText {
    return this.here?.refusalText ?? commonText;
  }

  /** Something waits. */
  async come(): Promise<void> {
    if (this.here) return;
    const module = await company();
    if (!this.host.isConnected) return;
    // The person is told that the sound is off, and can try again; the next request does so, too.
    if (!module) return this.parts.ringsFor() === undefined ? undefined : this.parts.rang('blocked');
    this.here ??= new module.TrayCompany(this.host, this.parts);
    this.host.requestUpdate();
  }

  /** Tries again to ring. Call it from a click. */
  readonly unlock = (): void => {
    this.here?.unlock();
    void this.come();
  };

  hostDisconnected(): void {
    this.here?.close();
    this.here = undefined;
  }
}
