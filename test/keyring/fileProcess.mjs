/** A keychain process that keeps what it is given in a file, which the test reads: a keychain that always works. */
import { readFileSync, writeFileSync } from 'node:fs';

const file = process.env.KEYCHAIN_FILE;
const kept = () => JSON.parse(readFileSync(file, 'utf8'));

function answerOf({ operation, account, password }) {
  const { [account]: found, ...others } = kept();
  switch (operation) {
    case 'read':
      return found === undefined ? { code: 'missing' } : { code: 'found', password: found };
    case 'write':
      writeFileSync(file, JSON.stringify({ ...others, [account]: password }));
      return { code: 'done' };
    case 'remove':
      writeFileSync(file, JSON.stringify(others));
      return { code: found === undefined ? 'missing' : 'done' };
    default:
      return { code: 'done' };
  }
}

process.on('message', ({ id, body }) => process.send({ id, body: answerOf(body) }));
process.on('disconnect', () => process.exit(0));
