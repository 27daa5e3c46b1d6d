import * as m from '../../../paraglide/messages.js';
import { toLocalTime } from '../../../platform/clock/paris.ts';
import type { Cell } from '../../../platform/text/xlsx.ts';
import { sayNickname } from '../../identity/index.page.ts';
import type { Edition } from '../../spaces/index.ts';
import { channelWords } from '../import/words.page.ts';
import type { IdeaPlace } from '../place/place.ts';
import type { ExportedIdea } from './export.store.ts';

/** What a line needs besides its idea. */
interface Around {
  origin: string;
  districtOf(point: IdeaPlace['point']): string;
}

/** A column of the office's export: its name, what it means, what it says of an idea. */
export interface ExportColumn {
  key: string;
  name(): string;
  meaning(): string;
  write(idea: ExportedIdea, edition: Edition, around: Around): Cell;
}

const day = (at: Date | null): Cell => (at ? { day: toLocalTime(at).day } : '');

export const EXPORT_COLUMNS: readonly ExportColumn[] = [
  {
    key: 'number',
    name: m.imports_column_number,
    meaning: m.imports_meaning_number,
    write: (idea) => idea.number,
  },
  {
    key: 'title',
    name: m.imports_column_title,
    meaning: m.imports_meaning_title,
    write: (idea) => idea.title,
  },
  {
    key: 'body',
    name: m.imports_column_body,
    meaning: m.imports_meaning_body,
    write: (idea) => idea.body,
  },
  {
    key: 'category',
    name: m.imports_column_category,
    meaning: m.imports_meaning_category,
    write: (idea, edition) =>
      edition.categories.find(({ id }) => id === idea.categoryId)?.name ?? '',
  },
  {
    key: 'lang',
    name: m.imports_column_lang,
    meaning: m.imports_meaning_lang,
    write: (idea) => idea.lang,
  },
  {
    key: 'holder',
    name: m.imports_column_holder,
    meaning: m.imports_meaning_holder,
    write: (idea) => sayNickname(idea.holder),
  },
  {
    key: 'channel',
    name: m.imports_column_channel,
    meaning: m.imports_meaning_channel,
    write: (idea) => channelWords[idea.channel](),
  },
  {
    key: 'place',
    name: m.imports_column_place,
    meaning: m.imports_meaning_place,
    write: ({ place }) => place.words,
  },
  {
    key: 'district',
    name: m.imports_column_district,
    meaning: m.imports_meaning_district,
    write: ({ place }, _, { districtOf }) => districtOf(place.point),
  },
  {
    key: 'latitude',
    name: m.territory_place_latitude,
    meaning: m.imports_meaning_degrees,
    write: ({ place }) => place.point?.latitude ?? '',
  },
  {
    key: 'longitude',
    name: m.territory_place_longitude,
    meaning: m.imports_meaning_degrees,
    write: ({ place }) => place.point?.longitude ?? '',
  },
  {
    key: 'outside',
    name: m.imports_column_outside,
    meaning: m.imports_meaning_outside,
    write: ({ place: { outside } }) =>
      outside === null ? '' : outside ? m.imports_yes() : m.imports_no(),
  },
  {
    key: 'supports',
    name: m.imports_column_supports,
    meaning: m.imports_meaning_supports,
    write: (idea) => idea.supports,
  },
  {
    key: 'deposited',
    name: m.imports_column_deposited,
    meaning: m.imports_meaning_deposited,
    write: (idea) => (idea.depositedOn ? { day: idea.depositedOn } : day(idea.publishedAt)),
  },
  {
    key: 'published',
    name: m.imports_column_published,
    meaning: m.imports_meaning_published,
    write: (idea) => day(idea.publishedAt),
  },
  {
    key: 'edited',
    name: m.imports_column_edited,
    meaning: m.imports_meaning_edited,
    write: (idea) => day(idea.editedAt),
  },
  {
    key: 'attachments',
    name: m.imports_column_attachments,
    meaning: m.imports_meaning_attachments,
    write: (idea) => idea.attachments,
  },
  {
    key: 'source',
    name: m.imports_column_source,
    meaning: m.imports_meaning_source,
    write: (idea) => idea.sourceId,
  },
  {
    key: 'address',
    name: m.imports_column_address,
    meaning: m.imports_meaning_address,
    write: (idea, edition, { origin }) => `${origin}/editions/${edition.slug}/idees/${idea.number}`,
  },
];
