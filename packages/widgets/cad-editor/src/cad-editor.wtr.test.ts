import {expect} from '@open-wc/testing';
import type {CadVariable} from '@deskwire/domain';
import type {FakeStream} from '@deskwire/testing';
import {anActive, aVariable, CUSTOMER} from '@deskwire/testing/fixtures.js';
import {
  mountWidget,
  overflows,
  runWidgetSuite,
  unmountAll,
  type Harness,
  type MountOptions,
} from '@deskwire/testing/widgets.js';

import './define.js';
import {CadEditorElement} from './cad-editor.element.js';
import {aCall, aDeskThatSaves, changed, variables} from './cad-editor.harness.js';

const TAG = 'dw-cad-editor';

runWidgetSuite('the data editor', {
  tag: TAG,
  elementClass: CadEditorElement,
  version: '0.1.0',
  stream: () => aDeskThatSaves(),
  texts: {en: 'Account number', ko: '계정 번호'},
  news: (stream) => {
    changed(stream, {plan: 'Platinum'}, 'flow');
  },
  secrets: [
    ...[CUSTOMER.name ?? '', CUSTOMER.number ?? ''],
    ...variables()
      .map(({value}) => value)
      .filter((value) => value !== 'true'),
  ],
});
