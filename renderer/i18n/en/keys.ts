/** Keys as they are written on them, and the sheet that names them all. */
export const keys = {
  altUp: 'Alt ↑',
  altDown: 'Alt ↓',
} as const;
