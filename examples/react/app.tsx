import {useState, type ReactElement} from 'react';
import '@deskwire/agent-state/define.js';
import '@deskwire/chat-pane/define.js';
import '@deskwire/consult-dialog/define.js';
import '@deskwire/desk/define.js';
import '@deskwire/incoming-call/define.js';
import '@deskwire/interaction-control/define.js';
import '@deskwire/task-list/define.js';
import '@deskwire/transfer-dialog/define.js';
import '@deskwire/wrap-up/define.js';
import type {} from '@deskwire/agent-state/react';
import type {} from '@deskwire/chat-pane/react';
import type {} from '@deskwire/consult-dialog/react';
import type {} from '@deskwire/desk/react';
import type {} from '@deskwire/incoming-call/react';
import type {} from '@deskwire/interaction-control/react';
import type {} from '@deskwire/task-list/react';
import type {} from '@deskwire/transfer-dialog/react';
import type {} from '@deskwire/wrap-up/react';
import type {InteractionArrival} from '@deskwire/desk';

import type {Backend} from '../backend.js';

interface DeskProps {
  readonly backend: Backend;
  readonly language: string;
  readonly onHandled: () => void;
}

/** The desk: what the page knows goes in by properties, what happens comes out by events. */
function Desk({backend, language, onHandled}: DeskProps): ReactElement {
  const [contact, setContact] = useState<InteractionArrival>();
  const [selectedId, select] = useState<string>();
  const [consultId, consult] = useState<string>();
  const [transferId, transfer] = useState<string>();
  return (
    <dw-desk
      port={backend.port}
      language={language}
      ondw-interaction-arrived={({detail}) => setContact(detail)}
      ondw-accept-done={({detail}) => select(detail.interactionId)}
      ondw-task-selected={({detail}) => select(detail.interactionId)}
      ondw-consult-open={({detail}) => consult(detail.interactionId)}
      ondw-transfer-open={({detail}) => transfer(detail.interactionId)}
      ondw-wrap-up-done={() => {
        select(undefined);
        onHandled();
      }}
    >
      <main>
        <aside>
          <dw-agent-state />
          <dw-task-list selectedId={selectedId} />
          <p>Last contact: {contact?.customer.name ?? 'none'}</p>
        </aside>
        <section>
          <dw-wrap-up interactionId={selectedId} />
          <dw-interaction-control interactionId={selectedId} />
          <dw-chat-pane interactionId={selectedId} />
        </section>
      </main>
      <dw-consult-dialog interactionId={consultId} ondw-consult-closed={() => consult(undefined)} />
      <dw-transfer-dialog interactionId={transferId} ondw-transfer-closed={() => transfer(undefined)} />
      <dw-incoming-call />
    </dw-desk>
  );
}

export function App({backend}: {readonly backend: Backend}): ReactElement {
  const [isOpen, setOpen] = useState(true);
  const [language, setLanguage] = useState('en');
  const [handled, setHandled] = useState(0);
  return (
    <>
      <header>
        <h1>Deskwire in React</h1>
        <output>Handled: {handled}</output>
        {backend.customer && (
          <>
            <button onClick={() => backend.customer?.('voice')}>A customer calls</button>
            <button onClick={() => backend.customer?.('chat')}>A customer writes</button>
          </>
        )}
        <select aria-label="Language" value={language} onChange={(event) => setLanguage(event.target.value)}>
          <option value="ko">한국어</option>
          <option value="en">English</option>
        </select>
        <button onClick={() => setOpen(!isOpen)}>{isOpen ? 'Close the desk' : 'Open the desk'}</button>
      </header>
      {isOpen && (
        <Desk backend={backend} language={language} onHandled={() => setHandled((count) => count + 1)} />
      )}
    </>
  );
}
