import { describe, expect, it } from 'vitest';
import { parseCommandLine } from '../../shell/commandLine.ts';

describe('the command line of the stand-in', () => {
  it("reads Playwright's", () => {
    const parsed = parseCommandLine([
      ...['-r', '/loader.js', '--no-sandbox', '--inspect=0', '--remote-debugging-port=0'],
      ...['.', '--user-data-dir=/tmp/a b', '--Lang=es', 'file', '-x'],
    ]);
    expect(parsed).toEqual({
      requires: ['/loader.js'],
      inspectPort: 0,
      appPath: '.',
      switches: new Map([
        ['no-sandbox', ''],
        ['remote-debugging-port', '0'],
        ['user-data-dir', '/tmp/a b'],
        ['lang', 'es'],
        ['x', ''],
      ]),
    });
  });

  it('knows the other ways to write -r and --inspect', () => {
    expect(parseCommandLine(['--require', 'a', '--require=b'])).toMatchObject({
      requires: ['a', 'b'],
      inspectPort: undefined,
      appPath: undefined,
    });
    expect(parseCommandLine(['--inspect']).inspectPort).toBe(9229);
    expect(parseCommandLine(['--inspect=127.0.0.1:5000']).inspectPort).toBe(5000);
  });

  it('keeps what stands after an equals sign whole', () => {
    const { switches } = parseCommandLine(['.', '--data=a=b\nc', '--empty=']);
    expect([...switches]).toEqual([
      ['data', 'a=b\nc'],
      ['empty', ''],
    ]);
  });

  it.each([
    [['-r'], '-r needs a file after it.'],
    [['--inspect=x'], '--inspect=x names no port'],
    [['--inspect=70000'], 'names no port between'],
    [['--inspect-brk'], 'has no --inspect-brk'],
  ])('refuses %j', (args, message) => {
    expect(() => parseCommandLine(args)).toThrow(message);
  });
});
