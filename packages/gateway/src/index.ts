export {buildGateway} from './build-gateway.js';
export type {Channel, ChannelApi, Upgrade} from './channels/channel.js';
export type {MediaEvent, MediaLeg, MediaPort} from './channels/voice/media-port.js';
export {DEMO_CONFIG} from './config/demo.js';
export {withRingSeconds, type GatewayConfig, type User} from './config/gateway-config.js';
export {parseConfig, parseUsers} from './config/load-config.js';
export type {Addresses, Gateway} from './gateway.js';
export type {GatewayOptions} from './options.js';
export * from './store/index.js';
