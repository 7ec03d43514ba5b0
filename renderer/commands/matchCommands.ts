import { folded } from '#shared/domain/searchText.ts';
import type { Command } from './command.ts';

const wordsOf = (text: string): string[] =>
  folded(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');

/** 0: its title begins with the text; 1: words of the title do; 2: its other words do; null: no. */
function rank(
  { title, words }: Pick<Command, 'title' | 'words'>,
  asked: readonly string[],
): number | null {
  const ofTitle = wordsOf(title);
  if (ofTitle.join(' ').startsWith(asked.join(' '))) return 0;
  const among = (candidates: readonly string[]): boolean =>
    asked.every((word) => candidates.some((candidate) => candidate.startsWith(word)));
  if (among(ofTitle)) return 1;
  return among([...ofTitle, ...wordsOf(words)]) ? 2 : null;
}

/** The text is how the command is called, and not only something that it answers to. */
export function isCalled(command: Pick<Command, 'title' | 'words'>, text: string): boolean {
  const asked = wordsOf(text);
  return asked.length > 0 && rank(command, asked) === 0;
}

/**
 * The commands of which every word of the text begins a word, without regard to accents, the best first. An empty text
 * asks for all of them.
 */
export function matchCommands<One extends Pick<Command, 'title' | 'words'>>(
  commands: readonly One[],
  text: string,
): One[] {
  const asked = wordsOf(text);
  if (asked.length === 0) return text.trim() === '' ? [...commands] : [];
  return commands
    .flatMap((command) => {
      const found = rank(command, asked);
      return found === null ? [] : [{ command, found }];
    })
    .sort((left, right) => left.found - right.found)
    .map(({ command }) => command);
}
