import type { ComponentChildren } from 'preact';
import * as m from '../../paraglide/messages.js';
import { PageHeader } from '../../ui/page-header.tsx';
import { StateBadge } from '../../ui/tag.tsx';
import { urls } from '../../urls.ts';
import type { Component, Space } from '../consultations/index.ts';
import { placeWords, timeWords } from '../meetings/index.page.ts';
import type { Meeting } from '../meetings/index.ts';
import { type Assembly, stateOf } from './assembly.ts';
import { stateTones, stateWords } from './assembly-words.page.ts';

export interface AssemblyPlace {
  space: Pick<Space, 'slug' | 'title'>;
  component: Pick<Component, 'slug' | 'title'>;
  assembly: Assembly;
  meeting: Meeting;
}

/** What the addresses of an assembly say, for its pages. */
export const addressOf = ({ space, component, assembly }: AssemblyPlace) => ({
  space: space.slug,
  component: component.slug,
  assembly: assembly.slug,
});

/** The head of every page of an assembly. */
export function AssemblyHeader({
  place,
  title,
  lead,
  actions,
}: {
  place: AssemblyPlace;
  /** null: the page of the assembly itself. */
  title: string | null;
  lead?: string;
  actions?: ComponentChildren;
}) {
  const { space, component, assembly, meeting } = place;
  const state = stateOf(assembly);
  const at = { space: space.slug, component: component.slug };
  return (
    <PageHeader
      title={title ?? assembly.title}
      {...(lead && { lead })}
      breadcrumb={[
        { label: space.title, href: urls.space({ space: space.slug }) },
        { label: component.title, href: urls.assemblies(at) },
        ...(title ? [{ label: assembly.title, href: urls.assembly(addressOf(place)) }] : []),
      ]}
      meta={
        title === null && (
          <>
            <StateBadge tone={stateTones[state]}>{stateWords[state]()}</StateBadge>
            <span>{timeWords(meeting)}</span>
            <span>{placeWords(meeting)}</span>
            <a href={urls.meeting({ meeting: String(meeting.number) })}>{m.assembly_meeting()}</a>
          </>
        )
      }
      {...(actions && { actions })}
    />
  );
}
