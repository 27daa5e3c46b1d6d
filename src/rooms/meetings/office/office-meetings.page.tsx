import * as m from '../../../paraglide/messages.js';
import { ButtonLink } from '../../../ui/form.tsx';
import { Stack } from '../../../ui/layout.tsx';
import { EmptyState, Pagination } from '../../../ui/list.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { Table } from '../../../ui/table.tsx';
import { StateBadge } from '../../../ui/tag.tsx';
import { urls } from '../../../urls.ts';
import { type AgendaFilter, writeFilter } from '../agenda.ts';
import { AgendaFilters, type NamedEdition, OtherTime } from '../agenda-filters.page.tsx';
import { type Meeting, stateOf } from '../meeting.ts';
import { kindWords, stateTones, stateWords, timeWords } from '../meeting-words.page.ts';

interface Props {
  filter: AgendaFilter;
  meetings: readonly Meeting[];
  next: string | null;
  editions: readonly NamedEdition[];
  now: Date;
}

/** Every meeting as the office runs them: drafts too, with who comes. */
export function OfficeMeetingsPage({ filter, meetings, next, editions, now }: Props) {
  const past = filter.when === 'past';
  const edition = editions.find(({ slug }) => slug === filter.edition);
  const address = (changes: Partial<AgendaFilter> = {}) =>
    urls.adminMeetings(writeFilter({ ...filter, after: null, ...changes }));
  const add = (
    <ButtonLink href={urls.adminNewMeeting({ edition: filter.edition ?? undefined })} icon="plus">
      {m.meetings_new()}
    </ButtonLink>
  );
  return (
    <Stack>
      <PageHeader
        title={m.meetings_office_title()}
        lead={m.meetings_office_lead()}
        breadcrumb={[
          { label: m.site_nav_admin(), href: urls.admin() },
          ...(edition
            ? [{ label: edition.title, href: urls.adminEdition({ edition: edition.slug }) }]
            : []),
        ]}
        actions={
          <>
            {add}
            <OtherTime filter={filter} to={urls.adminMeetings} />
            <ButtonLink kind="quiet" icon="eye" href={urls.agenda()}>
              {m.meetings_public_page()}
            </ButtonLink>
          </>
        }
      />
      <AgendaFilters filter={filter} editions={editions} to={urls.adminMeetings} />
      {meetings.length === 0 ? (
        <EmptyState icon="calendar-days" title={m.meetings_office_none()} actions={add}>
          <p>{m.meetings_office_none_words()}</p>
        </EmptyState>
      ) : (
        <Table
          caption={past ? m.meetings_past() : m.meetings_coming()}
          columns={[
            { key: 'title', label: m.meetings_field_title() },
            { key: 'when', label: m.meetings_when(), sentences: true },
            { key: 'place', label: m.meetings_where(), sentences: true },
            { key: 'people', label: m.meetings_registered() },
            { key: 'state', label: m.meetings_state() },
          ]}
          rows={meetings.map((meeting) => {
            const state = stateOf(meeting, now);
            return {
              title: (
                <>
                  <a href={urls.adminMeeting({ meeting: meeting.number })}>
                    <bdi>{meeting.title}</bdi>
                  </a>
                  <br />
                  <span class="hint">{kindWords[meeting.kind]()}</span>
                </>
              ),
              when: timeWords(meeting),
              place: <bdi>{meeting.place}</bdi>,
              people: peopleWords(meeting),
              state: <StateBadge tone={stateTones[state]}>{stateWords[state]()}</StateBadge>,
            };
          })}
        />
      )}
      <Pagination nextHref={next ? address({ after: next }) : undefined} />
    </Stack>
  );
}

/** « 12 sur 40, 3 en attente »; nothing where nobody registers. */
export function peopleWords(meeting: Meeting): string {
  if (!meeting.takesRegistrations || meeting.forgottenAt !== null) return '–';
  const seated =
    meeting.capacity === null
      ? m.meetings_people({ count: meeting.seated })
      : m.meetings_people_of({ count: meeting.seated, seats: meeting.capacity });
  return meeting.waiting > 0
    ? `${seated}, ${m.meetings_people_waiting({ count: meeting.waiting })}`
    : seated;
}
