// Every element of the pages, registered.
import '@deskwire/agent-state/define.js';
import '@deskwire/cad-editor/define.js';
import '@deskwire/campaign/define.js';
import '@deskwire/chat-pane/define.js';
import '@deskwire/consult-dialog/define.js';
import '@deskwire/desk/define.js';
import '@deskwire/email-composer/define.js';
import '@deskwire/history/define.js';
import '@deskwire/incoming-call/define.js';
import '@deskwire/interaction-control/define.js';
import '@deskwire/outdial/define.js';
import '@deskwire/task-list/define.js';
import '@deskwire/transfer-dialog/define.js';
import '@deskwire/visitor-chat/define.js';
import '@deskwire/wrap-up/define.js';
