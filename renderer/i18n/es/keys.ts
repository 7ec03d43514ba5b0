import type { Messages } from '../schema.ts';

export const keys: Messages['keys'] = {
  altUp: 'Alt ↑',
  altDown: 'Alt ↓',
};
