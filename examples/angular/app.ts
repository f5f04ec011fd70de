import {Component, inject, InjectionToken, signal} from '@angular/core';

import type {Backend} from '../backend.js';

import {Desk} from './desk.js';

export const BACKEND = new InjectionToken<Backend>('backend');

@Component({
  selector: 'app-root',
  imports: [Desk],
  template: `
    <header>
      <h1>Deskwire in Angular</h1>
      <output>Handled: {{ handled() }}</output>
      @if (backend.customer; as arrive) {
        <button (click)="arrive('voice')">A customer calls</button>
        <button (click)="arrive('chat')">A customer writes</button>
      }
      <select #languages aria-label="Language" [value]="language()" (change)="language.set(languages.value)">
        <option value="ko">한국어</option>
        <option value="en" selected>English</option>
      </select>
      <button (click)="isOpen.set(!isOpen())">{{ isOpen() ? 'Close the desk' : 'Open the desk' }}</button>
    </header>
    @if (isOpen()) {
      <app-desk [port]="backend.port" [language]="language()" (handled)="handled.set(handled() + 1)" />
    }
  `,
})
export class App {
  protected readonly backend = inject(BACKEND);
  protected readonly isOpen = signal(true);
  protected readonly language = signal('en');
  protected readonly handled = signal(0);
}
