import type { ComponentChildren, ComponentProps } from 'preact';
import * as m from '../../../paraglide/messages.js';
import { Card } from '../../../ui/card.tsx';
import { ButtonLink } from '../../../ui/form.tsx';
import { Stack } from '../../../ui/layout.tsx';
import { EmptyState, List } from '../../../ui/list.tsx';
import { MarkedText } from '../../../ui/marked-text.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { urls } from '../../../urls.ts';
import { SpaceFrame } from '../../consultations/index.page.ts';
import type { Component } from '../../consultations/index.ts';
import type { Written } from '../languages.ts';
import { PublicPage } from './editorial.page.tsx';
import { type EditorialPage, readPage } from './editorial.ts';

type Frame = ComponentProps<typeof SpaceFrame>;

interface Props {
  space: Frame['space'];
  component: Component;
  beside: Pick<Frame, 'theme' | 'tabs'>;
  locale: Written;
  mayWrite: boolean;
}

const at = ({ space, component }: Props) => ({ space: space.slug, component: component.slug });

function Framed({ children, ...props }: Props & { children: ComponentChildren }) {
  return (
    <SpaceFrame space={props.space} {...props.beside} current={props.component.id}>
      {children}
    </SpaceFrame>
  );
}

/** Several pages of a component, each with its sentence; before there is any, that there is none yet. */
export function SpacePagesPage({ pages, ...props }: Props & { pages: readonly EditorialPage[] }) {
  const { component, locale } = props;
  return (
    <Framed {...props}>
      <Stack>
        <PageHeader
          title={component.title}
          {...(props.mayWrite && {
            actions: <WriteLink href={urls.adminSpacePages(at(props))} words={m.pages_write()} />,
          })}
        />
        {component.introduction && <MarkedText text={component.introduction} />}
        {pages.length === 0 ? (
          <EmptyState icon="book" title={m.pages_none_title()}>
            <p>{props.mayWrite ? m.pages_shelf_none() : m.pages_none_to_read()}</p>
          </EmptyState>
        ) : (
          <List look="cards">
            {pages.map((page) => {
              const { title, summary, lang } = readPage(page, locale);
              return (
                <Card
                  key={page.id}
                  level={2}
                  title={title}
                  {...(lang !== locale && { lang })}
                  href={urls.spacePage({ ...at(props), page: page.slug })}
                  excerpt={summary}
                />
              );
            })}
          </List>
        )}
      </Stack>
    </Framed>
  );
}

type OneProps = Props & Pick<ComponentProps<typeof PublicPage>, 'page' | 'pictures'>;

/** One page, with the tabs of its theme above it. */
export function SpacePage({ page, pictures, ...props }: OneProps) {
  const form = urls.adminSpacePage({ ...at(props), page: page.slug });
  return (
    <Framed {...props}>
      <PublicPage
        page={page}
        pictures={pictures}
        locale={props.locale}
        {...(props.mayWrite && {
          actions: (
            <>
              <WriteLink href={form} words={m.pages_change()} />
              <ButtonLink kind="quiet" href={urls.adminSpacePages(at(props))}>
                {m.pages_list_of_component()}
              </ButtonLink>
            </>
          ),
        })}
      />
    </Framed>
  );
}

const WriteLink = ({ href, words }: { href: string; words: string }) => (
  <ButtonLink kind="secondary" icon="edit" href={href}>
    {words}
  </ButtonLink>
);
