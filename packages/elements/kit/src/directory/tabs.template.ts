import {html, type TemplateResult} from 'lit';

import type {DirectoryLanguage} from './presence.template.js';
import type {DirectoryList} from './lists.js';

/** Where a key takes the tabs; undefined where it takes them nowhere. The arrows follow the direction of the writing. */
export const nextTab = <T>(key: string, lists: readonly T[], current: T, isRtl: boolean): T | undefined => {
  const at = lists.indexOf(current);
  const step = isRtl ? -1 : 1;
  const next = {ArrowRight: at + step, ArrowLeft: at - step, Home: 0, End: lists.length - 1}[key];
  return next === undefined ? undefined : lists[(next + lists.length) % lists.length];
};

/** The tabs. The one that is shown is the one in the tab sequence. */
export const tabsTemplate = (
  language: DirectoryLanguage,
  lists: readonly DirectoryList[],
  current: DirectoryList,
  choose: (list: DirectoryList) => void,
): TemplateResult =>
  html`${lists.map(
    (list) =>
      html`<button
        type="button"
        class="tab"
        role="tab"
        id=${`tab-${list}`}
        aria-selected=${list === current ? 'true' : 'false'}
        aria-controls=${`panel-${list}`}
        tabindex=${list === current ? 0 : -1}
        @click=${() => {
          choose(list);
        }}
      >
        ${language.t(list)}
      </button>`,
  )}`;
