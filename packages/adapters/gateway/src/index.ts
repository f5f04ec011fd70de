export * from './entrance.js';
export * from './gateway-error.js';
export * from './gateway-port.js';
export type {SessionTimers} from './gateway-session.js';
export type {GatewaySocket, WebSocketFactory} from './gateway-socket.js';
export type {RequestOptions} from './request.js';
