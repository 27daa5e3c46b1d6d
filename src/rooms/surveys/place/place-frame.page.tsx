import type { ComponentChildren, ComponentProps } from 'preact';
import * as m from '../../../paraglide/messages.js';
import { ButtonLink } from '../../../ui/form.tsx';
import { urls } from '../../../urls.ts';
import { SpaceFrame } from '../../consultations/index.page.ts';
import { EditionFrame } from '../../spaces/index.page.ts';
import type { Place } from './place.ts';

/** What stands beside a component in its theme: the tabs of its pages. null: of an edition, which brings its own. */
export type Beside = Pick<ComponentProps<typeof SpaceFrame>, 'theme' | 'tabs'> | null;

/** A place as a page shows it. */
export interface Framed {
  place: Place;
  beside: Beside;
  now: Date;
}

/** What opens every public page of a questionnaire: the frame of its edition, or of its space. */
export function PlaceFrame({
  place,
  beside,
  now,
  children,
}: Framed & { children: ComponentChildren }) {
  if (place.kind === 'edition')
    return (
      <EditionFrame edition={place.edition} now={now} current="survey">
        {children}
      </EditionFrame>
    );
  return (
    <SpaceFrame
      space={place.space}
      theme={beside?.theme ?? null}
      tabs={beside?.tabs ?? []}
      current={place.id}
    >
      {children}
    </SpaceFrame>
  );
}

/** Where one goes on from a page on which nothing is left to do. */
export function BackToPlace({ place }: { place: Place }) {
  const [label, href] =
    place.kind === 'edition'
      ? [m.survey_back(), urls.edition({ edition: place.edition.slug })]
      : [m.survey_back_to_space(), urls.space({ space: place.space.slug })];
  return (
    <p>
      <ButtonLink kind="secondary" href={href}>
        {label}
      </ButtonLink>
    </p>
  );
}
