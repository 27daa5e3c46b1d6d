import * as m from '../../paraglide/messages.js';
import { isIconName } from '../../ui/icon.tsx';
import { Section, Stack } from '../../ui/layout.tsx';
import { EmptyState } from '../../ui/list.tsx';
import { MarkedText } from '../../ui/marked-text.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Tag } from '../../ui/tag.tsx';
import { ComponentCards } from './component-cards.page.tsx';
import type { ShownComponent } from './shown.ts';
import type { Space, Theme } from './space.ts';
import { SpaceFrame } from './space-frame.page.tsx';

interface Props {
  space: Space;
  theme: Theme;
  /** Of this theme, in order. */
  components: readonly ShownComponent[];
}

/** A theme: what it is about, what to read first, and its components in order (R97, R98, R109). */
export function ThemePage({ space, theme, components }: Props) {
  const categories = theme.categories.filter(({ isWhole }) => !isWhole);
  return (
    <SpaceFrame space={space} theme={theme} tabs={components} current={null}>
      <Stack>
        <PageHeader title={theme.title} {...(theme.summary && { lead: theme.summary })} />
        {theme.introduction && <MarkedText text={theme.introduction} />}
        {categories.length > 0 && (
          <ul class="facts" aria-label={m.participation_categories()}>
            {categories.map(({ id, name, icon }) => (
              <li key={id}>
                <Tag icon={isIconName(icon) ? icon : 'idea'}>
                  <bdi>{name}</bdi>
                </Tag>
              </li>
            ))}
          </ul>
        )}
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
      </Stack>
    </SpaceFrame>
  );
}
