import type {WidgetPage} from './model.js';
import {agentState} from './widgets/agent-state.js';
import {cadEditor} from './widgets/cad-editor.js';
import {callGuide} from './widgets/call-guide.js';
import {campaign} from './widgets/campaign.js';
import {chatPane} from './widgets/chat-pane.js';
import {consultDialog} from './widgets/consult-dialog.js';
import {emailComposer} from './widgets/email-composer.js';
import {contactHistory, history} from './widgets/history.js';
import {incomingCall} from './widgets/incoming-call.js';
import {interactionControl} from './widgets/interaction-control.js';
import {outdial} from './widgets/outdial.js';
import {taskList} from './widgets/task-list.js';
import {transferDialog} from './widgets/transfer-dialog.js';
import {visitorChat} from './widgets/visitor-chat.js';
import {wrapUp} from './widgets/wrap-up.js';

/** Every widget's page, in the order of a working day. */
export const PAGES: readonly WidgetPage[] = [
  agentState,
  incomingCall,
  taskList,
  interactionControl,
  consultDialog,
  transferDialog,
  outdial,
  campaign,
  callGuide,
  chatPane,
  emailComposer,
  cadEditor,
  wrapUp,
  contactHistory,
  history,
  visitorChat,
];

/** The page of an element, where it has one. */
export const pageOf = (tag: string): WidgetPage | undefined => PAGES.find((page) => page.tag === tag);
