import type { Visit } from '../../platform/http/visit.ts';
import { withLocale } from '../../platform/locale/locale.ts';
import type { DataAsked, DataSet } from '../../platform/sets/data-set.ts';
import {
  type FileTerms,
  FORMAT_TYPES,
  type Format,
  formatsOf,
  writeFile,
} from '../../platform/sets/formats.ts';
import type { RowCount, Survey } from '../../platform/sets/row-source.ts';
import { urls } from '../../urls.ts';
import { DATA_LICENCES } from '../organisations/index.ts';
import { type Edition, listEditions } from '../spaces/index.ts';
import { inOrder, readFileName } from './open-data.ts';

/** What everybody may ask for: every public edition, in the language of the organisation. */
export async function askPublic(visit: Visit): Promise<DataAsked> {
  return askFor(visit, await listEditions(visit.db, visit.organisation.id));
}

export const askFor = (
  { organisation, origin }: Visit,
  editions: readonly Edition[],
): DataAsked => ({
  organisationId: organisation.id,
  origin,
  locale: organisation.defaultLocale,
  editions: editions.map(({ id, slug, title, categories }) => ({ id, slug, title, categories })),
});

export const listPublicSets = ({ dataSets }: Visit): DataSet[] =>
  inOrder(dataSets.filter(({ audience }) => audience === 'public'));

/** Of the public sets: the same for every reader, so read once for all until something changes here. */
export const surveyPublic = (visit: Visit, set: DataSet, asked: DataAsked): Promise<Survey> =>
  visit.share(`data set ${set.key} ${asked.origin}`, () => set.survey(visit.db, asked));

/** For pages: what they show costs no hash of every row. */
export const countPublic = (visit: Visit, set: DataSet, asked: DataAsked): Promise<RowCount> =>
  visit.share(`data set rows ${set.key}`, () => set.count(visit.db, asked));

/** `idees.csv` among these sets; null: no such file. */
export function findFile(
  sets: readonly DataSet[],
  file: string,
): { set: DataSet; format: Format } | null {
  const named = readFileName(file);
  const set = named && sets.find(({ key }) => key === named.key);
  const format = set && formatsOf(set.columns).find((one) => one === named.extension);
  return set && format ? { set, format } : null;
}

/** The bytes of a set, written as they are sent. */
export function writeSet(
  { db, locale }: Pick<Visit, 'db' | 'locale'>,
  set: DataSet,
  format: Format,
  asked: DataAsked,
  about: FileTerms['about'],
): { type: string; bytes: AsyncIterable<Uint8Array> } {
  const terms: FileTerms = {
    title: withLocale(set.audience === 'public' ? asked.locale : locale, set.title),
    columns: set.columns,
    rows: set.read(db, asked),
    about,
  };
  return { type: FORMAT_TYPES[format], bytes: writeFile(format, terms) };
}

/** What a public file in JSON says of itself. */
export function aboutSet({ organisation, origin }: Visit, set: DataSet): FileTerms['about'] {
  const { name, href } = DATA_LICENCES[organisation.dataLicence];
  return { source: origin + urls.dataSet({ set: set.key }), licence: href, licenceName: name };
}
