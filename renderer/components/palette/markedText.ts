import { h, type VNode } from 'vue';
import { piecesOf } from '../../domain/marks.ts';

/** A text with the words that were searched for marked. */
export function markedText(classes: string, text: string, words: readonly string[]): VNode {
  return h(
    'span',
    { class: classes },
    piecesOf(text, words).map((piece) => (piece.found ? h('mark', piece.text) : piece.text)),
  );
}
