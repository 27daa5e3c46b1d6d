import * as m from '../../../paraglide/messages.js';
import { ButtonLink } from '../../../ui/form.tsx';
import { formatDate } from '../../../ui/format.ts';
import { EmptyState, List } from '../../../ui/list.tsx';
import { StateBadge, type StateBadgeProps } from '../../../ui/tag.tsx';
import { urls } from '../../../urls.ts';
import type { OwnPart } from './own-parts.ts';
import { testimonyLooks } from './words.page.ts';

/** A part with the edition that its pages are in. */
export type ShownPart = OwnPart & { edition: { slug: string; title: string } };

interface Look {
  /** What it is. */
  name: string;
  href: string;
  state: string;
  tone: NonNullable<StateBadgeProps['tone']>;
}

function lookOf(part: ShownPart): Look {
  const at = { edition: part.edition.slug, project: part.project };
  switch (part.kind) {
    case 'offer':
      return {
        name: m.together_own_offer(),
        href: urls.deliveryHelp(at),
        ...(part.state === 'answered'
          ? { state: m.together_own_offer_answered(), tone: 'success' }
          : { state: m.together_own_offer_waiting(), tone: 'now' }),
      };
    case 'seat':
      return {
        name: m.together_committee_title(),
        // who is of it works in its space; who waits sees what it is
        ...(part.state === 'accepted'
          ? { href: urls.deliveryTeam(at), state: m.together_own_seat_accepted(), tone: 'success' }
          : {
              href: urls.deliveryCommittee(at),
              state: m.together_own_seat_waiting(),
              tone: 'now',
            }),
      };
    case 'testimony': {
      const { words, tone } = testimonyLooks[part.state];
      return {
        name: m.together_testimony_title(),
        href: urls.deliveryTestimony(at),
        state: words(),
        tone,
      };
    }
  }
}

/** The reader's own part in realisations, with where each stands (R60, R85). */
export function OwnParts({ parts }: { parts: readonly ShownPart[] }) {
  if (parts.length === 0)
    return (
      <EmptyState
        icon="hammer"
        title={m.together_own_none_title()}
        actions={
          <ButtonLink kind="secondary" href={urls.globalDelivery()}>
            {m.together_own_none_link()}
          </ButtonLink>
        }
      >
        <p>{m.together_own_none()}</p>
      </EmptyState>
    );
  return (
    <List>
      {parts.map((part) => {
        const { name, href, state, tone } = lookOf(part);
        return (
          <p key={href}>
            <a href={href}>
              {name} · <bdi>{part.title}</bdi>
            </a>{' '}
            <StateBadge tone={tone}>{state}</StateBadge>
            <br />
            <span class="hint">
              <bdi>{part.edition.title}</bdi> · {formatDate(part.since, 'day')}
            </span>
          </p>
        );
      })}
    </List>
  );
}
