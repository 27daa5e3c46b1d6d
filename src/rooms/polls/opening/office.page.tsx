import type { ComponentChildren } from 'preact';
import * as m from '../../../paraglide/messages.js';
import { ButtonLink, ErrorSummary, type Problems } from '../../../ui/form.tsx';
import { formatDateTime, formatNumber } from '../../../ui/format.ts';
import { Section, Stack } from '../../../ui/layout.tsx';
import { EmptyState } from '../../../ui/list.tsx';
import { NextStep } from '../../../ui/next-step.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { DateText } from '../../../ui/text.tsx';
import { Timeline } from '../../../ui/timeline.tsx';
import { urls } from '../../../urls.ts';
import type { Edition } from '../../spaces/index.ts';
import { actWords } from '../act-words.page.ts';
import { CountUnderWay } from '../counting/count-run.page.tsx';
import type { CountStanding } from '../counting/count-run.store.ts';
import { ExtensionNotices } from '../extension.page.tsx';
import type { Manifest } from '../poll.store.ts';
import { type Poll, type PollState, refuseCounting } from '../poll.ts';
import {
  MinutesPart,
  PlannedNotice,
  type Proclamation,
} from '../proclamation/office-part.page.tsx';
import { PublicVoteBanner } from '../public-vote.page.tsx';
import type { KeptResult } from '../result/result.store.ts';
import { ResultBody } from '../result/result-body.page.tsx';
import { InvalidBallots } from '../sealed/invalid-ballots.page.tsx';
import { Turnout } from '../turnout.page.tsx';
import { OpeningForm } from './opening-form.page.tsx';
import type { Typed } from './opening-settings.ts';
import { PollTermsList } from './terms.page.tsx';

function Frame(props: { edition: Edition; problems: Problems; children: ComponentChildren }) {
  const { edition } = props;
  return (
    <Stack>
      <ErrorSummary problems={props.problems} />
      <PageHeader
        title={m.polls_office_title()}
        lead={m.polls_office_lead()}
        breadcrumb={[
          { label: m.site_nav_admin(), href: urls.admin() },
          { label: edition.title, href: urls.adminEdition({ edition: edition.slug }) },
        ]}
      />
      {props.children}
    </Stack>
  );
}

interface NewProps {
  edition: Edition;
  /** In the frozen list; 0 while it is not frozen. */
  projects: number;
  typed: Typed;
  problems: Problems;
}

/** No poll yet: its terms, over the frozen list (R52), or over people or questions. */
export function NewPollPage({ edition, projects, typed, problems }: NewProps) {
  const at = { edition: edition.slug };
  return (
    <Frame edition={edition} problems={problems}>
      {projects === 0 && (
        <EmptyState
          icon="lock"
          title={m.polls_office_not_frozen_title()}
          actions={
            <ButtonLink href={urls.adminProjects(at)}>{m.polls_office_projects()}</ButtonLink>
          }
        >
          {m.polls_office_not_frozen()}
        </EmptyState>
      )}
      <Section
        title={projects === 0 ? m.opening_without_list() : m.polls_office_open_title()}
        {...(projects > 0 && { lead: m.polls_office_open_words({ count: projects }) })}
      >
        <OpeningForm
          ground={{
            edition: edition.slug,
            projects,
            categories: edition.categories.map(({ name }) => name),
            districts: edition.districts,
          }}
          typed={typed}
          problems={problems}
        />
      </Section>
    </Frame>
  );
}

interface Props {
  edition: Edition;
  poll: Poll;
  state: PollState;
  voters: number;
  /** Who did what, by id of person. */
  nicknames: ReadonlyMap<string, string>;
  /** Under embargo until it is published. */
  kept: KeptResult | null;
  manifest: Manifest;
  /** A count that has not ended. */
  count: CountStanding | null;
  problem: string | null;
  proclamation: Proclamation;
}

const stateWords: Record<PollState, () => string> = {
  waiting: m.polls_office_state_waiting,
  open: m.polls_office_state_open,
  closed: m.polls_office_state_closed,
  sealed: m.polls_office_state_sealed,
  counted: m.polls_office_state_counted,
  published: m.polls_office_state_published,
  locked: m.polls_office_state_locked,
};

