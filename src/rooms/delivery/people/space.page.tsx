import type { ComponentChildren } from 'preact';
import * as m from '../../../paraglide/messages.js';
import { ButtonLink } from '../../../ui/form.tsx';
import { formatDate } from '../../../ui/format.ts';
import { Column, Section } from '../../../ui/layout.tsx';
import { List } from '../../../ui/list.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { StateBadge } from '../../../ui/tag.tsx';
import { Prose } from '../../../ui/text.tsx';
import { urls } from '../../../urls.ts';
import type { Offer } from './help.ts';
import type { NamedMember, Part } from './team.ts';
import { TeamList } from './team-list.page.tsx';
import { partWords, sayHelps } from './words.page.ts';

interface Props {
  at: { edition: string; project: number };
  project: string;
  /** The reader's own in the team. */
  parts: readonly Part[];
  team: readonly NamedMember[];
  /** Of the committee, as they call themselves. */
  members: readonly string[];
  /** null: not for this reader. */
  offers: readonly (Offer & { name: string })[] | null;
  isOffice: boolean;
}

/** Who follows a realisation, for those who do. */
export function SpacePage({ at, project, parts, team, members, offers, isOffice }: Props) {
  return (
    <Column>
      <PageHeader
        title={m.together_space_title()}
        kicker={<bdi>{project}</bdi>}
        lead={
          parts.length > 0
            ? m.together_space_part({ part: parts.map((part) => partWords[part]()).join(', ') })
            : m.together_space_lead()
        }
        breadcrumb={[
          { label: m.delivery_project_title({ title: project }), href: urls.delivery(at) },
        ]}
        {...(isOffice && {
          actions: (
            <ButtonLink kind="secondary" href={urls.adminDeliveryPeople(at)}>
              {m.together_space_office()}
            </ButtonLink>
          ),
        })}
      />
      <Section title={m.together_team_title()}>
        {team.length === 0 ? <p>{m.together_team_none()}</p> : <TeamList team={team} />}
      </Section>
      <Section title={m.together_committee_title()} lead={m.together_space_names()}>
        {members.length === 0 ? (
          <p>{m.together_committee_count({ count: 0 })}</p>
        ) : (
          <List>
            {members.map((name, at) => (
              <p key={at}>
                <bdi>{name || m.together_somebody()}</bdi>
              </p>
            ))}
          </List>
        )}
      </Section>
      {offers && (
        <Section title={m.together_offers_title()} lead={m.together_space_offers()}>
          {offers.length === 0 ? (
            <p>{m.together_offers_none()}</p>
          ) : (
            <List>
              {offers.map((offer) => (
                <OfferWords key={offer.id} offer={offer} />
              ))}
            </List>
          )}
        </Section>
      )}
    </Column>
  );
}

/** One offer as the team and the office read it. */
export function OfferWords({
  offer,
  children,
}: {
  offer: Offer & { name: string };
  children?: ComponentChildren;
}) {
  return (
    <article class="stack">
      <p>
        <strong>
          <bdi>{offer.name || m.together_somebody()}</bdi>
        </strong>{' '}
        · {sayHelps(offer.helps)}{' '}
        <StateBadge tone={offer.answeredAt === null ? 'now' : 'success'}>
          {offer.answeredAt === null
            ? m.together_offer_waiting()
            : m.together_help_answered_on({ date: formatDate(offer.answeredAt, 'day') })}
        </StateBadge>
      </p>
      <Prose text={offer.body} />
      <p class="hint">{m.together_offer_on({ date: formatDate(offer.offeredAt, 'day') })}</p>
      {offer.answeredAt !== null && (
        <>
          <p>
            <strong>{m.together_help_answer()}</strong>
          </p>
          <Prose text={offer.answer} />
        </>
      )}
      {children}
    </article>
  );
}
