import * as m from '../../paraglide/messages.js';
import { excerptOf } from '../../platform/text/excerpt.ts';
import { Card } from '../../ui/card.tsx';
import { ButtonLink } from '../../ui/form.tsx';
import { formatDate } from '../../ui/format.ts';
import { Column, Stack } from '../../ui/layout.tsx';
import { EmptyState, List, Pagination } from '../../ui/list.tsx';
import { MarkedText } from '../../ui/marked-text.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { StateBadge } from '../../ui/tag.tsx';
import { DateText } from '../../ui/text.tsx';
import { urls } from '../../urls.ts';
import { SpaceFrame } from '../consultations/index.page.ts';
import type { Component, Space } from '../consultations/index.ts';
import type { ShownName } from './petition.store.ts';
import type { Petition, PetitionState } from './petition.ts';
import {
  countWords,
  kindWords,
  noonOf,
  petitionSegment,
  pictureOf,
  stateTones,
  stateWords,
} from './petition-words.page.ts';

type Listed = Petition & { state: PetitionState };

interface Props {
  space: Space & { isTeam: boolean };
  component: Component;
  beside: Pick<Parameters<typeof SpaceFrame>[0], 'theme' | 'tabs'>;
  petitions: readonly Listed[];
  next: number | null;
}

/** The mobilisations of a component, the newest first. */
export function PetitionsPage({ space, component, beside, petitions, next }: Props) {
  const at = { space: space.slug, component: component.slug };
  const make = (
    <ButtonLink href={urls.newPetition(at)} icon="plus">
      {m.petitions_new()}
    </ButtonLink>
  );
  return (
    <SpaceFrame space={space} {...beside} current={component.id}>
      <PageHeader
        title={component.title}
        lead={m.petitions_lead()}
        {...(space.isTeam && petitions.length > 0 && { actions: make })}
      />
      <Stack>
        {component.introduction && <MarkedText text={component.introduction} />}
        {petitions.length === 0 ? (
          <EmptyState
            icon="megaphone"
            title={m.petitions_none()}
            {...(space.isTeam && { actions: make })}
          >
            {m.petitions_none_words()}
          </EmptyState>
        ) : (
          <PetitionList petitions={petitions} />
        )}
        <Pagination
          nextHref={next === null ? undefined : urls.mobilisations(at, { apres: next })}
        />
      </Stack>
    </SpaceFrame>
  );
}

/** Some mobilisations, on their page or on a showcase. */
export function PetitionList({ petitions }: { petitions: readonly Listed[] }) {
  return (
    <List label={m.petitions_list()}>
      {petitions.map((one) => (
        <Card
          key={one.id}
          {...(one.picture && { picture: pictureOf(one, true)! })}
          title={one.title}
          level={2}
          lang={one.lang}
          href={urls.petition({ petition: petitionSegment(one) })}
          category={{ label: kindWords[one.kind](), icon: 'megaphone' }}
          state={<StateBadge tone={stateTones[one.state]}>{stateWords[one.state]()}</StateBadge>}
          excerpt={excerptOf(one.call, 200)}
          meta={[
            ...(one.state === 'draft' ? [] : [countWords(one)]),
            ...(one.endsOn ? [m.petitions_until({ date: formatDate(noonOf(one.endsOn)) })] : []),
          ]}
        />
      ))}
    </List>
  );
}

/** Those who agreed to be named. */
export function SignersPage({
  petition,
  names,
  next,
}: {
  petition: Petition;
  names: readonly ShownName[];
  next: number | null;
}) {
  const at = { petition: petitionSegment(petition) };
  return (
    <Column>
      <PageHeader
        title={m.petitions_names_title()}
        lead={countWords(petition)}
        breadcrumb={[{ label: petition.title, href: urls.petition(at) }]}
      />
      {names.length === 0 ? <p>{m.petitions_names_none()}</p> : <NameList names={names} />}
      <Pagination nextHref={next === null ? undefined : urls.signers(at, { apres: next })} />
    </Column>
  );
}

export function NameList({ names }: { names: readonly ShownName[] }) {
  return (
    <List label={m.petitions_names_title()}>
      {names.map(({ number, name, office, place, signedAt }) => (
        <p key={number}>
          <strong>
            <bdi>{name}</bdi>
          </strong>
          {[office, place]
            .filter((one) => one !== '')
            .map((one) => (
              <>
                , <bdi>{one}</bdi>
              </>
            ))}{' '}
          <span class="hint">{signedAt && <DateText at={signedAt} />}</span>
        </p>
      ))}
    </List>
  );
}
