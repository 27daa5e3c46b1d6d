import type { WrittenDocument } from './document.ts';

export const LENGTHS = {
  title: 200,
  summary: 4000,
  line: 160,
  contact: 300,
  link: 2000,
  tag: 40,
  note: 300,
  text: 60_000,
} as const;
const MOST_TAGS = 10;

export type DocumentField =
  | 'type'
  | 'title'
  | 'summary'
  | 'reach'
  | 'assembly'
  | 'theme'
  | 'tags'
  | 'territory'
  | 'endedOn'
  | 'place'
  | 'contact'
  | 'link'
  | 'text'
  | 'note';
export type DocumentRefusal =
  | 'title-missing'
  | 'type-missing'
  | 'reach-missing'
  | 'text-too-long'
  | 'too-many-tags'
  | 'period-wrong'
  | 'link-wrong'
  | 'day-wrong'
  | 'point-wrong'
  | 'place-missing'
  | 'nothing-there'
  | 'note-missing';

/** What is wrong with the words of a document, by field. */
export function checkDocument(
  written: WrittenDocument,
): Partial<Record<DocumentField, DocumentRefusal>> {
  const refusals: Partial<Record<DocumentField, DocumentRefusal>> = {};
  const lines = ['assembly', 'theme', 'territory', 'place'] as const;
  for (const field of lines)
    if (lengthOf(written[field]) > LENGTHS.line) refusals[field] = 'text-too-long';
  for (const field of ['title', 'summary', 'contact', 'link'] as const)
    if (lengthOf(written[field]) > LENGTHS[field]) refusals[field] = 'text-too-long';
  if (written.title === '') refusals.title = 'title-missing';
  if (written.tags.length > MOST_TAGS) refusals.tags = 'too-many-tags';
  if (written.tags.some((tag) => lengthOf(tag) > LENGTHS.tag)) refusals.tags = 'text-too-long';
  if (written.beganOn && written.endedOn && written.endedOn < written.beganOn)
    refusals.endedOn = 'period-wrong';
  if (written.type === 'solution' && written.place === '') refusals.place = 'place-missing';
  if (written.link !== '' && !isFollowable(written.link)) refusals.link = 'link-wrong';
  return refusals;
}

/** What is wrong with one of its versions: something is there, and what changed is said (R149). */
export function checkVersion(
  { text, note }: { text: string; note: string },
  { hasFile, isFirst }: { hasFile: boolean; isFirst: boolean },
): Partial<Record<DocumentField, DocumentRefusal>> {
  const refusals: Partial<Record<DocumentField, DocumentRefusal>> = {};
  if (text === '' && !hasFile) refusals.text = 'nothing-there';
  if (lengthOf(text) > LENGTHS.text) refusals.text = 'text-too-long';
  if (!isFirst && note === '') refusals.note = 'note-missing';
  if (lengthOf(note) > LENGTHS.note) refusals.note = 'text-too-long';
  return refusals;
}

const lengthOf = (text: string): number => [...text].length;

/** Only what a browser opens without running anything (W1). */
const isFollowable = (address: string): boolean =>
  /^\/(?![/\\])[^\\\s]*$/.test(address) || /^https:\/\/[^\s/\\]+[^\s\\]*$/.test(address);

/** Tags as typed, between commas or line ends; the same one is there once, whatever its capitals. */
export function readTags(typed: string): string[] {
  const tags = typed
    .split(/[,;\n]/)
    .map((tag) => tag.replaceAll(/\s+/g, ' ').replace(/^\s*#/, '').trim().toLocaleLowerCase('fr'))
    .filter((tag) => tag !== '');
  return [...new Set(tags)];
}
