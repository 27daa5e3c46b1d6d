import type { ComponentProps } from 'preact';
import * as m from '../../../paraglide/messages.js';
import { ButtonLink } from '../../../ui/form.tsx';
import { formatDateTime } from '../../../ui/format.ts';
import { Section, Stack } from '../../../ui/layout.tsx';
import { MarkedText } from '../../../ui/marked-text.tsx';
import { NextStep } from '../../../ui/next-step.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { DescriptionList } from '../../../ui/table.tsx';
import { urls } from '../../../urls.ts';
import { SpaceFrame } from '../../consultations/index.page.ts';
import type { Component } from '../../consultations/index.ts';
import type { Edition } from '../../spaces/index.ts';
import type { Poll, PollState } from '../poll.ts';
import type { KeptResult } from '../result/result.store.ts';
import { ResultChart } from '../result/result-chart.page.tsx';
import { listStories } from '../result/result-figures.ts';
import { openReading } from '../result/result-reading.page.ts';
import { Turnout } from '../turnout.page.tsx';
import type { Adoption } from './adoption.ts';
import { adoptionStateWords } from './adoption-words.page.ts';

export interface ShownAdoption {
  adoption: Adoption;
  edition: Edition;
  /** null: not opened yet. */
  poll: Poll | null;
  state: PollState;
  voters: number;
  /** Once it is published, and not before. */
  kept: KeptResult | null;
}

interface Props {
  frame: Pick<ComponentProps<typeof SpaceFrame>, 'space' | 'theme' | 'tabs'>;
  component: Component;
  /** null: nothing is put to the vote yet. */
  shown: ShownAdoption | null;
  contact: string;
}

/** The final vote of a space: what can be done now, what is put to the vote, who votes, and then the result (R104). */
export function AdoptionPage({ frame, component, shown, contact }: Props) {
  return (
    <SpaceFrame {...frame} current={component.id}>
      <Stack>
        <PageHeader title={component.title} kicker={m.adoption_title()} />
        {component.introduction && <MarkedText text={component.introduction} />}
        {shown ? (
          <Vote shown={shown} contact={contact} />
        ) : (
          <NextStep title={m.adoption_none_title()}>
            <p>{m.adoption_none_words()}</p>
          </NextStep>
        )}
      </Stack>
    </SpaceFrame>
  );
}

function Vote({ shown, contact }: { shown: ShownAdoption; contact: string }) {
  const { adoption, state, poll } = shown;
  const dates = poll ?? adoption;
  return (
    <>
      <Now shown={shown} />
      {shown.kept && poll && <Result shown={shown} poll={poll} kept={shown.kept} />}
      <Section title={m.adoption_what()}>
        {adoption.body && <MarkedText text={adoption.body} />}
        <Questions questions={adoption.questions} />
      </Section>
      <Section title={m.adoption_who()}>
        <p>{m.adoption_who_words()}</p>
        <DescriptionList
          items={[
            { term: m.adoption_opens(), detail: formatDateTime(dates.opensAt) },
            { term: m.adoption_closes(), detail: formatDateTime(dates.closesAt) },
          ]}
        />
        {state !== 'published' && contact && (
          <p>
            {m.adoption_not_listed()} <a href={urls.contact()}>{m.adoption_contact()}</a>
          </p>
        )}
      </Section>
    </>
  );
}

/** In the words of the ballot: one text, or several. */
export function Questions({ questions }: { questions: readonly string[] }) {
  return (
    <>
      <p>{m.adoption_answers({ count: questions.length })}</p>
      <ol>
        {questions.map((question) => (
          <li key={question}>
            <strong>
              <bdi>{question}</bdi>
            </strong>
          </li>
        ))}
      </ol>
    </>
  );
}

function Now({ shown: { edition, state, poll, adoption, voters } }: { shown: ShownAdoption }) {
  const at = { edition: edition.slug };
  const { opensAt, closesAt } = poll ?? adoption;
  const deadline =
    state === 'waiting'
      ? m.polls_waiting_from({ date: formatDateTime(opensAt) })
      : state === 'open'
        ? m.polls_vote_until({ date: formatDateTime(closesAt) })
        : null;
  const actions =
    state === 'open' ? (
      <>
        <ButtonLink href={urls.vote(at)} size="large" icon="vote">
          {m.adoption_vote()}
        </ButtonLink>
        <ButtonLink href={urls.voteProof(at)} kind="quiet">
          {m.polls_receipt_check()}
        </ButtonLink>
      </>
    ) : state === 'published' ? (
      <ButtonLink href={urls.results(at)}>{m.adoption_whole_result()}</ButtonLink>
    ) : state === 'waiting' || state === 'locked' ? null : (
      <ButtonLink href={urls.voteProof(at)} kind="secondary">
        {m.polls_receipt_check()}
      </ButtonLink>
    );
  return (
    <NextStep title={adoptionStateWords[state]()} deadline={deadline} actions={actions}>
      {state === 'locked' && <p>{m.polls_locked()}</p>}
      {poll && state !== 'waiting' && state !== 'published' && state !== 'locked' && (
        <Turnout voters={voters} />
      )}
    </NextStep>
  );
}

function Result({ shown, poll, kept }: { shown: ShownAdoption; poll: Poll; kept: KeptResult }) {
  const reading = openReading(shown.edition, poll);
  const [envelope] = kept.result.envelopes;
  const won = new Set(kept.result.winners);
  return (
    <Section title={m.adoption_result()}>
      <ul>
        {poll.options.map(({ key, label }) => (
          <li key={key}>
            <strong>{won.has(key) ? m.adoption_adopted() : m.adoption_rejected()}</strong>{' '}
            <bdi>{label}</bdi>
          </li>
        ))}
      </ul>
      <ResultChart
        counted={{ envelope: envelope!, stories: listStories(envelope!, poll) }}
        reading={reading}
      />
    </Section>
  );
}
