/**
 * A keychain process that passes its first test and then answers nothing: a keychain that was open and shows a
 * prompt now which nobody answers.
 */
let tested = false;
process.on('message', ({ id, body }) => {
  if (body.operation === 'probe' && !tested) process.send({ id, body: { code: 'done' } });
  tested = true;
});
process.on('disconnect', () => process.exit(0));
