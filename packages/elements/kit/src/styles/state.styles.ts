import {css} from 'lit';

/** The names of states that have a hue of their own. */
export const HUES = [
  'ringing',
  'active',
  'hold',
  'consult',
  'conference',
  'wrapup',
  'rona',
  'available',
  'idle',
  'danger',
  'secure',
  'connecting',
] as const;
/** One of {@link HUES}. */
export type Hue = (typeof HUES)[number];

/** Hues as classes, the state chip (icon and text, always), the channel tile and the count badge. */
export const stateStyles = css`
  .ringing {
    --_dw-hue: var(--dw-color-state-ringing);
    --_dw-tint: var(--dw-color-state-ringing-tint);
  }
  .active {
    --_dw-hue: var(--dw-color-state-active);
    --_dw-tint: var(--dw-color-state-active-tint);
  }
  .hold {
    --_dw-hue: var(--dw-color-state-hold);
    --_dw-tint: var(--dw-color-state-hold-tint);
  }
  .consult {
    --_dw-hue: var(--dw-color-state-consult);
    --_dw-tint: var(--dw-color-state-consult-tint);
  }
  .conference {
    --_dw-hue: var(--dw-color-state-conference);
    --_dw-tint: var(--dw-color-state-conference-tint);
  }
  .wrapup {
    --_dw-hue: var(--dw-color-state-wrapup);
    --_dw-tint: var(--dw-color-state-wrapup-tint);
  }
  .rona {
    --_dw-hue: var(--dw-color-state-rona);
    --_dw-tint: var(--dw-color-state-rona-tint);
  }
  .available {
    --_dw-hue: var(--dw-color-state-available);
    --_dw-tint: var(--dw-color-state-available-tint);
  }
  .idle {
    --_dw-hue: var(--dw-color-state-idle);
    --_dw-tint: var(--dw-color-state-idle-tint);
  }
  .danger {
    --_dw-hue: var(--dw-color-state-danger);
    --_dw-tint: var(--dw-color-state-danger-tint);
  }
  .secure {
    --_dw-hue: var(--dw-color-state-secure);
    --_dw-tint: var(--dw-color-state-secure-tint);
  }
  .connecting {
    --_dw-hue: var(--dw-color-text-muted);
    --_dw-tint: var(--dw-color-surface-hover);
  }

  .hue {
    color: var(--_dw-hue);
  }
  .state {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    height: 24px;
    padding-inline: 6px 8px;
    border-radius: var(--dw-radius-chip);
    font: 500 12px/16px var(--dw-font-family);
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
    color: var(--_dw-hue);
    background: var(--_dw-tint);
  }
  .state > svg {
    width: 16px;
    height: 16px;
  }
  .state.bare {
    height: 16px;
    padding: 0;
    background: none;
    vertical-align: middle;
  }
  .channel {
    position: relative;
    display: grid;
    place-items: center;
    width: 32px;
    height: 32px;
    flex: none;
    border-radius: var(--dw-radius-control);
    color: var(--_dw-hue);
    background: var(--_dw-tint);
  }
  .channel.is-ringing::after {
    content: '';
    position: absolute;
    inset: 0;
    border: 1.5px solid var(--_dw-hue);
    border-radius: inherit;
    animation: dw-ring var(--dw-duration-ring) var(--dw-ease-out) infinite;
  }
  .badge {
    display: inline-block;
    min-width: 18px;
    height: 18px;
    padding: 0 5px;
    border-radius: var(--dw-radius-pill);
    background: var(--dw-color-accent);
    color: var(--dw-color-on-accent);
    font: 600 11px/18px var(--dw-font-family);
    font-variant-numeric: tabular-nums;
    text-align: center;
  }
  .clock {
    font: var(--dw-font-clock);
    font-variant-numeric: tabular-nums;
    letter-spacing: -0.01em;
    white-space: nowrap;
  }

  @keyframes dw-ring {
    0% {
      transform: scale(1);
      opacity: 0.7;
    }
    70%,
    100% {
      transform: scale(1.45);
      opacity: 0;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .channel.is-ringing::after {
      animation: none;
    }
  }
  @media (forced-colors: active) {
    .state:not(.bare),
    .channel {
      border: 1px solid CanvasText;
    }
    .badge {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
  }
`;
