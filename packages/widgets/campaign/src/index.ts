export {CallGuideElement} from './call-guide.element.js';
export * from './call-guide.events.js';
export type {GuideStage, GuideStep, GuideView} from './call-guide.view.js';
export {CampaignElement} from './campaign.element.js';
export * from './campaign.events.js';
export type {CampaignView, ContactField, ContactView} from './campaign.view.js';
