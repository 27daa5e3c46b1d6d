import * as m from '../../../paraglide/messages.js';
import { found } from '../../../platform/http/refused.ts';
import { get, type Route } from '../../../platform/http/route.ts';
import { page, type SignedInVisit } from '../../../platform/http/visit.ts';
import { CSV_MARK, writeCsvLine } from '../../../platform/text/csv.ts';
import { formatDateTime } from '../../../ui/format.ts';
import { urls } from '../../../urls.ts';
import { listNicknames, listStaff } from '../../identity/index.ts';
import { readNumber } from '../../spaces/index.ts';
import { findVersion, listVersions, VERSIONS_A_PAGE } from './guide.store.ts';
import { type Guide, isFor, readingState } from './guide.ts';
import { loadGuide } from './office-guides.routes.tsx';
import { listReadings } from './reading.store.ts';
import { type Reader, ReadingsPage, readerStateWords, VersionsPage } from './readings.page.tsx';
import { audienceWords } from './role-list.page.ts';

const READERS_A_PAGE = 50;

/** Who has read a training page, and what it said before. */
export const readingsRoutes: readonly Route[] = [
  get(urls.adminGuideReadings, 'officer', async (visit) => {
    const guide = await loadGuide(visit);
    const { searchParams } = visit.url;
    const onlyDue = searchParams.get('etat') === 'a-lire';
    const all = await listReaders(visit, guide);
    const read = all.filter((reader) => isUpToDate(guide, reader)).length;
    const listed = onlyDue ? all.filter((reader) => !isUpToDate(guide, reader)) : all;
    // the list is in order of names: it goes on after whoever came last, wherever that person stands now
    const after = listed.findIndex(({ member }) => member.id === searchParams.get('apres'));
    const readers = listed.slice(after + 1, after + 1 + READERS_A_PAGE);
    const more = after + 1 + READERS_A_PAGE < listed.length;
    return page({
      title: m.guides_readings_title(),
      section: 'admin',
      body: (
        <ReadingsPage
          guide={guide}
          count={{ concerned: all.length, read }}
          readers={readers}
          onlyDue={onlyDue}
          nextHref={
            more
              ? urls.adminGuideReadings(
                  { page: guide.slug },
                  { apres: readers.at(-1)!.member.id, ...(onlyDue && { etat: 'a-lire' }) },
                )
              : undefined
          }
        />
      ),
    });
  }),

  get(urls.adminGuideReadingsCsv, 'officer', async (visit) => {
    const guide = await loadGuide(visit);
    const lines = (await listReaders(visit, guide)).map(({ member, reading }) =>
      writeCsvLine([
        member.name,
        audienceWords(member.roles),
        readerStateWords[readingState(guide, reading?.version ?? null)](),
        reading?.version ?? '',
        reading ? formatDateTime(reading.readAt, 'short') : '',
      ]),
    );
    const head = writeCsvLine([
      m.guides_column_name(),
      m.guides_column_roles(),
      m.guides_column_state(),
      m.guides_column_version(),
      m.guides_column_when(),
    ]);
    return new Response([CSV_MARK, head, ...lines].join(''), {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="${m.guides_csv_name()}-${guide.slug}.csv"`,
        'cache-control': 'no-store',
      },
    });
  }),

  get(urls.adminGuideVersions, 'officer', async (visit) => {
    const { db, organisation, url } = visit;
    const guide = await loadGuide(visit);
    const asked = url.searchParams.get('version');
    const number = asked === null ? null : found(readNumber(asked), 'version');
    const version =
      number === null ? null : found(await findVersion(db, organisation.id, guide.id, number));
    const before = readNumber(url.searchParams.get('avant') ?? '');
    const versions = version ? [] : await listVersions(db, organisation.id, guide.id, before);
    const writers = versions.flatMap(({ writtenBy }) => writtenBy ?? []);
    const last = versions.length === VERSIONS_A_PAGE ? versions.at(-1) : undefined;
    const shown = version && number !== null ? { ...version, number } : null;
    return page({
      title: shown ? m.guides_version_title({ number: shown.number }) : m.guides_versions_title(),
      section: 'admin',
      body: (
        <VersionsPage
          guide={guide}
          versions={versions}
          names={await listNicknames(db, organisation.id, [...new Set(writers)])}
          nextHref={last && urls.adminGuideVersions({ page: guide.slug }, { avant: last.number })}
          shown={shown}
        />
      ),
    });
  }),
];

const isUpToDate = (guide: Guide, { reading }: Reader): boolean =>
  readingState(guide, reading?.version ?? null) === 'read';

/** Everyone whom the page is for, by name, with what they acknowledged. */
async function listReaders({ db, organisation }: SignedInVisit, guide: Guide): Promise<Reader[]> {
  const staff = await listStaff(db, organisation.id);
  const members = staff.filter(({ roles }) => isFor(guide, roles));
  const ids = members.map(({ id }) => id);
  const readings = await listReadings(db, organisation.id, guide.id, ids);
  return members.map((member) => ({ member, reading: readings.get(member.id) ?? null }));
}
