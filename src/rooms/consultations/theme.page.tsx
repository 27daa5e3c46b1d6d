import * as m from '../../paraglide/messages.js';
import type { ThemePart } from '../../platform/http/visit.ts';
import { isIconName } from '../../ui/icon.tsx';
import { Section, Stack } from '../../ui/layout.tsx';
import { EmptyState } from '../../ui/list.tsx';
import { MarkedText } from '../../ui/marked-text.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Tag } from '../../ui/tag.tsx';
import { FollowButton, type Following } from '../notifications/index.page.ts';
import { ComponentCards } from './component-cards.page.tsx';
import type { ShownComponent } from './shown.ts';
import type { Space, Theme } from './space.ts';
import { SpaceFrame } from './space-frame.page.tsx';

interface Props {
  space: Space;
  theme: Theme;
  /** Of this theme, in order. */
  components: readonly ShownComponent[];
  /** What stands in them, as the rooms that serve them show it. */
  parts: readonly ThemePart[];
  following: Following;
}

/** A theme: what it is about, what to read first, and its components in order (R97, R98, R109). */
export function ThemePage({ space, theme, components, parts, following }: Props) {
  const categories = theme.categories.filter(({ isWhole }) => !isWhole);
  return (
    <SpaceFrame space={space} theme={theme} tabs={components} current={null}>
      <Stack>
        <PageHeader
          title={theme.title}
          {...(theme.summary && { lead: theme.summary })}
          {...(categories.length > 0 && {
            meta: (
              <>
                <span>{m.participation_categories()}</span>
                {categories.map(({ id, name, icon }) => (
                  <Tag key={id} icon={isIconName(icon) ? icon : 'idea'}>
                    <bdi>{name}</bdi>
                  </Tag>
                ))}
              </>
            ),
          })}
        />
        {theme.introduction && <MarkedText text={theme.introduction} />}
        {theme.resources.length > 0 && (
          <Section title={m.participation_resources()}>
            <ul>
              {theme.resources.map(({ title, address }) => (
                <li key={address + title}>
                  <a href={address} {...(!address.startsWith('/') && { rel: 'nofollow noopener' })}>
                    <bdi>{title}</bdi>
                  </a>
                </li>
              ))}
            </ul>
          </Section>
        )}
        {components.length > 0 ? (
          <Section title={m.participation_in_theme()}>
            <ComponentCards components={components} />
          </Section>
        ) : (
          <EmptyState title={m.participation_theme_empty()}>
            <p>{m.participation_theme_empty_words()}</p>
          </EmptyState>
        )}
        {parts.map(({ title, action, body }) => (
          <Section key={title} title={title}>
            {body}
            {action && (
              <p>
                <a href={action.href}>{action.label}</a>
              </p>
            )}
          </Section>
        ))}
        <Section title={m.follow_panel()}>
          <FollowButton
            target={{ kind: 'theme', id: theme.id }}
            about={theme.title}
            hint={m.follow_space_hint()}
            {...following}
          />
        </Section>
      </Stack>
    </SpaceFrame>
  );
}
