import {Simulator} from '/deskwire/cdn/adapter-simulator.js';

const simulator = new Simulator();
document.querySelector('dw-desk').port = simulator.port('yoon');
document.querySelector('#call').addEventListener('click', () => simulator.callArrives({name: 'Kim Min-su'}));
