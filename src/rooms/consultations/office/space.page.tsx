import * as m from '../../../paraglide/messages.js';
import { Card } from '../../../ui/card.tsx';
import { ButtonLink } from '../../../ui/form.tsx';
import { formatDateTime } from '../../../ui/format.ts';
import { Grid, Section, Stack } from '../../../ui/layout.tsx';
import { NextStep } from '../../../ui/next-step.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { StateBadge } from '../../../ui/tag.tsx';
import { urls } from '../../../urls.ts';
import { spaceKindWords } from '../component-words.page.ts';
import type { Space } from '../space.ts';
import { stateOfSpace } from './office-words.page.ts';
import { officeCrumbs } from './space-crumbs.page.ts';

interface Props {
  space: Space;
  /** How many there are of each. */
  counts: {
    themes: number;
    components: number;
    coOrganisers: number;
    team: number;
    members: number;
    participants: number;
  };
}

/** One space as its team runs it: what is to be done next, and each of its parts. */
export function OfficeSpacePage({ space, counts }: Props) {
  const at = { space: space.slug };
  const { tone, words } = stateOfSpace(space);
  const parts = [
    {
      href: urls.adminThemes(at),
      term: m.spaceoffice_themes(),
      detail: m.spaceoffice_themes_count({ count: counts.themes }),
    },
    {
      href: urls.adminComponents(at),
      term: m.spaceoffice_components(),
      detail: m.spaceoffice_components_count({ count: counts.components }),
    },
    {
      href: urls.adminCoOrganisers(at),
      term: m.spaceoffice_co_organisers(),
      detail: m.spaceoffice_co_organisers_count({ count: counts.coOrganisers }),
    },
    {
      href: urls.adminSpaceTeam(at),
      term: m.spaceoffice_team(),
      detail: m.spaceoffice_people_count({ count: counts.team }),
    },
    ...(space.isPrivate
      ? [
          {
            href: urls.adminSpaceMembers(at),
            term: m.spaceoffice_members(),
            detail: m.spaceoffice_people_count({ count: counts.members }),
          },
        ]
      : []),
    ...(space.kind === 'network'
      ? [
          {
            href: urls.adminMandates(at),
            term: m.spaceoffice_mandates(),
            detail: m.spaceoffice_mandates_words(),
          },
        ]
      : []),
  ];
  return (
    <Stack>
      <PageHeader
        title={space.title}
        kicker={spaceKindWords[space.kind]()}
        lead={space.summary}
        breadcrumb={officeCrumbs(null)}
        meta={
          <>
            <StateBadge tone={tone}>{words}</StateBadge>
            {space.isPrivate && (
              <StateBadge icon="lock">{m.spaceoffice_private_short()}</StateBadge>
            )}
          </>
        }
        actions={
          <>
            <ButtonLink kind="secondary" icon="settings" href={urls.adminSpaceSettings(at)}>
              {m.spaceoffice_settings_change()}
            </ButtonLink>
            <ButtonLink kind="secondary" icon="download" href={urls.adminSpaceExports(at)}>
              {m.spaceexport_title()}
            </ButtonLink>
            <ButtonLink kind="quiet" icon="eye" href={urls.space(at)}>
              {m.spaceoffice_see()}
            </ButtonLink>
          </>
        }
      />
      <Next space={space} components={counts.components} />
      <Section title={m.spaceoffice_parts()}>
        <Grid min="small">
          {parts.map(({ href, term, detail }) => (
            <Card key={href} title={term} href={href} excerpt={detail} />
          ))}
        </Grid>
      </Section>
      {space.openedAt && <p>{m.spaceoffice_participants({ count: counts.participants })}</p>}
    </Stack>
  );
}

/** What its state leads to. */
function Next({ space, components }: { space: Space; components: number }) {
  const at = { space: space.slug };
  if (space.closedAt)
    return <p>{m.spaceoffice_closed_on({ date: formatDateTime(space.closedAt) })}</p>;
  if (space.openedAt)
    return (
      <NextStep
        title={m.spaceoffice_open_title()}
        actions={
          <ButtonLink kind="secondary" href={urls.adminSpaceClose(at)}>
            {m.spaceoffice_close()}
          </ButtonLink>
        }
      >
        <p>{m.spaceoffice_opened_on({ date: formatDateTime(space.openedAt) })}</p>
      </NextStep>
    );
  return (
    <NextStep
      title={components > 0 ? m.spaceoffice_ready_title() : m.spaceoffice_prepare_title()}
      actions={
        <>
          {components > 0 ? (
            <ButtonLink href={urls.adminSpaceOpen(at)}>{m.spaceoffice_open_it()}</ButtonLink>
          ) : (
            <ButtonLink href={urls.adminNewComponent(at)} icon="plus">
              {m.spaceoffice_component_add()}
            </ButtonLink>
          )}
          <ButtonLink kind="quiet" href={urls.adminSpaceAbandon(at)}>
            {m.spaceoffice_abandon()}
          </ButtonLink>
        </>
      }
    >
      <p>{components > 0 ? m.spaceoffice_ready_words() : m.spaceoffice_prepare_words()}</p>
    </NextStep>
  );
}
