import type { ComponentChildren } from 'preact';
import * as m from '../../../paraglide/messages.js';
import { ButtonLink } from '../../../ui/form.tsx';
import { formatDateTime, formatNumber } from '../../../ui/format.ts';
import { Section, Stack } from '../../../ui/layout.tsx';
import { MarkedText } from '../../../ui/marked-text.tsx';
import { NextStep } from '../../../ui/next-step.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { DescriptionList } from '../../../ui/table.tsx';
import { Timeline, type TimelineItem } from '../../../ui/timeline.tsx';
import { urls } from '../../../urls.ts';
import { officeCrumbs } from '../../consultations/index.page.ts';
import type { Component, Space } from '../../consultations/index.ts';
import { Questions, type ShownAdoption } from './adoption.page.tsx';
import type { AdoptionOpeningRefusal } from './adoption.ts';
import { adoptionStateWords, openingRefusalWords } from './adoption-words.page.ts';

interface Props {
  space: Space;
  component: Component;
  /** null: nothing was written yet. */
  shown: ShownAdoption | null;
  /** On the verified list. */
  entries: number;
  refusals: readonly AdoptionOpeningRefusal[];
  /** Whether the reader holds the list and the box: an officer of the organisation (decision 075). */
  isOfficer: boolean;
}

export const adoptionCrumbs = (space: Space, component?: Component) =>
  officeCrumbs(space, [
    { label: m.spaceoffice_components(), href: urls.adminComponents({ space: space.slug }) },
    ...(component
      ? [
          {
            label: component.title,
            href: urls.adminSpaceVote({ space: space.slug, component: component.slug }),
          },
        ]
      : []),
  ]);

/** The vote of a space from its text to its result: what comes next, who does it, and where. */
export function OfficeAdoptionPage(props: Props) {
  const { space, component, shown } = props;
  const at = { space: space.slug, component: component.slug };
  return (
    <Stack>
      <PageHeader
        title={component.title}
        kicker={m.adoption_title()}
        lead={m.adoption_office_lead()}
        breadcrumb={adoptionCrumbs(space)}
        actions={
          <ButtonLink kind="quiet" icon="eye" href={urls.spaceVote(at)}>
            {m.adoption_see()}
          </ButtonLink>
        }
      />
      <Next {...props} />
      <Section title={m.adoption_steps()}>
        <Timeline label={m.adoption_steps()} items={listSteps(props)} />
      </Section>
      {shown && (
        <Section
          title={m.adoption_what()}
          {...(!shown.poll && {
            action: <a href={urls.adminSpaceVoteText(at)}>{m.adoption_text_change()}</a>,
          })}
        >
          {shown.adoption.body && <MarkedText text={shown.adoption.body} />}
          <Questions questions={shown.adoption.questions} />
          <DescriptionList
            items={[
              {
                term: m.adoption_opens(),
                detail: formatDateTime((shown.poll ?? shown.adoption).opensAt),
              },
              {
                term: m.adoption_closes(),
                detail: formatDateTime((shown.poll ?? shown.adoption).closesAt),
              },
            ]}
          />
        </Section>
      )}
    </Stack>
  );
}

/** The one thing to do now, for who does it; to others, who does. */
function Next({ space, component, shown, entries, refusals, isOfficer }: Props) {
  const at = { space: space.slug, component: component.slug };
  if (!shown)
    return (
      <NextStep
        title={m.adoption_next_text()}
        actions={
          <ButtonLink href={urls.adminSpaceVoteText(at)}>{m.adoption_text_write()}</ButtonLink>
        }
      >
        <p>{m.adoption_next_text_words()}</p>
      </NextStep>
    );
  const { edition, state, poll } = shown;
  const of = { edition: edition.slug };
  if (poll)
    return (
      <NextStep
        title={adoptionStateWords[state]()}
        actions={
          isOfficer && <ButtonLink href={urls.adminPoll(of)}>{m.adoption_to_poll()}</ButtonLink>
        }
      >
        <p>{isOfficer ? m.adoption_next_poll() : m.adoption_next_office()}</p>
      </NextStep>
    );
  const others = refusals.filter((one) => one !== 'list-empty');
  return (
    <NextStep
      title={entries === 0 ? m.adoption_next_list() : m.adoption_next_open()}
      actions={
        isOfficer &&
        (entries === 0 ? (
          <ButtonLink href={urls.adminRegister(of)}>{m.adoption_to_list()}</ButtonLink>
        ) : refusals.length === 0 ? (
          <ButtonLink href={urls.adminSpaceVoteOpen(at)}>{m.adoption_open()}</ButtonLink>
        ) : null)
      }
    >
      {entries === 0 && <p>{m.adoption_next_list_words()}</p>}
      {others.map((refusal) => (
        <p key={refusal}>{openingRefusalWords[refusal]()}</p>
      ))}
      {!isOfficer && <p>{m.adoption_next_office()}</p>}
    </NextStep>
  );
}

function listSteps({ space, component, shown, entries, isOfficer }: Props): TimelineItem[] {
  const at = { space: space.slug, component: component.slug };
  const of = { edition: shown?.edition.slug ?? '' };
  const has = (kind: 'sealed' | 'counted' | 'published') =>
    shown?.poll?.acts.some((act) => act.kind === kind) ?? false;
  const done = [
    shown !== null,
    entries > 0,
    Boolean(shown?.poll),
    has('sealed') && has('counted'),
    has('published'),
  ];
  const next = done.indexOf(false);
  const lead = (href: string, label: string) => (
    <p>
      <a href={href}>{label}</a>
    </p>
  );
  const step = (
    place: number,
    title: string,
    words: ComponentChildren,
    link: ComponentChildren = null,
  ): TimelineItem => ({
    title,
    date: place === 0 ? m.adoption_by_space() : m.adoption_by_office(),
    state: done[place] ? 'done' : place === next ? 'current' : 'planned',
    children: (
      <>
        <p>{words}</p>
        {link}
      </>
    ),
  });
  const toPoll = shown?.poll && isOfficer && lead(urls.adminPoll(of), m.adoption_to_poll());
  return [
    step(
      0,
      m.adoption_step_text(),
      m.adoption_step_text_words(),
      !shown?.poll && lead(urls.adminSpaceVoteText(at), m.adoption_text_change()),
    ),
    step(
      1,
      m.adoption_step_list(),
      entries === 0
        ? m.adoption_step_list_none()
        : m.adoption_step_list_words({ count: entries, number: formatNumber(entries) }),
      shown && isOfficer && lead(urls.adminRegister(of), m.adoption_to_list()),
    ),
    step(2, m.adoption_step_open(), m.adoption_step_open_words(), toPoll),
    step(3, m.adoption_step_count(), m.adoption_step_count_words()),
    step(4, m.adoption_step_publish(), m.adoption_step_publish_words()),
  ];
}
