import * as m from '../../paraglide/messages.js';
import { getLocale } from '../../paraglide/runtime.js';
import type { Attachable } from '../../platform/http/visit.ts';
import { excerptOf } from '../../platform/text/excerpt.ts';
import { Card } from '../../ui/card.tsx';
import { ButtonLink } from '../../ui/form.tsx';
import { Split, VisuallyHidden } from '../../ui/layout.tsx';
import { EmptyState, List, Pagination } from '../../ui/list.tsx';
import { isDrawable, MapFigure, type MapGround } from '../../ui/map.tsx';
import { OfficialBadge } from '../../ui/official-badge.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { StateBadge } from '../../ui/tag.tsx';
import { urls } from '../../urls.ts';
import { type AgendaFilter, writeFilter } from './agenda.ts';
import { AgendaFilters, type NamedEdition, OtherTime } from './agenda-filters.page.tsx';
import { type Meeting, stateOf } from './meeting.ts';
import {
  kindIcons,
  kindWords,
  meetingSegment,
  placeWords,
  stateTones,
  stateWords,
  timeWords,
} from './meeting-words.page.ts';
import { registrationStateOf } from './registration.ts';

interface Props {
  filter: AgendaFilter;
  meetings: readonly Meeting[];
  next: string | null;
  editions: readonly NamedEdition[];
  /** What each is about, by its id; none: nothing in particular, or nothing that may be seen. */
  subjects: ReadonlyMap<string, Attachable>;
  ground: MapGround;
  now: Date;
}

/** The agenda of the town: what is to come, in order, with the map beside it; what was, on demand (R55, R56). */
export function AgendaPage({ filter, meetings, next, editions, subjects, ground, now }: Props) {
  const address = (changes: Partial<AgendaFilter> = {}) =>
    urls.agenda(writeFilter({ ...filter, after: null, ...changes }));
  const past = filter.when === 'past';
  const numbers = numberMeetings(meetings, ground);
  const list =
    meetings.length === 0 ? (
      <Nothing filter={filter} />
    ) : (
      <List look="rows" label={past ? m.meetings_past() : m.meetings_coming()}>
        {meetings.map((meeting) => (
          <MeetingCard
            key={meeting.id}
            meeting={meeting}
            now={now}
            number={numbers.get(meeting.id) ?? null}
            about={subjects.get(meeting.id) ?? null}
            edition={editions.find(({ id }) => id === meeting.editionId)?.title ?? null}
          />
        ))}
      </List>
    );
  return (
    <>
      <PageHeader
        title={m.meetings_title()}
        lead={past ? m.meetings_lead_past() : m.meetings_lead()}
        actions={
          <>
            <OtherTime filter={filter} to={urls.agenda} />
            <ButtonLink
              kind="quiet"
              icon="calendar"
              href={urls.agendaFeed(writeFilter({ edition: filter.edition, kind: filter.kind }))}
            >
              {m.meetings_feed()}
            </ButtonLink>
          </>
        }
      />
      <AgendaFilters filter={filter} editions={editions} to={urls.agenda} />
      {numbers.size > 0 ? (
        <Split aside={<MeetingsMap meetings={meetings} ground={ground} />}>{list}</Split>
      ) : (
        list
      )}
      <Pagination nextHref={next ? address({ after: next }) : undefined} />
    </>
  );
}

function Nothing({ filter }: { filter: AgendaFilter }) {
  const filtered = filter.kind !== null || filter.edition !== null;
  return (
    <EmptyState
      icon="calendar-days"
      title={filtered ? m.meetings_none_found() : m.meetings_none()}
      actions={filtered && <ButtonLink href={urls.agenda()}>{m.meetings_all()}</ButtonLink>}
    >
      <p>{filtered ? m.meetings_none_found_words() : m.meetings_none_words()}</p>
    </EmptyState>
  );
}

interface CardProps {
  /** For whom its host speaks (R136). */
  official?: string | undefined;
  meeting: Meeting;
  now: Date;
  /** On the map beside; null where there is none. */
  number?: string | null;
  /** The title of its edition. */
  edition?: string | null;
  about?: Attachable | null;
  level?: 2 | 3;
}

