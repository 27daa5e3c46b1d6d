import * as m from '../../paraglide/messages.js';
import { found } from '../../platform/http/refused.ts';
import { get, type Route } from '../../platform/http/route.ts';
import { page, type Visit } from '../../platform/http/visit.ts';
import { withLocale } from '../../platform/locale/locale.ts';
import type { DataSet } from '../../platform/sets/data-set.ts';
import { describeColumns } from '../../platform/sets/dictionary.ts';
import { FORMAT_TYPES, formatsOf } from '../../platform/sets/formats.ts';
import { urls } from '../../urls.ts';
import { DATA_LICENCES } from '../organisations/index.ts';
import {
  aboutSet,
  askPublic,
  countPublic,
  findFile,
  listPublicSets,
  surveyPublic,
  writeSet,
} from './asking.routes.ts';
import { DataSetPage } from './data-set.page.tsx';
import { type CataloguedSet, writeCatalogue } from './dcat.ts';
import { markOf, writeEverything } from './everything.routes.ts';
import { answerOpenFile } from './file-answer.routes.ts';
import { OpenDataPage } from './open-data.page.tsx';
import { READS } from './open-data.ts';

/** What everybody may take away: pages for people, files and a catalogue for programs (R192, R92). */
export const openDataRoutes: readonly Route[] = [
  get(
    urls.openData,
    'anyone',
    async (visit) =>
      page({
        title: m.opendata_title(),
        description: m.opendata_lead(),
        body: (
          <OpenDataPage sets={await countAll(visit)} licence={visit.organisation.dataLicence} />
        ),
      }),
    { cached: true },
  ),

  get(urls.dataCatalogue, 'anyone', async (visit) => {
    const { organisation, origin } = visit;
    const surveyed = await surveyAll(visit);
    const catalogue = writeCatalogue({
      origin,
      path: urls.dataCatalogue(),
      organisation,
      title: inBoth(() => m.opendata_catalogue({ organisation: organisation.name })),
      meaning: inBoth(m.opendata_lead),
      licence: DATA_LICENCES[organisation.dataLicence].href,
      sets: surveyed.map(({ set, survey }) => catalogued(set, survey.changedAt)),
    });
    return answerOpenFile(visit, {
      name: 'catalogue.jsonld',
      type: 'application/ld+json',
      isDownload: false,
      mark: markOf(
        surveyed,
        organisation.name + organisation.contactEmail + organisation.dataLicence,
      ),
      bytes: oneText(`${JSON.stringify(catalogue, null, 1)}\n`),
    });
  }),

  get(urls.dataZip, 'anyone', async (visit) => {
    const surveyed = await surveyAll(visit);
    const asked = await askPublic(visit);
    return answerOpenFile(visit, {
      name: `${visit.organisation.slug}.zip`,
      type: 'application/zip',
      weight: READS.zipWeight,
      mark: markOf(surveyed, visit.organisation.name + visit.organisation.dataLicence),
      bytes: writeEverything(visit, surveyed, asked),
    });
  }),

  get(urls.dataFile, 'anyone', async (visit) => {
    const { set, format } = found(findFile(listPublicSets(visit), visit.params.file), 'data');
    const asked = await askPublic(visit);
    const survey = await surveyPublic(visit, set, asked);
    return answerOpenFile(visit, {
      name: visit.params.file,
      mark: `${survey.mark}-${format}-${visit.organisation.dataLicence}`,
      ...writeSet(visit, set, format, asked, aboutSet(visit, set)),
    });
  }),

  get(
    urls.dataSet,
    'anyone',
    async (visit) => {
      const set = found(
        listPublicSets(visit).find(({ key }) => key === visit.params.set),
        'data',
      );
      const counted = await countPublic(visit, set, await askPublic(visit));
      return page({
        title: set.title(),
        description: set.meaning(),
        body: (
          <DataSetPage
            set={set}
            counted={counted}
            columns={describeColumns(set.columns)}
            licence={visit.organisation.dataLicence}
          />
        ),
      });
    },
    { cached: true },
  ),
];

async function countAll(visit: Visit) {
  const asked = await askPublic(visit);
  return Promise.all(
    listPublicSets(visit).map(async (set) => ({
      set,
      counted: await countPublic(visit, set, asked),
    })),
  );
}

async function surveyAll(visit: Visit) {
  const asked = await askPublic(visit);
  return Promise.all(
    listPublicSets(visit).map(async (set) => ({
      set,
      survey: await surveyPublic(visit, set, asked),
    })),
  );
}

const inBoth = (words: () => string) => ({
  fr: withLocale('fr', words),
  en: withLocale('en', words),
});

const catalogued = (set: DataSet, changedAt: Date | null): CataloguedSet => ({
  key: set.key,
  title: inBoth(set.title),
  meaning: inBoth(set.meaning),
  path: urls.dataSet({ set: set.key }),
  changedAt,
  files: formatsOf(set.columns).map((format) => ({
    format,
    type: FORMAT_TYPES[format],
    path: urls.dataFile({ file: `${set.key}.${format}` }),
  })),
});

async function* oneText(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}
