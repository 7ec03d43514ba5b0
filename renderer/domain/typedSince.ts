type Values = Readonly<Record<string, string>>;

/** What was typed after so much of it was sent: nobody has saved that yet. */
export function typedSince(typed: Values, sent: Values): Values {
  return Object.fromEntries(
    Object.entries(typed).filter(
      // A column may be called `constructor`: only what was sent itself counts.
      ([column, value]) => !Object.hasOwn(sent, column) || sent[column] !== value,
    ),
  );
}