/** One meeting in a list: what, when, where, and whether it takes place. */
export function MeetingCard(props: CardProps) {
  const { meeting, now, number = null, edition = null, about = null, level = 2 } = props;
  const { official } = props;
  const state = stateOf(meeting, now);
  const full = registrationStateOf(meeting, now) === 'full';
  return (
    <Card
      title={meeting.title}
      {...(meeting.lang !== null && meeting.lang !== getLocale() && { lang: meeting.lang })}
      href={urls.meeting({ meeting: meetingSegment(meeting) })}
      level={level}
      category={{ label: kindWords[meeting.kind](), icon: kindIcons[meeting.kind] }}
      {...(number !== null && { mark: number })}
      {...(meeting.description && { excerpt: excerptOf(meeting.description) })}
      state={
        state !== 'coming' ? (
          <StateBadge tone={stateTones[state]}>{stateWords[state]()}</StateBadge>
        ) : (
          full && <StateBadge tone="warning">{m.meetings_full()}</StateBadge>
        )
      }
      meta={[
        <strong key="time">{timeWords(meeting)}</strong>,
        <bdi key="place">{placeWords(meeting)}</bdi>,
        ...(about
          ? [
              <a key="about" href={about.href}>
                {m.meetings_card_about({ label: about.label, title: about.title })}
              </a>,
            ]
          : []),
        ...(edition ? [<bdi key="edition">{edition}</bdi>] : []),
        ...(official ? [<OfficialBadge key="official" label={official} />] : []),
      ]}
    />
  );
}

function placed(meetings: readonly Meeting[]) {
  return meetings
    .flatMap((meeting) => (meeting.point ? [{ meeting, ...meeting.point }] : []))
    .map((pin, at) => ({ ...pin, mark: String(at + 1) }));
}

/** Numbers of the meetings on the map, by id; none where there is no map. */
function numberMeetings(meetings: readonly Meeting[], ground: MapGround): Map<string, string> {
  const pins = placed(meetings);
  if (pins.length === 0 || !isDrawable(ground, pins)) return new Map();
  return new Map(pins.map(({ meeting, mark }) => [meeting.id, mark]));
}

function MeetingsMap({ meetings, ground }: Pick<Props, 'meetings' | 'ground'>) {
  return (
    <MapFigure
      ground={ground}
      size="small"
      pins={placed(meetings).map(({ meeting, mark, latitude, longitude }) => ({
        key: meeting.id,
        mark,
        label: meeting.title,
        latitude,
        longitude,
        href: urls.meeting({ meeting: meetingSegment(meeting) }),
      }))}
      label={m.meetings_map_label()}
      caption={m.meetings_map_caption()}
    />
  );
}

/** On the page of an edition, of a point of vote, of a realisation: what there is to come to. */
export function MeetingLines({ meetings, now }: { meetings: readonly Meeting[]; now: Date }) {
  return (
    <List>
      {meetings.map((meeting) => {
        const state = stateOf(meeting, now);
        return (
          <p key={meeting.id}>
            <a href={urls.meeting({ meeting: meetingSegment(meeting) })}>
              <bdi>{meeting.title}</bdi>
            </a>
            {state === 'cancelled' && (
              <>
                {' '}
                <StateBadge tone="danger">{stateWords.cancelled()}</StateBadge>
              </>
            )}
            <br />
            <span class="hint">
              {kindWords[meeting.kind]()} · {timeWords(meeting)} · <bdi>{placeWords(meeting)}</bdi>
            </span>
            {registrationStateOf(meeting, now) === 'open' && (
              <>
                <br />
                <a href={`${urls.meeting({ meeting: meetingSegment(meeting) })}#inscription`}>
                  {m.meetings_register_submit()}
                  <VisuallyHidden> {meeting.title}</VisuallyHidden>
                </a>
              </>
            )}
          </p>
        );
      })}
    </List>
  );
}
