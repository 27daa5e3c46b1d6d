import { oneLine } from '../languages.ts';
import { type PageTexts, PLACES, type Place, type WrittenPage } from './editorial.ts';

/** Names of the fields, as the form sends them. */
export const FIELD_NAMES: Readonly<Record<keyof PageTexts, string>> = {
  title: 'titre',
  summary: 'resume',
  body: 'texte',
  titleEn: 'titre-en',
  summaryEn: 'resume-en',
  bodyEn: 'texte-en',
};

export const PLACE_FIELD = 'place';

/** The page as it was typed: what no form of ours sends is read as the usual one. */
export function readTypedPage(text: (name: string) => string): WrittenPage {
  return {
    title: oneLine(text(FIELD_NAMES.title)),
    summary: oneLine(text(FIELD_NAMES.summary)),
    body: text(FIELD_NAMES.body),
    titleEn: oneLine(text(FIELD_NAMES.titleEn)),
    summaryEn: oneLine(text(FIELD_NAMES.summaryEn)),
    bodyEn: text(FIELD_NAMES.bodyEn),
    shownIn: readPlace(text(PLACE_FIELD)),
  };
}

const readPlace = (typed: string): Place => PLACES.find((one) => one === typed) ?? 'footer';

/** What a draft keeps: the same fields under the same names. */
export const asDraftTexts = (typed: WrittenPage): Record<string, string> => ({
  ...Object.fromEntries(
    Object.entries(FIELD_NAMES).map(([field, name]) => [name, typed[field as keyof PageTexts]]),
  ),
  [PLACE_FIELD]: typed.shownIn,
});

/** `4.2`: the version of the page that a draft follows, and the draft's own revision. */
export function readBase(typed: string): { follows: number; revision: number } {
  const match = /^(\d{1,9})\.(\d{1,9})$/.exec(typed);
  return { follows: Number(match?.[1] ?? 0), revision: Number(match?.[2] ?? 0) };
}
