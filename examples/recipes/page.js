import {Simulator} from '@deskwire/adapter-simulator';
import '@deskwire/agent-state/define.js';
import '@deskwire/desk/define.js';
import '@deskwire/incoming-call/define.js';

const simulator = new Simulator();
document.querySelector('dw-desk').port = simulator.port('yoon');
const customer = {name: 'Kim Min-su', number: '+821055500142'};
document.querySelector('#call').addEventListener('click', () => simulator.callArrives(customer));
