export * from './agent-state.element.js';
export * from './agent-state.events.js';
export {AGENT_STATES, type AgentStateName, type CurrentState} from './agent-state.view.js';
