import { h, type FunctionalComponent } from 'vue';
import { piecesOf } from '../../domain/marks.ts';

/**
 * A text with the words that were searched for marked. Written out, since every key changes dozens of these: a template
 * would put two nodes of its own around each piece.
 */
export const MarkedText: FunctionalComponent<{ text: string; words: readonly string[] }> = ({
  text,
  words,
}) =>
  h(
    'span',
    piecesOf(text, words).map((piece) => (piece.found ? h('mark', piece.text) : piece.text)),
  );
MarkedText.props = ['text', 'words'];
