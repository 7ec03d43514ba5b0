import type { GroupColour } from '#shared/domain/groupLook.ts';

/** The token of a group's colour (styles/tokens.css); without one it is drawn as any icon. */
export const colourOf = (colour: GroupColour | null): string =>
  colour === null ? 'var(--ink-3)' : `var(--group-${colour})`;
