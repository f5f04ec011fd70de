// Runs in a thread of its own: one file, one answer.
import {readFileSync} from 'node:fs';
import {parentPort, workerData} from 'node:worker_threads';

import type {InspectedFile} from '../files/inspect.js';
import {readFileFor} from './read-file.js';

const {path, ending} = workerData as InspectedFile;

parentPort?.postMessage(await readFileFor(readFileSync(path), ending));
