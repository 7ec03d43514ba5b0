import { folded } from '#shared/domain/searchText.ts';

/** A part of a text, and whether it is what was searched for. */
export interface Piece {
  readonly text: string;
  readonly found: boolean;
}

/** A text as the search sees it, with the place in the original that each character came from. */
interface Projection {
  readonly text: string;
  readonly from: readonly number[];
  readonly to: readonly number[];
}

function project(original: string, keep: (character: string) => boolean): Projection {
  let text = '';
  const from: number[] = [];
  const to: number[] = [];
  let at = 0;
  for (const character of original) {
    const seen = folded(character);
    const end = at + character.length;
    // An accent that stands by itself belongs to the letter before it.
    if (seen === '' && to.length > 0) to[to.length - 1] = end;
    for (const one of keep(seen) ? seen : '') {
      text += one;
      for (let unit = 0; unit < one.length; unit += 1) {
        from.push(at);
        to.push(end);
      }
    }
    at = end;
  }
  return { text, from, to };
}

const ascii = /^[\0-\x7f]*$/u;
/** The places of a text, and those behind them: as many as the longest had so far. */
const places: number[] = [];
const behind: number[] = [];

/** Where each character is seen as one, as in most texts. */
function plain(original: string): Projection {
  while (places.length < original.length) {
    places.push(places.length);
    behind.push(places.length);
  }
  return { text: folded(original), from: places, to: behind };
}

function mark({ text, from, to }: Projection, word: string, marked: Uint8Array): boolean {
  let start = text.indexOf(word);
  if (start < 0) return false;
  while (start >= 0) {
    marked.fill(1, from[start] ?? 0, to[start + word.length - 1] ?? 0);
    start = text.indexOf(word, start + word.length);
  }
  return true;
}

const digits = /^\d+$/u;

/**
 * A text in pieces, those that hold one of the words told apart: without regard to case, accents, or, inside numbers,
 * to what stands between the digits. `words`: as `searchWords` makes them.
 */
export function piecesOf(text: string, words: readonly string[]): Piece[] {
  const marked = new Uint8Array(text.length);
  const whole = ascii.test(text) ? plain(text) : project(text, () => true);
  for (const word of words) {
    if (word === '' || mark(whole, word, marked) || !digits.test(word)) continue;
    mark(
      project(text, (character) => digits.test(character)),
      word,
      marked,
    );
  }
  const pieces: Piece[] = [];
  let start = 0;
  for (let at = 1; at <= text.length; at += 1) {
    if (at < text.length && marked[at] === marked[start]) continue;
    pieces.push({ text: text.slice(start, at), found: marked[start] === 1 });
    start = at;
  }
  return pieces;
}
