import * as m from '../../../paraglide/messages.js';
import { getLocale } from '../../../paraglide/runtime.js';
import type { ProfilePart } from '../../../platform/http/visit.ts';
import { Column, Section } from '../../../ui/layout.tsx';
import { EmptyState, List } from '../../../ui/list.tsx';
import { OfficialBadge } from '../../../ui/official-badge.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { urls } from '../../../urls.ts';

interface PublicProfilePageProps {
  nickname: string;
  /** Under which label they speak; null: for themselves. */
  official: string | null;
  /** null: they show none. */
  parts: readonly ProfilePart[] | null;
  isOwn: boolean;
}

/** Somebody as everybody may know them: a nickname, for whom they speak, what they did in public. */
export function PublicProfilePage({ nickname, official, parts, isOwn }: PublicProfilePageProps) {
  return (
    <Column>
      <PageHeader
        title={nickname}
        {...(official !== null && { meta: <OfficialBadge label={official} /> })}
      />
      {isOwn && (
        <p class="hint">
          {m.profiles_public_own()} <a href={urls.ownProfile()}>{m.profiles_public_change()}</a>
        </p>
      )}
      {parts === null ? (
        <EmptyState icon="eye-off" title={m.profiles_public_closed_title()}>
          <p>{m.profiles_public_closed()}</p>
        </EmptyState>
      ) : parts.length === 0 ? (
        <EmptyState icon="user" title={m.profiles_public_none_title()}>
          <p>{m.profiles_public_none()}</p>
        </EmptyState>
      ) : (
        parts.map((part) => <Part key={part.title} part={part} />)
      )}
    </Column>
  );
}

function Part({ part: { title, lead, items } }: { part: ProfilePart }) {
  return (
    <Section title={title}>
      {lead && <p>{lead}</p>}
      {items.length > 0 && (
        <List>
          {items.map((item) => (
            <p key={item.href}>
              <a href={item.href} lang={item.lang === getLocale() ? undefined : item.lang}>
                <bdi>{item.title}</bdi>
              </a>
            </p>
          ))}
        </List>
      )}
    </Section>
  );
}
