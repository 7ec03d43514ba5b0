/** What the box over everything marks, shows and finds. */
import { describe, expect, it } from 'vitest';
import { searchWords } from '#shared/domain/searchText.ts';
import { isCalled, matchCommands } from '../../../renderer/commands/matchCommands.ts';
import { foundLine } from '../../../renderer/domain/foundLine.ts';
import { piecesOf } from '../../../renderer/domain/marks.ts';

/** With what is found in brackets. */
const marked = (text: string, query: string): string =>
  piecesOf(text, searchWords(query))
    .map((piece) => (piece.found ? `[${piece.text}]` : piece.text))
    .join('');

describe('what is found is marked', () => {
  it.each([
    ['José Núñez', 'nunez', 'José [Núñez]'],
    ['José Núñez', 'jose nu', '[José] [Nú]ñez'],
    ['Jose\u0301 Ruiz', 'jose', '[Jose\u0301] Ruiz'],
    ['ananas', 'ana', '[ana]nas'],
    ['+34 677 12 34', '677 12', '+34 [677 12] 34'],
    ['34677123456', '677 12', '34[67712]3456'],
    ['677-12', '67712', '[677-12]'],
    ['ﬁn', 'f', '[ﬁ]n'],
    ['😀 Ana', 'ana', '😀 [Ana]'],
    ['Ana', 'pere', 'Ana'],
    ['', 'ana', ''],
  ])('%s, searched for %s', (text, query, expected) => {
    expect(marked(text, query)).toBe(expected);
  });
});

describe('the line of a found contact', () => {
  const fields = { mobile: '34677123456', name: 'Ana', city: 'Alcoi', notes: 'amiga de Pere' };
  it.each([
    ['ana', ['34677123456']],
    ['677', ['34677123456']],
    ['alcoi', ['34677123456', 'Alcoi']],
    ['ana pere alc', ['34677123456', 'Alcoi', 'amiga de Pere']],
  ])('shows the main field and where “%s” was found', (query, line) => {
    expect(foundLine(fields, 'mobile', 'Ana', searchWords(query))).toEqual(line);
  });

  it('does not say a main field twice that is the title', () => {
    expect(foundLine({ mobile: '1', city: 'Alcoi' }, 'mobile', '1', [])).toEqual([]);
  });
});

describe('commands', () => {
  const commands = [
    { title: 'Create a group…', words: 'new list' },
    { title: 'Columns of “Group A”…', words: 'fields' },
    { title: 'Trabajar sin conexión', words: 'desconectar avión' },
  ];
  const titles = (text: string): string[] =>
    matchCommands(commands, text).map(({ title }) => title);

  it.each([
    ['group', ['Create a group…', 'Columns of “Group A”…']],
    ['create group', ['Create a group…']],
    ['new', ['Create a group…']],
    ['SIN CONEXION', ['Trabajar sin conexión']],
    ['avion', ['Trabajar sin conexión']],
    ['col', ['Columns of “Group A”…']],
    ['olumns', []],
    ['…', []],
  ])('“%s”', (text, expected) => {
    expect(titles(text)).toEqual(expected);
  });

  it('are called by the beginning of their title only', () => {
    const [create] = commands;
    expect(isCalled(create!, 'create')).toBe(true);
    expect(isCalled(create!, 'group')).toBe(false);
    expect(isCalled(create!, '')).toBe(false);
  });

  it('are all there for an empty text', () => {
    expect(titles(' ')).toHaveLength(3);
  });
});
