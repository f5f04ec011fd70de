import {html, type nothing, type TemplateResult} from 'lit';
import type {SampleLanguage} from '@deskwire/adapter-simulator';

const CRM = {
  en: ['Accounts', 'Contacts', 'Cases', 'Reports'],
  ko: ['계정', '연락처', '사례', '보고서'],
} as const;
const COMPANY = {en: 'Hanbit Logistics', ko: '한빛로지스틱스'} as const;
const ACCOUNT = {en: 'Account', ko: '계정'} as const;

/** The bar of somebody else's page, with what stands at its end. */
export const hostBar = (language: SampleLanguage, end: TemplateResult): TemplateResult =>
  html`<header class="host-bar">
    <span class="host-logo">CRM</span>
    ${CRM[language].map((word) => html`<span>${word}</span>`)}
    <i class="host-search"></i>
    ${end}
    <i class="host-person"></i>
  </header>`;

/** What that page is about. */
export const hostTitle = (language: SampleLanguage): TemplateResult =>
  html`<div class="host-title"><b>${COMPANY[language]}</b><span>${ACCOUNT[language]}</span></div>`;

const WIDTHS = [40, 80, 30, 70, 36, 86, 28, 60, 44, 72, 32, 80];

/** A part of that page, with so many lines in it. */
export const hostBox = (title: string, lines: number): TemplateResult =>
  html`<section class="host-box">
    <span>${title}</span>
    ${WIDTHS.slice(0, lines).map((width) => html`<i style="inline-size: ${width}%"></i>`)}
  </section>`;

/** One part of a picture under its caption. */
export const captioned = (caption: string, content: TemplateResult | typeof nothing): TemplateResult =>
  html`<section>
    <h2>${caption}</h2>
    ${content}
  </section>`;