/** The poll of an edition as its officers see it: the next act first, then what was done and by whom. */
export function OfficePollPage(props: Props) {
  const { edition, poll, state, voters, nicknames, kept, manifest } = props;
  const shown = state === 'open' || state === 'closed' || state === 'waiting';
  return (
    <Frame edition={edition} problems={props.problem ? { form: props.problem } : {}}>
      <PublicVoteBanner edition={edition.slug} poll={poll} />
      {props.count ? (
        <CountUnderWay edition={edition.slug} count={props.count} />
      ) : (
        <NextAct edition={edition} poll={poll} state={state} />
      )}
      {state === 'counted' && (
        <PlannedNotice
          edition={edition.slug}
          proclamation={props.proclamation}
          nicknames={nicknames}
        />
      )}
      {kept && state === 'counted' && (
        <>
          <Notice tone="danger" title={m.polls_office_embargo_title()}>
            <p>{m.polls_office_embargo()}</p>
          </Notice>
          <ResultBody edition={edition} poll={poll} kept={kept} manifest={manifest} />
        </>
      )}
      <InvalidBallots poll={poll} />
      {shown && state !== 'waiting' && <Turnout voters={voters} />}
      <ExtensionNotices extensions={poll.extensions} />
      {!poll.imported && (
        <MinutesPart
          edition={edition.slug}
          state={state}
          proclamation={props.proclamation}
          nicknames={nicknames}
        />
      )}
      <Section title={m.polls_office_acts()}>
        <Timeline
          label={m.polls_office_acts()}
          items={poll.acts.map((act) => ({
            title: actWords[act.kind](),
            date: <DateText at={act.at} shape="moment" />,
            state: 'done' as const,
            children: (
              <p>
                {act.by === null
                  ? m.polls_act_by_house()
                  : m.polls_act_by({ name: nicknames.get(act.by) ?? '—' })}
                {act.kind === 'locked' && (
                  <>
                    {' '}
                    {m.polls_act_locked_words({
                      held: formatNumber(Number(act.detail.held)),
                      announced: formatNumber(Number(act.detail.announced)),
                    })}
                  </>
                )}
              </p>
            ),
          }))}
        />
      </Section>
      <Section title={m.polls_office_terms()}>
        <PollTermsList poll={poll} currency={edition.currency} manifestHash={poll.manifestHash} />
      </Section>
    </Frame>
  );
}

function NextAct({ edition, poll, state }: Pick<Props, 'edition' | 'poll' | 'state'>) {
  const at = { edition: edition.slug };
  const extend = (
    <ButtonLink href={urls.adminPollExtend(at)} kind="quiet">
      {m.polls_extend_title()}
    </ButtonLink>
  );
  const print = (
    <ButtonLink href={urls.adminPollPrint(at)} kind="quiet" icon="download">
      {m.printed_title()}
    </ButtonLink>
  );
  const watch = (
    <ButtonLink href={urls.adminPollWatch(at)} kind="quiet">
      {m.watch_open()}
    </ButtonLink>
  );
  const buttons: Record<PollState, ComponentChildren> = {
    waiting: (
      <>
        {extend}
        {print}
      </>
    ),
    open: (
      <>
        <ButtonLink href={urls.vote(at)} kind="secondary">
          {m.polls_office_vote_page()}
        </ButtonLink>
        {extend}
        {print}
        {watch}
      </>
    ),
    closed: (
      <>
        {poll.settings.paper !== 'none' && (
          <ButtonLink href={urls.adminPollUrn(at)}>{m.urn_title()}</ButtonLink>
        )}
        <ButtonLink
          href={urls.adminPollSeal(at)}
          kind={poll.settings.paper === 'none' ? 'primary' : 'secondary'}
        >
          {m.polls_office_seal_button()}
        </ButtonLink>
        {print}
        {watch}
      </>
    ),
    sealed: (
      <>
        {refuseCounting(poll) === 'box-not-opened' ? (
          <ButtonLink href={urls.adminPollOpenBox(at)} icon="lock">
            {m.sealed_open_link()}
          </ButtonLink>
        ) : (
          <ButtonLink href={urls.adminPollCount(at)}>{m.polls_office_count_button()}</ButtonLink>
        )}
        {watch}
      </>
    ),
    counted: (
      <>
        <ButtonLink href={urls.adminPollPublish(at)}>{m.polls_office_publish_button()}</ButtonLink>
        {watch}
      </>
    ),
    published: (
      <ButtonLink href={urls.results(at)} kind="secondary">
        {m.polls_office_result_page()}
      </ButtonLink>
    ),
    locked: null,
  };
  const deadline =
    state === 'waiting'
      ? m.polls_waiting_from({ date: formatDateTime(poll.opensAt) })
      : state === 'open'
        ? m.polls_vote_until({ date: formatDateTime(poll.closesAt) })
        : null;
  return (
    <NextStep title={stateWords[state]()} deadline={deadline} actions={buttons[state]}>
      {state === 'locked' && <p>{m.polls_locked()}</p>}
    </NextStep>
  );
}
