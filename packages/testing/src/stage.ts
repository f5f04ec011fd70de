import {css, html, type TemplateResult} from 'lit';
import {DeskwireElement, defineElement, surfaceStyles} from '@deskwire/kit';

/**
 * A card with the design tokens, for showing and testing primitives outside a widget.
 *
 * @element dw-stage
 * @slot - What is shown.
 */
export class StageElement extends DeskwireElement {
  static override styles = [
    surfaceStyles,
    css`
      .card {
        overflow: visible;
        padding: 16px;
      }
    `,
  ];

  protected override render(): TemplateResult {
    return html`<div class="card"><slot></slot></div>`;
  }
}

/** Registers `<dw-stage>`. */
export const defineStage = (): boolean => defineElement('dw-stage', StageElement, '0.1.0');

declare global {
  interface HTMLElementTagNameMap {
    'dw-stage': StageElement;
  }
}
