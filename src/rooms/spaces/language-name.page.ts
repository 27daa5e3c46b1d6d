const names = new Map<string, string>();

/** A language under its own name: "español", "العربية". */
export function languageName(lang: string): string {
  let name = names.get(lang);
  if (!name) {
    name = new Intl.DisplayNames([lang], { type: 'language' }).of(lang) ?? lang;
    names.set(lang, name);
  }
  return name;
}
