#!/usr/bin/env node
// `npm start`: builds what is missing, finds an Electron to run it on, runs it. It must be readable by
// any Node, so that an old one is told in a sentence and not by a syntax error.
const major = Number(process.versions.node.split('.')[0]);
if (major < 24) {
  console.error(
    `Libreta needs Node 24 or newer; this is ${process.versions.node} (${process.execPath}). ` +
      'After "npm install", "npm start" finds the right one by itself on Linux.',
  );
  process.exit(1);
}
const { run } = await import('./run.ts');
process.exitCode = await run(process.argv.slice(2));
