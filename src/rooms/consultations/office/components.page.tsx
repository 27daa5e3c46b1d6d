import * as m from '../../../paraglide/messages.js';
import { ButtonForm, ButtonLink } from '../../../ui/form.tsx';
import { Actions, Column, Section, Stack } from '../../../ui/layout.tsx';
import { EmptyState, List } from '../../../ui/list.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { StateBadge } from '../../../ui/tag.tsx';
import { urls } from '../../../urls.ts';
import type { Component, ComponentKind } from '../component.ts';
import { componentWords } from '../component-words.page.ts';
import type { Space, Theme } from '../space.ts';
import { MoveButtons } from './move-buttons.page.tsx';
import { componentHints } from './office-words.page.ts';
import { officeCrumbs } from './space-crumbs.page.ts';

interface Props {
  space: Space;
  themes: readonly Theme[];
  components: readonly Component[];
}

/** Components of a space, theme by theme, in order. */
export function OfficeComponentsPage({ space, themes, components }: Props) {
  const add = (
    <ButtonLink href={urls.adminNewComponent({ space: space.slug })} icon="plus">
      {m.spaceoffice_component_add()}
    </ButtonLink>
  );
  const groups = [
    { id: null, title: m.spaceoffice_whole_space() },
    ...themes.map(({ id, title }) => ({ id, title })),
  ].map((group) => ({ ...group, held: components.filter(({ themeId }) => themeId === group.id) }));
  return (
    <Stack>
      <PageHeader
        title={m.spaceoffice_components()}
        lead={m.spaceoffice_components_lead()}
        breadcrumb={officeCrumbs(space)}
        actions={components.length > 0 && add}
      />
      {components.length === 0 ? (
        <EmptyState title={m.spaceoffice_components_none()} actions={add}>
          <p>{m.spaceoffice_components_none_words()}</p>
        </EmptyState>
      ) : (
        groups
          .filter(({ held }) => held.length > 0)
          .map(({ id, title, held }) => (
            <Section key={id ?? ''} title={<bdi>{title}</bdi>}>
              <List ordered label={title}>
                {held.map((component, index) => (
                  <Line
                    key={component.id}
                    space={space}
                    component={component}
                    isFirst={index === 0}
                    isLast={index === held.length - 1}
                  />
                ))}
              </List>
            </Section>
          ))
      )}
    </Stack>
  );
}

/** Where what a component holds is written, for kinds whose contents are the office's. */
const contents: Partial<
  Record<
    ComponentKind,
    { address(at: { space: string; component: string }): string; words(): string }
  >
> = {
  survey: { address: urls.adminSpaceSurvey, words: m.spaceoffice_component_survey },
  vote: { address: urls.adminSpaceVote, words: m.spaceoffice_component_vote },
  pages: { address: urls.adminSpacePages, words: m.spaceoffice_component_pages },
  'mailing-list': { address: urls.adminList, words: m.lists_to_office },
};

function Line(props: { space: Space; component: Component; isFirst: boolean; isLast: boolean }) {
  const { component, space } = props;
  const at = { space: space.slug, component: component.slug };
  const content = contents[component.kind];
  return (
    <>
      <p>
        <a href={urls.adminComponent(at)}>
          <bdi>{component.title}</bdi>
        </a>
        <br />
        <span class="hint">{componentWords[component.kind].name()}</span>{' '}
        {component.isHidden && (
          <StateBadge icon="eye-off">{m.spaceoffice_component_hidden()}</StateBadge>
        )}
      </p>
      <Actions>
        {content && (
          <ButtonLink
            kind="secondary"
            size="small"
            href={content.address(at)}
            about={component.title}
          >
            {content.words()}
          </ButtonLink>
        )}
        <MoveButtons
          action={urls.adminComponentMove(at)}
          about={component.title}
          isFirst={props.isFirst}
          isLast={props.isLast}
        />
        <ButtonForm
          action={urls.adminComponentHide(at)}
          values={{ cachee: component.isHidden ? 'non' : 'oui' }}
          kind="quiet"
          size="small"
          icon={component.isHidden ? 'eye' : 'eye-off'}
          about={component.title}
        >
          {component.isHidden ? m.spaceoffice_component_show() : m.spaceoffice_component_hide()}
        </ButtonForm>
      </Actions>
    </>
  );
}

/** The first question of a new component: what people do in it. */
export function KindPage({ space, kinds }: { space: Space; kinds: readonly ComponentKind[] }) {
  const at = { space: space.slug };
  return (
    <Column>
      <PageHeader
        title={m.spaceoffice_component_new()}
        lead={m.spaceoffice_component_kind_lead()}
        breadcrumb={officeCrumbs(space, [
          { label: m.spaceoffice_components(), href: urls.adminComponents(at) },
        ])}
      />
      {kinds.length === 0 ? (
        <EmptyState title={m.spaceoffice_no_kind()}>
          <p>{m.spaceoffice_no_kind_words()}</p>
        </EmptyState>
      ) : (
        <List label={m.spaceoffice_component_kind_lead()}>
          {kinds.map((kind) => (
            <p key={kind}>
              <ButtonLink
                kind="secondary"
                icon={componentWords[kind].icon}
                href={urls.adminNewComponent(at, { genre: kind })}
              >
                {componentWords[kind].name()}
              </ButtonLink>
              <br />
              <span class="hint">{componentHints[kind]()}</span>
            </p>
          ))}
        </List>
      )}
    </Column>
  );
}
