import {css} from 'lit';

/**
 * Design tokens, on the host of every widget. Three layers: the page's four knobs (`--dw-accent`, `--dw-font`,
 * `--dw-radius`, `--dw-density`), the palette (private), and the semantic layer, the only one that styles read.
 *
 * Both themes stand in one value, `light-dark()`, which `color-scheme` decides where the colour is used. The
 * colour scheme follows the system here, and `ThemeController` replaces it where a `data-dw-theme` stands.
 */
export const tokens = css`
  :host {
    color-scheme: light dark !important;

    /* palette */
    --dw-palette-0: light-dark(oklch(1 0 0), oklch(0.214 0.008 265));
    --dw-palette-1: light-dark(oklch(0.982 0.002 265), oklch(0.188 0.008 265));
    --dw-palette-2: light-dark(oklch(0.962 0.003 265), oklch(0.28 0.011 265));
    --dw-palette-3: light-dark(oklch(0.935 0.005 265), oklch(0.322 0.012 265));
    --dw-palette-4: light-dark(oklch(0.906 0.006 265), oklch(0.332 0.012 265));
    --dw-palette-5: light-dark(oklch(0.655 0.012 265), oklch(0.56 0.014 265));
    --dw-palette-6: light-dark(oklch(0.505 0.014 265), oklch(0.725 0.012 265));
    --dw-palette-7: light-dark(oklch(0.385 0.014 265), oklch(0.83 0.01 265));
    --dw-palette-8: light-dark(oklch(0.225 0.014 265), oklch(0.945 0.005 265));
    --dw-palette-raised: light-dark(oklch(1 0 0), oklch(0.242 0.009 265));
    --dw-palette-accent: light-dark(oklch(0.47 0.125 268), oklch(0.76 0.1 270));
    --dw-palette-azure: light-dark(oklch(0.49 0.125 243), oklch(0.79 0.1 240));
    --dw-palette-azure-tint: light-dark(oklch(0.965 0.018 243), oklch(0.29 0.04 243));
    --dw-palette-green: light-dark(oklch(0.48 0.11 154), oklch(0.79 0.12 154));
    --dw-palette-green-tint: light-dark(oklch(0.965 0.024 154), oklch(0.285 0.036 154));
    --dw-palette-amber: light-dark(oklch(0.5 0.105 72), oklch(0.82 0.115 80));
    --dw-palette-amber-tint: light-dark(oklch(0.97 0.03 85), oklch(0.295 0.038 80));
    --dw-palette-violet: light-dark(oklch(0.49 0.14 305), oklch(0.79 0.105 305));
    --dw-palette-violet-tint: light-dark(oklch(0.967 0.018 305), oklch(0.29 0.042 305));
    --dw-palette-teal: light-dark(oklch(0.48 0.082 200), oklch(0.8 0.085 200));
    --dw-palette-teal-tint: light-dark(oklch(0.965 0.02 200), oklch(0.285 0.03 200));
    --dw-palette-plum: light-dark(oklch(0.48 0.11 345), oklch(0.79 0.1 345));
    --dw-palette-plum-tint: light-dark(oklch(0.967 0.016 345), oklch(0.29 0.036 345));
    --dw-palette-orange: light-dark(oklch(0.51 0.135 45), oklch(0.79 0.115 52));
    --dw-palette-orange-tint: light-dark(oklch(0.967 0.022 55), oklch(0.29 0.042 48));
    --dw-palette-red: light-dark(oklch(0.51 0.17 25), oklch(0.765 0.125 22));
    --dw-palette-red-tint: light-dark(oklch(0.967 0.018 20), oklch(0.278 0.042 22));
    --dw-palette-shadow: light-dark(oklch(0.2 0.02 265 / 0.14), oklch(0.08 0.01 265 / 0.55));
    --dw-palette-scrim: light-dark(oklch(0.2 0.02 265 / 0.28), oklch(0.08 0.01 265 / 0.5));

    /* surfaces */
    --dw-color-surface: var(--dw-palette-0);
    --dw-color-surface-sunken: var(--dw-palette-1);
    --dw-color-surface-hover: var(--dw-palette-2);
    --dw-color-surface-pressed: var(--dw-palette-3);
    --dw-color-surface-raised: var(--dw-palette-raised);
    --dw-color-scrim: var(--dw-palette-scrim);

    /* text */
    --dw-color-text: var(--dw-palette-8);
    --dw-color-text-secondary: var(--dw-palette-7);
    --dw-color-text-muted: var(--dw-palette-6);
    --dw-color-text-disabled: var(--dw-palette-5);

    /* lines: hairline separates, control outlines an input (3:1) */
    --dw-color-border: var(--dw-palette-4);
    --dw-color-border-control: var(--dw-palette-5);

    /* accent: primary action, selection, focus, link */
    --dw-color-accent: var(--dw-accent, var(--dw-palette-accent));
    --dw-color-accent-hover: color-mix(in oklab, var(--dw-color-accent) 90%, var(--dw-palette-8));
    --dw-color-accent-pressed: color-mix(in oklab, var(--dw-color-accent) 78%, var(--dw-palette-8));
    --dw-color-accent-tint: light-dark(
      color-mix(in oklab, var(--dw-color-accent) 9%, var(--dw-palette-0)),
      color-mix(in oklab, var(--dw-color-accent) 16%, var(--dw-palette-0))
    );
    --dw-color-on-accent: var(--dw-palette-0);
    --dw-color-focus: var(--dw-color-accent);

    /* state: fg is text and icon; tint is the chip or band behind it */
    --dw-color-state-ringing: var(--dw-palette-azure);
    --dw-color-state-ringing-tint: var(--dw-palette-azure-tint);
    --dw-color-state-active: var(--dw-palette-green);
    --dw-color-state-active-tint: var(--dw-palette-green-tint);
    --dw-color-state-hold: var(--dw-palette-amber);
    --dw-color-state-hold-tint: var(--dw-palette-amber-tint);
    --dw-color-state-consult: var(--dw-palette-violet);
    --dw-color-state-consult-tint: var(--dw-palette-violet-tint);
    --dw-color-state-conference: var(--dw-palette-teal);
    --dw-color-state-conference-tint: var(--dw-palette-teal-tint);
    --dw-color-state-wrapup: var(--dw-palette-plum);
    --dw-color-state-wrapup-tint: var(--dw-palette-plum-tint);
    --dw-color-state-rona: var(--dw-palette-orange);
    --dw-color-state-rona-tint: var(--dw-palette-orange-tint);
    --dw-color-state-available: var(--dw-palette-green);
    --dw-color-state-available-tint: var(--dw-palette-green-tint);
    --dw-color-state-idle: var(--dw-palette-6);
    --dw-color-state-idle-tint: var(--dw-palette-2);
    --dw-color-state-danger: var(--dw-palette-red);
    --dw-color-state-danger-tint: var(--dw-palette-red-tint);
    --dw-color-state-secure: var(--dw-palette-7);
    --dw-color-state-secure-tint: var(--dw-palette-2);

    /* type */
    --dw-font-family: var(
      --dw-font,
      system-ui,
      'Segoe UI',
      'Apple SD Gothic Neo',
      'Malgun Gothic',
      'Noto Sans KR',
      sans-serif
    );
    --dw-font-meta: 400 12px/16px var(--dw-font-family);
    --dw-font-base: 400 13px/20px var(--dw-font-family);
    --dw-font-reading: 400 14px/22px var(--dw-font-family);
    --dw-font-title: 600 13px/20px var(--dw-font-family);
    --dw-font-heading: 600 16px/24px var(--dw-font-family);
    --dw-font-clock: 500 20px/24px var(--dw-font-family);

    /* space: 4 px grid */
    --dw-space-1: 4px;
    --dw-space-2: 8px;
    --dw-space-3: 12px;
    --dw-space-4: 16px;
    --dw-space-5: 20px;
    --dw-space-6: 24px;
    --dw-space-8: 32px;

    /* size: density 0.875 compact (28) · 1 default (32) · 1.25 touch (40) */
    --dw-size-control: calc(32px * var(--dw-density, 1));
    --dw-size-control-small: calc(28px * var(--dw-density, 1));
    --dw-size-row: calc(56px * var(--dw-density, 1));
    --dw-size-icon: 20px;
    --dw-size-icon-small: 16px;

    /* radius: everything follows one knob */
    --dw-radius-control: var(--dw-radius, 8px);
    --dw-radius-surface: calc(var(--dw-radius, 8px) + 2px);
    --dw-radius-chip: calc(var(--dw-radius, 8px) * 0.75);
    --dw-radius-pill: 999px;

    /* elevation: flat surfaces have a hairline; only the top layer casts a shadow */
    --dw-shadow-none: none;
    --dw-shadow-top: 0 12px 32px -8px var(--dw-palette-shadow);

    /* motion: arrival only */
    --dw-duration-press: 80ms;
    --dw-duration-arrive: 180ms;
    --dw-duration-ring: 1800ms;
    --dw-ease-out: cubic-bezier(0.2, 0.8, 0.2, 1);
  }

  @media (pointer: coarse) {
    :host {
      --dw-size-control: calc(32px * var(--dw-density, 1.25));
      --dw-size-control-small: calc(28px * var(--dw-density, 1.25));
      --dw-size-row: calc(56px * var(--dw-density, 1.25));
    }
  }

  @media (prefers-reduced-motion: reduce) {
    :host {
      --dw-duration-press: 0ms;
      --dw-duration-arrive: 0ms;
      --dw-duration-ring: 0ms;
    }
  }

  /* The system palette replaces the semantic layer; icon and text carry the state. */
  @media (forced-colors: active) {
    :host {
      --dw-color-surface: Canvas;
      --dw-color-surface-sunken: Canvas;
      --dw-color-surface-hover: Canvas;
      --dw-color-surface-pressed: Canvas;
      --dw-color-surface-raised: Canvas;
      --dw-color-text: CanvasText;
      --dw-color-text-secondary: CanvasText;
      --dw-color-text-muted: CanvasText;
      --dw-color-text-disabled: GrayText;
      --dw-color-border: CanvasText;
      --dw-color-border-control: ButtonBorder;
      --dw-color-accent: Highlight;
      --dw-color-accent-hover: Highlight;
      --dw-color-accent-pressed: Highlight;
      --dw-color-accent-tint: Canvas;
      --dw-color-on-accent: HighlightText;
      --dw-color-focus: Highlight;
      --dw-color-state-ringing: CanvasText;
      --dw-color-state-ringing-tint: Canvas;
      --dw-color-state-active: CanvasText;
      --dw-color-state-active-tint: Canvas;
      --dw-color-state-hold: CanvasText;
      --dw-color-state-hold-tint: Canvas;
      --dw-color-state-consult: CanvasText;
      --dw-color-state-consult-tint: Canvas;
      --dw-color-state-conference: CanvasText;
      --dw-color-state-conference-tint: Canvas;
      --dw-color-state-wrapup: CanvasText;
      --dw-color-state-wrapup-tint: Canvas;
      --dw-color-state-rona: CanvasText;
      --dw-color-state-rona-tint: Canvas;
      --dw-color-state-available: CanvasText;
      --dw-color-state-available-tint: Canvas;
      --dw-color-state-idle: CanvasText;
      --dw-color-state-idle-tint: Canvas;
      --dw-color-state-danger: CanvasText;
      --dw-color-state-danger-tint: Canvas;
      --dw-color-state-secure: CanvasText;
      --dw-color-state-secure-tint: Canvas;
      --dw-shadow-top: none;
    }
  }
`;
