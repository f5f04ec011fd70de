export {CallGuideElement} from './call-guide.element.js';
export * from './call-guide.events.js';
export type {GuideStage, GuideStep, GuideView} from './call-guide.view.js';
