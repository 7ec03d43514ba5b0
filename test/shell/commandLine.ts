/** What the stand-in was asked to do, read from an Electron command line. */
export interface CommandLine {
  /** Files given by `-r`, to be loaded before the app. */
  readonly requires: readonly string[];
  /** Port of Node's inspector; 0 lets the system choose. */
  readonly inspectPort: number | undefined;
  /** The first argument that is not a switch. */
  readonly appPath: string | undefined;
  /** Every `--name` and `--name=value`, wherever it stands, as Chromium reads them. */
  readonly switches: ReadonlyMap<string, string>;
}

const DEFAULT_INSPECT_PORT = 9229;

function readPort(value: string): number {
  if (value === '') return DEFAULT_INSPECT_PORT;
  const port = Number(value.slice(value.lastIndexOf(':') + 1));
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Error(`--inspect=${value} names no port between 0 and 65535.`);
  }
  return port;
}

/** Reads the arguments after the executable's own name. */
export function parseCommandLine(args: readonly string[]): CommandLine {
  const requires: string[] = [];
  const switches = new Map<string, string>();
  let inspectPort: number | undefined;
  let appPath: string | undefined;
  for (let index = 0; index < args.length; index += 1) {
    const argument = args[index] ?? '';
    if (argument === '-r' || argument === '--require') {
      const file = args[(index += 1)];
      if (file === undefined) throw new Error(`${argument} needs a file after it.`);
      requires.push(file);
      continue;
    }
    if (!argument.startsWith('-') || argument === '-') {
      appPath ??= argument;
      continue;
    }
    const [, name = '', value = ''] = /^--?([^=]*)=?([\s\S]*)$/.exec(argument) ?? [];
    if (name === 'inspect-brk') {
      throw new Error('The stand-in for Electron has no --inspect-brk: use --inspect.');
    } else if (name === 'inspect') {
      inspectPort = readPort(value);
    } else if (name === 'require' || name === 'r') {
      requires.push(value);
    } else if (name !== '') {
      switches.set(name.toLowerCase(), value);
    }
  }
  return { requires, inspectPort, appPath, switches };
}
