// Topic traces: what other desks' state machines and control tables say, driven through the real engine and reducer.
import {controlJudge} from './control-matrix.mjs';
import {notApplicable} from './score.mjs';
import {stateJudge} from './state-traces.mjs';

const noAdapter =
  (backend) =>
  ({name, path}) => ({
    input: name ?? path ?? '',
    ...notApplicable(`a payload of ${backend}, for which there is no adapter yet`),
  });

/** The judges of the topic by file name. */
export const traceJudges = (core) => ({
  'webex_task_state_traces.jsonl': stateJudge(core),
  'webex_control_matrix.jsonl': controlJudge(core),
  'webex_widgets_payloads.jsonl': noAdapter('Webex Contact Center'),
  'twilio_taskrouter_events.jsonl': noAdapter('Twilio TaskRouter'),
  'amazon_connect_snapshots.jsonl': noAdapter('Amazon Connect'),
  'amazon_chatjs_items.jsonl': noAdapter('Amazon Connect chat'),
  'sipp_sequences.jsonl': noAdapter('SIP'),
});
