import { EventEmitter } from 'node:events';

/** Loaded first in every utility process: gives it the port to its parent that Electron gives. */
class ParentPort extends EventEmitter {
  postMessage(message: unknown): void {
    process.send?.(structuredClone(message));
  }
  start(): void {
    // Messages are delivered from the first listener on.
  }
}

const parentPort = new ParentPort();
// A message that comes before anybody listens waits, as it does in Electron.
const early: unknown[] = [];
process.on('message', (data) => {
  if (parentPort.listenerCount('message') > 0) parentPort.emit('message', { data, ports: [] });
  else early.push(data);
});
parentPort.on('newListener', (event) => {
  if (event !== 'message') return;
  setImmediate(() => {
    for (const data of early.splice(0)) parentPort.emit('message', { data, ports: [] });
  });
});
// The helper does not outlive the app, however that ended.
process.on('disconnect', () => process.exit(0));

Object.defineProperties(process, {
  parentPort: { value: parentPort, enumerable: true },
  type: { value: 'utility', enumerable: true },
});
