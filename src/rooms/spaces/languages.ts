/** Languages that people may write in, as BCP 47 tags. The page's own two come first. */
// biome-ignore format: one list, not twenty-four lines
export const LANGUAGES = [
  'fr', 'en', 'ar', 'br', 'ca', 'co', 'de', 'es', 'eu', 'it', 'ku', 'nl', 'oc', 'pl', 'pt', 'ro',
  'ru', 'so', 'ta', 'tr', 'uk', 'vi', 'wo', 'zh',
] as const;
