/** Languages as the system names them (`es_ES.UTF-8`, `en_GB`, `C`), most wanted first, as BCP 47 tags. */
export function systemLanguages(env: Readonly<Record<string, string | undefined>>): string[] {
  const first = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '';
  const listed = [...(env['LANGUAGE'] ?? '').split(':'), first]
    .map((name) => name.replace(/[.@].*$/, '').replaceAll('_', '-'))
    .filter((name) => /^[a-z]{2,3}(-[a-z0-9]+)*$/i.test(name));
  const unique = [...new Set(listed)];
  return unique.length > 0 ? unique : ['en-US'];
}

/** The translation that Chromium would choose for a language: it has two of English and two of Spanish. */
export function chromiumLocale(tag: string): string {
  const [language = '', region = ''] = tag.split('-');
  switch (language.toLowerCase()) {
    case 'en':
      return region === '' || /^(us|ca|ph)$/i.test(region) ? 'en-US' : 'en-GB';
    case 'es':
      return region === '' || /^es$/i.test(region) ? 'es' : 'es-419';
    default:
      return language === '' ? 'en-US' : tag;
  }
}
