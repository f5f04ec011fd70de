import './define-call-guide.js';
