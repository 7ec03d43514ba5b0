/** Tab-separated text as spreadsheets write it: a value with a tab, a line break or a quote stands in quotes. */
export function tsvRow(values: readonly string[]): string {
  return values.map(quoted).join('\t');
}

function quoted(value: string): string {
  return /[\t\r\n"]/u.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}
