import * as m from '../../paraglide/messages.js';
import type { Visit } from '../../platform/http/visit.ts';
import { withLocale } from '../../platform/locale/locale.ts';
import { hashSecret } from '../../platform/secrets/token.ts';
import type { DataAsked, DataSet } from '../../platform/sets/data-set.ts';
import {
  DICTIONARY_HEADINGS,
  describeColumns,
  dictionaryRow,
} from '../../platform/sets/dictionary.ts';
import type { Survey } from '../../platform/sets/row-source.ts';
import { writeZip, type ZipEntry } from '../../platform/sets/zip.ts';
import { CSV_MARK, writeCsvLine } from '../../platform/text/csv.ts';
import { urls } from '../../urls.ts';
import { DATA_LICENCES } from '../organisations/index.ts';
import { aboutSet, writeSet } from './asking.routes.ts';

export interface SurveyedSet {
  set: DataSet;
  survey: Survey;
}

/** Changes whenever one of the sets does. */
export const markOf = (sets: readonly SurveyedSet[], more: string): string =>
  hashSecret(more, ...sets.map(({ survey }) => survey.mark)).slice(0, 32);

/** Every set as CSV, with a README and the dictionary, in one zip: one set after the other, piece by piece. */
export function writeEverything(
  visit: Visit,
  sets: readonly SurveyedSet[],
  asked: DataAsked,
): AsyncIterable<Uint8Array> {
  const entries = function* (): Generator<ZipEntry> {
    yield { name: 'LISEZMOI.txt', bytes: [Buffer.from(readme(visit, sets))] };
    yield { name: 'dictionnaire.csv', bytes: [Buffer.from(writeDictionary(sets))] };
    for (const { set } of sets)
      yield {
        name: `${set.key}.csv`,
        bytes: writeSet(visit, set, 'csv', asked, aboutSet(visit, set)).bytes,
      };
  };
  return writeZip(entries());
}

function readme({ organisation, origin }: Visit, sets: readonly SurveyedSet[]): string {
  const { name, href } = DATA_LICENCES[organisation.dataLicence];
  const about = {
    organisation: organisation.name,
    address: origin + urls.openData(),
    licence: `${name}, ${href}`,
  };
  const list = withLocale('fr', () =>
    sets.map(({ set, survey }) => `${set.key}.csv : ${set.title()} (${survey.rows})`).join('\r\n'),
  );
  return `${withLocale('fr', () => m.opendata_readme(about))}\r\n\r\n${withLocale('en', () => m.opendata_readme(about))}\r\n\r\n${list}\r\n`;
}

function writeDictionary(sets: readonly SurveyedSet[]): string {
  const lines = sets.flatMap(({ set }) =>
    describeColumns(set.columns).map((line) =>
      writeCsvLine([`${set.key}.csv`, ...dictionaryRow(line)]),
    ),
  );
  return `${CSV_MARK}${writeCsvLine(['fichier', ...DICTIONARY_HEADINGS])}${lines.join('')}`;
}
