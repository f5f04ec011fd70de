import {Simulator} from '/deskwire/standalone/adapter-simulator/adapter-simulator.js';

const simulator = new Simulator();
document.querySelector('dw-desk').port = simulator.port('yoon');
const customer = {name: 'Kim Min-su', number: '+821055500142'};
document.querySelector('#call').addEventListener('click', () => simulator.callArrives(customer));
