import {html, type TemplateResult} from 'lit';

/** Where a key takes the tabs; undefined where it takes them nowhere. The arrows follow the direction of the writing. */
export const nextTab = <T>(key: string, lists: readonly T[], current: T, isRtl: boolean): T | undefined => {
  const at = lists.indexOf(current);
  const step = isRtl ? -1 : 1;
  const next = {ArrowRight: at + step, ArrowLeft: at - step, Home: 0, End: lists.length - 1}[key];
  return next === undefined ? undefined : lists[(next + lists.length) % lists.length];
};

/** The tabs, `tab-<name>` for `panel-<name>`. The one that is shown is the one in the tab sequence. */
export const tabsTemplate = <T extends string>(
  name: (tab: T) => string,
  tabs: readonly T[],
  current: T,
  choose: (tab: T) => void,
): TemplateResult =>
  html`${tabs.map(
    (tab) =>
      html`<button
        type="button"
        class="tab"
        role="tab"
        id=${`tab-${tab}`}
        aria-selected=${tab === current ? 'true' : 'false'}
        aria-controls=${`panel-${tab}`}
        tabindex=${tab === current ? 0 : -1}
        @click=${() => {
          choose(tab);
        }}
      >
        ${name(tab)}
      </button>`,
  )}`;
