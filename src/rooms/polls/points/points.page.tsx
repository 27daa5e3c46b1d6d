import * as m from '../../../paraglide/messages.js';
import { ButtonLink } from '../../../ui/form.tsx';
import { formatDateTime } from '../../../ui/format.ts';
import { Icon } from '../../../ui/icon.tsx';
import { Section, Stack } from '../../../ui/layout.tsx';
import { EmptyState, List } from '../../../ui/list.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { StateBadge } from '../../../ui/tag.tsx';
import { urls } from '../../../urls.ts';
import { EditionFrame } from '../../spaces/index.page.ts';
import type { Edition } from '../../spaces/index.ts';
import { hoursWords, standingWords } from './hours-words.page.ts';
import { geoAddress, type Span, type Standing, standingAt, type VotePoint } from './point.ts';

interface Props {
  edition: Edition;
  now: Date;
  points: readonly VotePoint[];
  /** The dates of the vote; null while they are not known. */
  vote: Span | null;
  /** Whether one can vote on this site now. */
  online: boolean;
  /** Whether the vote has ended, whatever the hours of the points say. */
  ended: boolean;
}

/** « Où voter » : each point with its address, its hours, whether it is open, and how one gets in (R53). */
export function VotePointsPage({ edition, now, points, vote, online, ended }: Props) {
  const at = { edition: edition.slug };
  return (
    <EditionFrame edition={edition} now={now} current="vote">
      <Stack>
        <PageHeader
          title={m.points_title()}
          lead={points.length > 0 ? m.points_lead({ count: points.length }) : m.points_lead_none()}
          {...(online && {
            actions: <ButtonLink href={urls.vote(at)}>{m.points_vote_online()}</ButtonLink>,
          })}
        />
        {points.length === 0 ? (
          <EmptyState icon="place" title={m.points_none_title()}>
            <p>
              {vote
                ? m.points_none_dates({
                    from: formatDateTime(vote.opensAt),
                    to: formatDateTime(vote.closesAt),
                  })
                : m.points_none()}
            </p>
          </EmptyState>
        ) : (
          <>
            <List label={m.points_title()}>
              {points.map((point) => (
                <Point
                  key={point.id}
                  point={point}
                  standing={ended ? { kind: 'over' } : standingAt(point.slots, now)}
                />
              ))}
            </List>
            <p class="hint">{m.points_paris()}</p>
          </>
        )}
      </Stack>
    </EditionFrame>
  );
}

function Point({ point, standing }: { point: VotePoint; standing: Standing }) {
  const hours = hoursWords(point.slots);
  return (
    <Section
      title={<bdi>{point.name}</bdi>}
      action={
        <StateBadge tone={standing.kind === 'open' ? 'now' : 'neutral'} icon="clock">
          {standingWords(standing)}
        </StateBadge>
      }
    >
      <p>
        <Icon name="place" /> <span dir="auto">{point.address}</span>
      </p>
      {hours.length > 0 && (
        <ul aria-label={m.points_hours_of({ name: point.name })}>
          {hours.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      {point.access !== '' && (
        <p>
          <Icon name="accessibility" /> <span dir="auto">{point.access}</span>
        </p>
      )}
      {point.place && (
        <div class="actions">
          <ButtonLink href={geoAddress(point.place)} kind="quiet" icon="place" about={point.name}>
            {m.points_open_map()}
          </ButtonLink>
        </div>
      )}
    </Section>
  );
}

/** On the pages of an edition and of its vote, where there are points. */
export function VotePointsLink({ edition }: { edition: string }) {
  return (
    <Section title={m.points_title()}>
      <p>{m.points_link_words()}</p>
      <p>
        <a href={urls.votePoints({ edition })}>{m.points_link()}</a>
      </p>
    </Section>
  );
}
