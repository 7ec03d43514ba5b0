#!/usr/bin/env node
// `npm test`: every check there is, or the steps that are named: `node test/run.mjs unit e2e`.
// It must be readable by any Node, so that an old one is told in a sentence and not by a syntax error.
const major = Number(process.versions.node.split('.')[0]);
if (major < 24) {
  console.error(
    `The tests need Node 24 or newer; this is ${process.versions.node} (${process.execPath}). ` +
      'After "npm install", "npm test" finds the right one by itself on Linux.',
  );
  process.exit(1);
}
const { main } = await import('./runner/main.ts');
process.exitCode = await main(process.argv.slice(2));
