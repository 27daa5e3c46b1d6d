import * as m from '../../../paraglide/messages.js';
import { ButtonLink } from '../../../ui/form.tsx';
import { Column } from '../../../ui/layout.tsx';
import { EmptyState, List, Pagination } from '../../../ui/list.tsx';
import { MarkedText } from '../../../ui/marked-text.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { Table } from '../../../ui/table.tsx';
import { StateBadge } from '../../../ui/tag.tsx';
import { DateText } from '../../../ui/text.tsx';
import { urls } from '../../../urls.ts';
import type { GuideVersionLine } from './guide.store.ts';
import { type Guide, readingState } from './guide.ts';
import type { Reading } from './reading.store.ts';
import { audienceWords } from './role-list.page.ts';
import type { ReadCount, StaffMember } from './staff-reading.store.ts';

export interface Reader {
  member: StaffMember;
  reading: Reading | null;
}

const crumbs = (guide: Guide) => [
  { label: m.spaces_office(), href: urls.admin() },
  { label: m.guides_office_title(), href: urls.adminGuides() },
  { label: guide.title, href: urls.adminGuide({ page: guide.slug }) },
];

interface Props {
  guide: Guide;
  count: ReadCount;
  readers: readonly Reader[];
  /** Only those who are not up to date. */
  onlyDue: boolean;
  nextHref: string | undefined;
}

/** Who has read a page, and who has not yet. */
export function ReadingsPage({ guide, count, readers, onlyDue, nextHref }: Props) {
  const at = { page: guide.slug };
  return (
    <>
      <PageHeader
        title={m.guides_readings_title()}
        lead={
          count.concerned > 0
            ? m.guides_read_count({ read: count.read, count: count.concerned })
            : m.guides_nobody_concerned()
        }
        breadcrumb={crumbs(guide)}
        meta={m.guides_for({ who: audienceWords(guide.audience) })}
        actions={
          <>
            <ButtonLink
              kind="secondary"
              icon="filter"
              href={urls.adminGuideReadings(at, onlyDue ? {} : { etat: 'a-lire' })}
            >
              {onlyDue ? m.guides_readings_all() : m.guides_readings_due()}
            </ButtonLink>
            <ButtonLink kind="quiet" icon="download" href={urls.adminGuideReadingsCsv(at)} download>
              {m.guides_readings_csv()}
            </ButtonLink>
          </>
        }
      />
      {readers.length === 0 ? (
        <EmptyState icon="citizens" title={m.guides_readings_none_title()}>
          <p>{onlyDue ? m.guides_readings_none_due() : m.guides_readings_none()}</p>
        </EmptyState>
      ) : (
        <Table
          caption={m.guides_readings_caption()}
          captionHidden
          columns={[
            { key: 'name', label: m.guides_column_name() },
            { key: 'roles', label: m.guides_column_roles() },
            { key: 'state', label: m.guides_column_state() },
            { key: 'when', label: m.guides_column_when() },
          ]}
          rows={readers.map(({ member, reading }) => ({
            name: <bdi>{member.name}</bdi>,
            roles: audienceWords(member.roles),
            state: <ReaderState guide={guide} reading={reading} />,
            when: reading ? <DateText at={reading.readAt} shape="short" /> : '–',
          }))}
        />
      )}
      <Pagination nextHref={nextHref} />
    </>
  );
}

export const readerStateWords = {
  unread: m.guides_reader_unread,
  changed: m.guides_reader_changed,
  read: m.guides_reader_read,
} as const;

function ReaderState({ guide, reading }: { guide: Guide; reading: Reading | null }) {
  const state = readingState(guide, reading?.version ?? null);
  const tones = { unread: 'neutral', changed: 'warning', read: 'success' } as const;
  return <StateBadge tone={tones[state]}>{readerStateWords[state]()}</StateBadge>;
}

interface VersionsProps {
  guide: Guide;
  versions: readonly GuideVersionLine[];
  names: ReadonlyMap<string, string>;
  nextHref: string | undefined;
  /** The one that is looked at. */
  shown: { number: number; title: string; summary: string; body: string; lang: string } | null;
}

/** What a page said, version by version. */
export function VersionsPage({ guide, versions, names, nextHref, shown }: VersionsProps) {
  const at = { page: guide.slug };
  return (
    <Column>
      <PageHeader
        title={shown ? m.guides_version_title({ number: shown.number }) : m.guides_versions_title()}
        lead={shown ? shown.title : m.guides_versions_lead()}
        breadcrumb={crumbs(guide)}
        {...(shown && {
          actions: (
            <ButtonLink kind="secondary" href={urls.adminGuideVersions(at)}>
              {m.guides_versions_title()}
            </ButtonLink>
          ),
        })}
      />
      {shown ? (
        <MarkedText text={shown.body} lang={shown.lang} />
      ) : (
        <List>
          {versions.map((version) => (
            <div key={version.number} class="office-fact">
              <p>
                <a href={urls.adminGuideVersions(at, { version: version.number })}>
                  {m.guides_version_line({ number: version.number, title: version.title })}
                </a>
              </p>
              <p class="hint">
                <DateText at={version.writtenAt} shape="moment" />
                {version.writtenBy && ` · ${names.get(version.writtenBy) ?? ''}`}
                {version.asksAgain && version.number > 1 && ` · ${m.guides_version_asks()}`}
              </p>
            </div>
          ))}
        </List>
      )}
      <Pagination nextHref={nextHref} />
    </Column>
  );
}
