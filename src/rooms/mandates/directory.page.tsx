import type { ComponentProps } from 'preact';
import * as m from '../../paraglide/messages.js';
import { Card } from '../../ui/card.tsx';
import { Checkbox } from '../../ui/choices.tsx';
import { Field } from '../../ui/field.tsx';
import { Filters } from '../../ui/filters.tsx';
import { ButtonLink, ErrorSummary, Form, type Problems, SubmitButton } from '../../ui/form.tsx';
import { Column, Section, Stack } from '../../ui/layout.tsx';
import { EmptyState, List, Pagination } from '../../ui/list.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { urls } from '../../urls.ts';
import { SpaceFrame } from '../consultations/index.page.ts';
import { LevelFigures } from './level-figures.page.tsx';
import {
  type DirectoryFilter,
  type HeldMandate,
  LEVELS,
  type LevelCounts,
  nameOfMandate,
} from './mandate.ts';
import { levelWords } from './mandate-words.page.ts';
import { type NamedTeam, TeamNames } from './team/team.page.tsx';

type Frame = Omit<ComponentProps<typeof SpaceFrame>, 'children' | 'current'>;

interface Member {
  name: string;
  address: string;
  mandates: readonly HeldMandate[];
}

interface Props {
  frame: Frame;
  component: { id: string; slug: string; title: string };
  filter: DirectoryFilter;
  members: readonly Member[];
  next: string | null;
  counts: LevelCounts;
  team: NamedTeam;
  /** Whether the reader stands in it. */
  isMember: boolean;
}

/** Members of a network with their mandates, for its members. */
export function DirectoryPage(props: Props) {
  const { frame, component, filter, members, next, counts, team, isMember } = props;
  const at = { space: frame.space.slug, component: component.slug };
  const to = (changes: Partial<DirectoryFilter> = {}) => {
    const { level, words, after } = { ...filter, after: null, ...changes };
    return urls.directory(at, {
      ...(level && { strate: level }),
      ...(words !== '' && { q: words }),
      ...(after && { apres: after }),
    });
  };
  return (
    <SpaceFrame {...frame} current={component.id}>
      <Stack>
        <PageHeader
          title={component.title}
          lead={m.mandates_directory_lead()}
          actions={
            <>
              {isMember && (
                <ButtonLink kind="secondary" href={urls.directoryEntry(at)}>
                  {m.mandates_entry_title()}
                </ButtonLink>
              )}
              <ButtonLink kind="secondary" href={urls.memberBodies({ space: frame.space.slug })}>
                {m.bodies_title()}
              </ButtonLink>
            </>
          }
        />
        <LevelFigures counts={counts} />
        <Filters
          action={urls.directory(at)}
          search={{ name: 'q', label: m.mandates_search(), value: filter.words }}
          selects={[
            {
              name: 'strate',
              label: m.mandates_level(),
              empty: m.mandates_level_all(),
              value: filter.level ?? undefined,
              options: LEVELS.map((level) => ({ value: level, label: levelWords[level]() })),
            },
          ]}
          active={[
            ...(filter.words ? [{ label: filter.words, withoutHref: to({ words: '' }) }] : []),
            ...(filter.level
              ? [{ label: levelWords[filter.level](), withoutHref: to({ level: null }) }]
              : []),
          ]}
          clearHref={urls.directory(at)}
        />
        {members.length === 0 ? (
          <EmptyState icon="citizens" title={m.mandates_directory_none()}>
            <p>{m.mandates_directory_none_words()}</p>
          </EmptyState>
        ) : (
          <MemberList members={members} />
        )}
        <Pagination nextHref={next ? to({ after: next }) : undefined} />
        <Section title={m.team_title()}>
          <TeamNames team={team} level={3} />
          <p>
            <ButtonLink kind="secondary" href={urls.spaceTeam({ space: frame.space.slug })}>
              {m.team_see()}
            </ButtonLink>
          </p>
        </Section>
      </Stack>
    </SpaceFrame>
  );
}

function MemberList({ members }: { members: readonly Member[] }) {
  return (
    <List look="rows" label={m.mandates_members()}>
      {members.map(({ name, address, mandates }) => (
        <Card
          key={mandates[0]!.id}
          level={2}
          title={<bdi>{name}</bdi>}
          excerpt={mandates.map(nameOfMandate).join(' – ')}
          meta={mandates.map(({ id, level, body }) => (
            <span key={id}>
              {levelWords[level]()}, <bdi>{body}</bdi>
            </span>
          ))}
          {...(address && {
            action: <a href={`mailto:${address}`}>{m.mandates_write_to({ name })}</a>,
          })}
        />
      ))}
    </List>
  );
}

/** Those who chose that everybody reads of them, on the showcase. */
export function PublicMembers({ members }: { members: readonly Omit<Member, 'address'>[] }) {
  if (members.length === 0) return null;
  return (
    <ul>
      {members.map(({ name, mandates }) => (
        <li key={mandates[0]!.id}>
          <strong>
            <bdi>{name}</bdi>
          </strong>
          , <bdi>{mandates.map(nameOfMandate).join(' – ')}</bdi>
        </li>
      ))}
    </ul>
  );
}

interface EntryProps {
  at: { space: string; component: string };
  title: string;
  typed: { address: string; isPublic: boolean };
  problems: Problems;
}

/** What a member chooses for themselves in the directory. */
export function EntryPage({ at, title, typed, problems }: EntryProps) {
  return (
    <Column>
      <ErrorSummary problems={problems} />
      <PageHeader
        title={m.mandates_entry_title()}
        lead={m.mandates_entry_lead()}
        breadcrumb={[{ label: title, href: urls.directory(at) }]}
      />
      <Form action={urls.directoryEntry(at)}>
        <Field
          name="courriel"
          type="email"
          label={m.mandates_entry_address()}
          hint={m.mandates_entry_address_hint()}
          value={typed.address}
          autocomplete="email"
          problems={problems}
        />
        <Checkbox
          name="public"
          label={m.mandates_entry_public()}
          hint={m.mandates_entry_public_hint()}
          checked={typed.isPublic}
          problems={problems}
        />
        <SubmitButton>{m.mandates_entry_save()}</SubmitButton>
      </Form>
    </Column>
  );
}
