import type { ComponentProps } from 'preact';
import * as m from '../../../paraglide/messages.js';
import { Filters } from '../../../ui/filters.tsx';
import { ButtonLink } from '../../../ui/form.tsx';
import { Section, Stack } from '../../../ui/layout.tsx';
import { EmptyState, List, Pagination } from '../../../ui/list.tsx';
import { isDrawable, MapFigure, type MapGround } from '../../../ui/map.tsx';
import { MarkedText } from '../../../ui/marked-text.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { urls } from '../../../urls.ts';
import { SpaceFrame } from '../../consultations/index.page.ts';
import { FollowButton, type Following } from '../../notifications/index.page.ts';
import { numberedSegment, writeFrame } from '../../spaces/index.page.ts';
import type { Frame } from '../../spaces/index.ts';
import { MeetingCard } from '../agenda.page.tsx';
import type { Meeting } from '../meeting.ts';
import { WhenLinks } from './when-links.page.tsx';

interface PlacedGroup {
  latitude: number;
  longitude: number;
  events: number;
  event: { number: number; title: string; lang: string | null } | null;
  frame: Frame;
}

interface Props {
  space: ComponentProps<typeof SpaceFrame>['space'] & { slug: string };
  component: { id: string; slug: string; title: string; introduction: string };
  beside: Pick<ComponentProps<typeof SpaceFrame>, 'theme' | 'tabs'>;
  meetings: readonly Meeting[];
  /** By event: for whom its host spoke as they announced it (R136). */
  labels: ReadonlyMap<string, string>;
  next: string | null;
  when: 'coming' | 'past';
  now: Date;
  categories: readonly { id: string; slug: string; name: string }[];
  /** Slug of a category. */
  category: string | null;
  groups: readonly PlacedGroup[];
  /** What the map shows. */
  bounds: Frame | null;
  /** A part of the map was asked for. */
  frame: Frame | null;
  ground: MapGround;
  mayPropose: boolean;
  following: Following;
}

type Changes = Partial<Record<'quand' | 'categorie' | 'apres' | 'cadre', string | undefined>>;

/** Events of a component: the map, then the button that proposes one, then the list that says the same (R120, R139). */
export function EventsPage(props: Props) {
  const { space, component, beside, meetings, when, category } = props;
  const at = { space: space.slug, component: component.slug };
  const address = (changes: Changes = {}) =>
    urls.spaceEvents(at, {
      quand: when === 'past' ? 'passes' : undefined,
      categorie: category ?? undefined,
      ...changes,
    });
  const past = when === 'past';
  return (
    <SpaceFrame space={space} {...beside} current={component.id}>
      <Stack>
        <PageHeader
          title={component.title}
          actions={
            <ButtonLink kind="quiet" icon="calendar" href={urls.spaceEventsFeed(at)}>
              {m.meetings_feed()}
            </ButtonLink>
          }
        />
        {component.introduction && <MarkedText text={component.introduction} />}
        <EventsMap {...props} address={address} />
        {props.mayPropose && (
          <p>
            <ButtonLink size="large" icon="plus" href={urls.proposeEvent(at)}>
              {m.meetings_propose()}
            </ButtonLink>
          </p>
        )}
        <Section title={past ? m.meetings_past() : m.meetings_coming()}>
          <WhenLinks
            when={when}
            href={(other) => address({ quand: other === 'past' ? 'passes' : undefined })}
          />
          {props.categories.length > 0 && (
            <Filters
              action={urls.spaceEvents(at)}
              values={past ? { quand: 'passes' } : {}}
              selects={[
                {
                  name: 'categorie',
                  label: m.meetings_category(),
                  empty: m.meetings_category_all(),
                  value: category ?? undefined,
                  options: props.categories.map(({ slug, name }) => ({
                    value: slug,
                    label: name,
                  })),
                },
              ]}
            />
          )}
          {meetings.length === 0 ? (
            <EmptyState
              icon="calendar-days"
              level={3}
              title={past ? m.meetings_events_none_past() : m.meetings_events_none()}
            >
              <p>
                {props.mayPropose ? m.meetings_events_none_words() : m.meetings_events_none_read()}
              </p>
            </EmptyState>
          ) : (
            <List look="rows" label={past ? m.meetings_past() : m.meetings_coming()}>
              {meetings.map((meeting) => (
                <MeetingCard
                  key={meeting.id}
                  meeting={meeting}
                  now={props.now}
                  level={3}
                  official={props.labels.get(meeting.id)}
                />
              ))}
            </List>
          )}
          <Pagination nextHref={props.next ? address({ apres: props.next }) : undefined} />
        </Section>
        <Section title={m.follow_panel()}>
          <FollowButton
            target={{ kind: 'component', id: component.id }}
            about={component.title}
            hint={m.follow_events_hint()}
            {...props.following}
          />
        </Section>
      </Stack>
    </SpaceFrame>
  );
}

function EventsMap({
  groups,
  bounds,
  frame,
  ground,
  address,
}: Props & { address: (changes?: Changes) => string }) {
  const pins = groups.map((group, index) => ({
    key: String(index),
    mark: group.event ? '' : String(group.events),
    label: group.event?.title ?? m.meetings_map_group({ count: group.events }),
    longitude: group.longitude,
    latitude: group.latitude,
    many: group.event === null,
    href: group.event
      ? urls.meeting({ meeting: numberedSegment(group.event.number, group.event.title) })
      : address({ cadre: writeFrame(group.frame) }),
  }));
  if (pins.length === 0 || !bounds) return null;
  return (
    <>
      {isDrawable(ground, pins) && (
        <MapFigure
          ground={ground}
          pins={pins}
          label={m.meetings_events_map_label()}
          caption={m.meetings_events_map_caption()}
          bounds={bounds}
        />
      )}
      {frame && (
        <p>
          <a href={address()}>{m.meetings_events_map_whole()}</a>
        </p>
      )}
    </>
  );
}
