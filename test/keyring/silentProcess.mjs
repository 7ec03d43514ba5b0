/**
 * A process that answers no request except two: `end` makes it end itself, `echo` is answered.
 * It stands in for a keychain that hangs or crashes, to test limits and restarts on every system.
 */
process.on('message', ({ id, body }) => {
  if (body === 'end') process.exit(3);
  if (body === 'garbage') process.send('not an envelope');
  if (body === 'garbage') process.send({ id: id + 1000, body: 'for somebody else' });
  if (body === 'echo') process.send({ id, body: process.pid });
});
process.on('disconnect', () => process.exit(0));
