import { computed, ref, watch, type ComputedRef, type Ref } from 'vue';
import { contactTitle } from '#shared/domain/contactTitle.ts';
import { inOrder } from '#shared/domain/groupOrder.ts';
import { searchWords } from '#shared/domain/searchText.ts';
import type { CodedError } from '#shared/ipc/errors.ts';
import type { ContactRow, GroupFindings, GroupView } from '#shared/ipc/views.ts';
import { useAccountCommands } from '../commands/accountCommands.ts';
import { useAppCommands } from '../commands/appCommands.ts';
import type { Command } from '../commands/command.ts';
import { useGoCommands } from '../commands/goCommands.ts';
import { useGroupCommands, useGroupPlaces } from '../commands/groupCommands.ts';
import { isCalled, matchCommands } from '../commands/matchCommands.ts';
import { foundLine } from '../domain/foundLine.ts';
import { useContacts } from '../stores/contacts.ts';
import { useGroups } from '../stores/groups.ts';
import { useNavigation } from '../stores/navigation.ts';
import { useAnsweredText } from './useAnsweredText.ts';
import { useContactFinder } from './useContactFinder.ts';
import { useText } from './useText.ts';

/** One line that can be chosen. */
export type PaletteItem =
  | { readonly kind: 'command'; readonly id: string; readonly command: Command }
  | {
      readonly kind: 'contact';
      readonly id: string;
      readonly row: ContactRow;
      /** This and what stands beside it are made when they are drawn: of what is found most is below what is in view. */
      readonly title: () => string;
      readonly line: () => readonly string[];
    }
  /** On to the list, where there are more. */
  | {
      readonly kind: 'list';
      readonly id: string;
      readonly title: () => string;
      readonly run: () => unknown;
    };

export interface PaletteSection {
  readonly id: string;
  readonly title: string;
  /** Whose contacts these are. */
  readonly group?: GroupView;
  /** What is marked in its lines. */
  readonly words: readonly string[];
  readonly items: readonly PaletteItem[];
}

export interface Palette {
  readonly text: Ref<string>;
  /** What the next key will make of the text, where that is known. */
  readonly foresee: (text: string | null) => void;
  readonly sections: ComputedRef<readonly PaletteSection[]>;
  /** The texts that the commands and the contacts among the sections answer. */
  readonly answered: ComputedRef<string>;
  /** False while what is on screen answers an older text. */
  readonly settled: ComputedRef<boolean>;
  readonly error: Ref<CodedError | null>;
  /** It stands first whatever is found. */
  readonly isSure: (item: PaletteItem) => boolean;
  readonly run: (item: PaletteItem) => unknown;
}

/** Commands beside contacts: few, so that the contacts stay in view. */
const mostCommands = 5;

/** What the box over everything shows for a text, and what choosing a line of it does. */
export function usePalette(): Palette {
  const { t, formats } = useText();
  const groups = useGroups();
  const contacts = useContacts();
  const navigation = useNavigation();
  const finder = useContactFinder();
  const text = ref('');
  const shown = useAnsweredText(text, () => finder.found.value.text);
  const sources = [useGroupCommands(), useGoCommands(), useAppCommands(), useAccountCommands()];
  /* A key changes none of these: they stand until the account or the language does. */
  const groupPlaces = computed(useGroupPlaces());
  const commands = computed(() => sources.flatMap((source) => source()));

  async function list(search: string, go: () => Promise<boolean>): Promise<void> {
    if (await go()) contacts.search = search;
  }

  function commandSection(id: string, title: string, commands: readonly Command[]): PaletteSection {
    const items = commands.map((command) => ({
      kind: 'command' as const,
      id: command.id,
      command,
    }));
    return { id, title, words: searchWords(shown.value), items };
  }

  function contactSection(
    { groupId, rows, more }: GroupFindings,
    search: string,
  ): PaletteSection | null {
    const group = groups.find(groupId);
    if (group === null) return null;
    const words = searchWords(search);
    const items = rows.map((row): PaletteItem => {
      const title = (): string => contactTitle(row.fields, group.mainField);
      const line = (): string[] => foundLine(row.fields, group.mainField, title(), words);
      return { kind: 'contact', id: row.id, row, title, line };
    });
    const onward: PaletteItem = {
      kind: 'list',
      id: `more ${groupId}`,
      title: () => t('palette.more', { group: group.label }),
      run: () => list(search, () => navigation.goToGroup(groupId)),
    };
    return {
      id: groupId,
      title: group.label,
      group,
      words,
      items: more ? [...items, onward] : items,
    };
  }

  function everything(search: string): PaletteSection {
    const title = (): string => t('palette.inList', { text: search.trim() });
    const run = (): Promise<void> => list(search, navigation.goToAll);
    const items = [{ kind: 'list' as const, id: 'inList', title, run }];
    return { id: 'list', title: '', words: [], items };
  }

  /* It stands as it is until the next answer: a key that is pressed makes none of these lines anew. */
  const found = computed((): PaletteSection[] => {
    const { text: search, groups: findings } = finder.found.value;
    if (findings.length === 0) return [];
    const places = new Map<string, number>(
      inOrder(groups.list, formats.value.compare).map(({ id }, place) => [id, place]),
    );
    const byGroup = findings
      .flatMap((of) => contactSection(of, search) ?? [])
      .sort((left, right) => (places.get(left.id) ?? 0) - (places.get(right.id) ?? 0));
    return [...byGroup, everything(search)];
  });

  const sections = computed(() => {
    const isEmpty = shown.value.trim() === '';
    const most = isEmpty ? Infinity : mostCommands;
    const named = [
      commandSection(
        'groups',
        t('palette.groups'),
        matchCommands(groupPlaces.value, shown.value).slice(0, most),
      ),
      commandSection(
        'commands',
        t('palette.commands'),
        matchCommands(commands.value, shown.value).slice(0, most),
      ),
    ];
    /* What is called so goes before the contacts; what only answers to it never takes the Enter that a contact awaits. */
    const [before, after] = [true, false].map((leads) =>
      named.filter(
        ({ items: [item] }) =>
          (item === undefined || isEmpty || isCalledBy(item, shown.value)) === leads,
      ),
    );
    return [...(before ?? []), ...(isEmpty ? [] : found.value), ...(after ?? [])].filter(
      ({ items }) => items.length > 0,
    );
  });

  function isCalledBy(item: PaletteItem, asked: string): boolean {
    return item.kind === 'command' && isCalled(item.command, asked);
  }

  function run(item: PaletteItem): unknown {
    switch (item.kind) {
      case 'command':
        return item.command.run();
      case 'contact':
        return navigation.correctContact(item.row.groupId, item.row.id);
      case 'list':
        return item.run();
    }
  }

  /* At once: the question is on its way while the letter is drawn. */
  watch(text, (now) => void finder.ask(now), { flush: 'sync' });

  return {
    text,
    foresee: finder.foresee,
    sections,
    answered: computed(() => `${shown.value}\n${finder.found.value.text}`),
    settled: computed(() => shown.value === text.value && finder.found.value.text === text.value),
    error: finder.error,
    isSure: (item) => isCalledBy(item, text.value),
    run,
  };
}
