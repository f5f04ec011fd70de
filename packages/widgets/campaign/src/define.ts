import './define-call-guide.js';
import './define-campaign.js';
