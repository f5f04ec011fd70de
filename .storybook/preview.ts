import {setCustomElementsManifest} from '@storybook/web-components-vite';
import type {Decorator, Preview} from '@storybook/web-components-vite';

import {docsPage} from './home/lazy-docs-page.js';
import {relayEvents} from './home/event-relay.js';
import {wearTheme} from './sample-theme.js';
import './preview.css';

/** The docs of every element, from the manifests of all packages (`npm run manifest`). */
const manifests = import.meta.glob<{modules: unknown[]}>('../packages/**/custom-elements.json', {
  eager: true,
  import: 'default',
});
setCustomElementsManifest({
  schemaVersion: '1.0.0',
  readme: '',
  modules: Object.values(manifests).flatMap(({modules}) => modules),
});

// What the widgets of a story tell their page is listed in the panel below it.
relayEvents();

/** Sets language, direction and theme as a host page does: as attributes of the document. */
const asHostPage: Decorator = (story, {globals}) => {
  const page = document.documentElement;
  page.lang = String(globals['language']);
  page.dir = String(globals['direction']);
  wearTheme(String(globals['theme']));
  return story();
};

/** The widths at which every widget is looked at. */
const viewport = (width: number) => ({
  name: `${width} px`,
  styles: {width: `${width}px`, height: '800px'},
  type: 'other' as const,
});

const preview: Preview = {
  tags: ['autodocs'],
  // Drafts outlive a reload: each story begins without those of the others.
  beforeEach: () => {
    sessionStorage.clear();
    localStorage.clear();
  },
  decorators: [asHostPage],
  initialGlobals: {language: 'en', theme: 'auto', direction: 'ltr'},
  globalTypes: {
    language: {
      description: 'Language',
      toolbar: {
        icon: 'globe',
        dynamicTitle: true,
        items: [
          {value: 'ko', title: '한국어'},
          {value: 'en', title: 'English'},
        ],
      },
    },
    theme: {
      description: 'Theme',
      toolbar: {
        icon: 'contrast',
        dynamicTitle: true,
        items: [
          {value: 'auto', title: 'Theme of the system'},
          {value: 'light', title: 'Light'},
          {value: 'dark', title: 'Dark'},
          {value: 'crm', title: 'CRM look'},
        ],
      },
    },
    direction: {
      description: 'Direction',
      toolbar: {
        icon: 'transfer',
        dynamicTitle: true,
        items: [
          {value: 'ltr', title: 'Left to right'},
          {value: 'rtl', title: 'Right to left'},
        ],
      },
    },
  },
  parameters: {
    a11y: {test: 'error'},
    // A page of its own for every widget; it dresses the document as the stories do.
    docs: {page: docsPage},
    hostPage: asHostPage,
    controls: {expanded: true},
    viewport: {options: {w320: viewport(320), w420: viewport(420), w760: viewport(760)}},
    options: {
      storySort: {method: 'alphabetical', order: ['Deskwire', 'Design', 'Desk', 'Widgets', 'Kit']},
    },
  },
};
export default preview;
