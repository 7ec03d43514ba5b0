import { ArrowRight, User } from '@lucide/vue';
import { h, type FunctionalComponent, type VNode } from 'vue';
import type { PaletteItem } from '../../composables/usePalette.ts';
import SyncBadge from '../grid/SyncBadge.vue';
import { markedText } from './markedText.ts';

interface Props {
  item: PaletteItem;
  /** What is marked in it. */
  words: readonly string[];
  active: boolean;
}

/**
 * One line of the palette. Written out and without a state of its own: every key changes all of them, and what a
 * template would watch and put around each of their pieces costs more than the pieces.
 */
export const PaletteLine: FunctionalComponent<Props> = ({ item, words, active }) =>
  h(
    'div',
    { class: 'menu-item line', role: 'option', 'aria-selected': active },
    partsOf(item, words),
  );
PaletteLine.props = ['item', 'words', 'active'];

function partsOf(item: PaletteItem, words: readonly string[]): VNode[] {
  switch (item.kind) {
    case 'contact': {
      const beside = item.line().map((value) => markedText('value', value, words));
      return [
        h(User, { 'aria-hidden': 'true' }),
        markedText('cut title', item.title(), words),
        h('span', { class: 'cut more' }, beside),
        ...(item.row.sync === 'saved' ? [] : [h(SyncBadge, { sync: item.row.sync })]),
      ];
    }
    case 'command': {
      const { icon, colour, title, keys } = item.command;
      return [
        h(icon, { 'aria-hidden': 'true', style: colour && { color: colour } }),
        markedText('cut title', title, words),
        ...(keys ? [h('kbd', { class: 'key' }, keys)] : []),
      ];
    }
    case 'list':
      // What “Show all with …” says in quotation marks has not been found there.
      return [h(ArrowRight, { 'aria-hidden': 'true' }), markedText('cut title', item.title(), [])];
  }
}
