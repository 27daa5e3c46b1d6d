import * as m from '../../paraglide/messages.js';
import type { ThemePart } from '../../platform/http/visit.ts';
import { ButtonLink } from '../../ui/form.tsx';
import { Section, Stack } from '../../ui/layout.tsx';
import { EmptyState } from '../../ui/list.tsx';
import { MarkedText } from '../../ui/marked-text.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { urls } from '../../urls.ts';
import { CoOrganisers } from './co-organisers.page.tsx';
import { FamilyNav, type FamilyProps } from './family.page.tsx';
import type { CoOrganiser, Space } from './space.ts';
import { SpaceBadges } from './space-frame.page.tsx';
import { datesOf } from './spaces.page.tsx';

interface Props {
  space: Space & { family?: FamilyProps['family'] };
  parts: readonly ThemePart[];
  coOrganisers: readonly CoOrganiser[];
}

/** The showcase of a network (R140): for everybody, without a word of what is said inside. */
export function ShowcasePage({ space, parts, coOrganisers }: Props) {
  return (
    <Stack>
      <PageHeader
        title={space.title}
        kicker={m.participation_showcase()}
        {...(space.summary && { lead: space.summary })}
        breadcrumb={[{ label: m.participation_title(), href: urls.spaces() }]}
        meta={
          <>
            <SpaceBadges space={space} />
            {datesOf(space).map((words) => (
              <span key={words}>{words}</span>
            ))}
          </>
        }
      />
      <FamilyNav space={space} family={space.family} />
      <MarkedText text={space.introduction} />
      {parts.length === 0 && (
        <EmptyState icon="eye" title={m.participation_showcase_empty_title()}>
          <p>{m.participation_showcase_empty()}</p>
        </EmptyState>
      )}
      {parts.map(({ title, action, body }) => (
        <Section key={title} title={title}>
          {body}
          {action && (
            <p>
              <ButtonLink kind="secondary" href={action.href}>
                {action.label}
              </ButtonLink>
            </p>
          )}
        </Section>
      ))}
      {coOrganisers.length > 0 && <CoOrganisers coOrganisers={coOrganisers} />}
    </Stack>
  );
}
