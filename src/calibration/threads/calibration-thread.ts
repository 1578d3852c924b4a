import { parentPort, workerData } from 'node:worker_threads';
import { calibrate } from '../calibrate.ts';
import type { ThreadTask } from './calibrate-in-worker.ts';

const { forms, options } = workerData as ThreadTask;
parentPort?.postMessage(calibrate(forms, options));
