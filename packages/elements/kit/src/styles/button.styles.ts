import {css} from 'lit';

/**
 * The look of buttons, for `<dw-button>` and for native ones that need nothing of its behaviour:
 * `<button class="btn primary | danger | ghost | link | icon | small">`.
 */
export const buttonStyles = css`
  .btn {
    appearance: none;
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 6px;
    height: var(--dw-size-control);
    margin: 0;
    padding: 0 var(--dw-space-3);
    border: 1px solid var(--dw-color-border);
    border-radius: var(--dw-radius-control);
    background: var(--dw-color-surface);
    color: var(--dw-color-text);
    font: 500 13px/20px var(--dw-font-family);
    white-space: nowrap;
    cursor: default;
    transition: background-color var(--dw-duration-press);
  }
  .top .btn {
    background: var(--dw-color-surface-raised);
  }
  .btn > svg {
    width: 18px;
    height: 18px;
    margin-inline-start: -2px;
    color: var(--dw-color-text-secondary);
  }
  .btn:hover {
    background: var(--dw-color-surface-hover);
  }
  .btn:active {
    background: var(--dw-color-surface-pressed);
  }
  .btn.small {
    height: var(--dw-size-control-small);
    padding: 0 10px;
    border-radius: var(--dw-radius-chip);
  }
  .btn.primary {
    border-color: transparent;
    background: var(--dw-color-accent);
    color: var(--dw-color-on-accent);
  }
  .btn.primary:hover {
    background: var(--dw-color-accent-hover);
  }
  .btn.primary:active {
    background: var(--dw-color-accent-pressed);
  }
  .btn.danger {
    border-color: color-mix(in oklab, var(--dw-color-state-danger) 28%, transparent);
    background: var(--dw-color-state-danger-tint);
    color: var(--dw-color-state-danger);
  }
  .btn.danger:hover {
    background: color-mix(in oklab, var(--dw-color-state-danger) 8%, var(--dw-color-state-danger-tint));
  }
  .btn.danger:active {
    background: color-mix(in oklab, var(--dw-color-state-danger) 14%, var(--dw-color-state-danger-tint));
  }
  .btn.ghost {
    border-color: transparent;
    background: transparent;
    color: var(--dw-color-text-secondary);
  }
  .btn.ghost:hover {
    background: var(--dw-color-surface-hover);
  }
  .btn.ghost:active {
    background: var(--dw-color-surface-pressed);
  }
  .btn.icon {
    width: var(--dw-size-control);
    padding: 0;
  }
  .btn.icon.small {
    width: var(--dw-size-control-small);
  }
  .btn.icon > svg {
    margin: 0;
  }
  .btn.link {
    height: auto;
    padding: 0;
    border: 0;
    background: none;
    color: var(--dw-color-accent);
  }
  .btn:is(.primary, .danger) > svg {
    color: inherit;
  }
  .btn[aria-pressed='true'] {
    border-color: color-mix(in oklab, var(--dw-color-accent) 30%, transparent);
    background: var(--dw-color-accent-tint);
    color: var(--dw-color-accent);
  }
  .btn[aria-pressed='true'] > svg {
    color: inherit;
  }
  /* Said twice, so that it also holds for a filled button under the pointer. */
  .btn.btn:is(:disabled, [aria-disabled='true']) {
    border-color: var(--dw-color-border);
    background: var(--dw-color-surface-sunken);
    color: var(--dw-color-text-disabled);
  }
  .btn:is(:disabled, [aria-disabled='true']) > svg {
    color: inherit;
  }
  .btn.btn[aria-busy='true'] {
    border-color: var(--dw-color-border);
    background: var(--dw-color-surface-sunken);
    color: var(--dw-color-text-muted);
  }
  @media (forced-colors: active) {
    .btn.primary:not(:disabled, [aria-disabled='true'], [aria-busy='true']) {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
    .btn.btn:is(:disabled, [aria-disabled='true']) {
      border-color: GrayText;
      color: GrayText;
    }
  }
`;
