import type { en } from './en.ts';

type Paths<T> = {
  [Key in keyof T & string]: T[Key] extends string ? Key : `${Key}.${Paths<T[Key]>}`;
}[keyof T & string];

/** Every key of the messages, dotted. */
export type MessageKey = Paths<typeof en>;

type Same<T> = { readonly [Key in keyof T]: T[Key] extends string ? string : Same<T[Key]> };

/** What a language must translate: the same keys as English, no more and no fewer. */
export type Messages = Same<typeof en>;
