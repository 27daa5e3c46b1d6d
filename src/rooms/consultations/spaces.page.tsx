import * as m from '../../paraglide/messages.js';
import { Card } from '../../ui/card.tsx';
import { ButtonLink } from '../../ui/form.tsx';
import { formatDate } from '../../ui/format.ts';
import { Section } from '../../ui/layout.tsx';
import { EmptyState, List } from '../../ui/list.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { urls } from '../../urls.ts';
import { spaceKindWords } from './component-words.page.ts';
import type { Space } from './space.ts';
import { SpaceBadges } from './space-frame.page.tsx';

/** The spaces that the reader sees: where something can be done now first. */
export function SpacesPage({
  spaces,
  mayPrepare,
}: {
  spaces: readonly Space[];
  mayPrepare: boolean;
}) {
  const prepared = spaces.filter(({ openedAt }) => openedAt === null);
  const open = spaces.filter(({ isOpen }) => isOpen);
  const closed = spaces.filter(({ closedAt }) => closedAt !== null);
  return (
    <>
      <PageHeader title={m.participation_title()} lead={m.participation_lead()} />
      {spaces.length === 0 && (
        <EmptyState
          icon="comment"
          title={m.participation_none_title()}
          {...(mayPrepare && {
            actions: (
              <ButtonLink href={urls.adminNewSpace()}>{m.participation_prepare()}</ButtonLink>
            ),
          })}
        >
          <p>{mayPrepare ? m.participation_none_team() : m.participation_none()}</p>
        </EmptyState>
      )}
      {open.length > 0 && (
        <Section title={m.participation_open_section()}>
          <SpaceCards spaces={open} />
        </Section>
      )}
      {prepared.length > 0 && (
        <Section title={m.participation_prepared_section()} lead={m.participation_prepared_lead()}>
          <SpaceCards spaces={prepared} />
        </Section>
      )}
      {closed.length > 0 && (
        <Section title={m.participation_closed_section()} lead={m.participation_closed_lead()}>
          <SpaceCards spaces={closed} />
        </Section>
      )}
    </>
  );
}

export function SpaceCards({ spaces }: { spaces: readonly Space[] }) {
  return (
    <List look="cards">
      {spaces.map((space) => (
        <Card
          key={space.id}
          title={space.title}
          href={urls.space({ space: space.slug })}
          category={{ label: spaceKindWords[space.kind](), icon: 'comment' }}
          state={<SpaceBadges space={space} />}
          excerpt={space.summary}
          meta={datesOf(space)}
        />
      ))}
    </List>
  );
}

/** Since when it is open, or closed. */
export function datesOf({ openedAt, closedAt }: Pick<Space, 'openedAt' | 'closedAt'>): string[] {
  if (closedAt) return [m.participation_closed_on({ date: formatDate(closedAt, 'day') })];
  return openedAt ? [m.participation_opened_on({ date: formatDate(openedAt, 'day') })] : [];
}
