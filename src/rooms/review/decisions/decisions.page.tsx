import * as m from '../../../paraglide/messages.js';
import { excerptOf } from '../../../platform/text/excerpt.ts';
import { Filters } from '../../../ui/filters.tsx';
import { ButtonLink } from '../../../ui/form.tsx';
import { formatDate, formatNumber } from '../../../ui/format.ts';
import { Stack } from '../../../ui/layout.tsx';
import { EmptyState, Pagination } from '../../../ui/list.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { Table } from '../../../ui/table.tsx';
import { urls } from '../../../urls.ts';
import { findCategory, numberedSegment } from '../../spaces/index.page.ts';
import type { Edition } from '../../spaces/index.ts';
import type { DecisionBatch } from './batch.store.ts';
import { BatchLines } from './batch-lines.page.tsx';
import {
  DECISION_STATES,
  type DecidedIdea,
  type DecisionState,
  type RefusalReason,
} from './decision.ts';
import { Choosing } from './decisions-form.page.tsx';
import { decisionCrumbs, OutcomeTag, STATE_SLUGS, sayReason, stateWords } from './words.page.tsx';

/** What the list was asked for, as it stands in its address. */
export interface AskedDecisions {
  etat: string;
  recherche: string;
  categorie?: string | undefined;
  issue?: string | undefined;
  motif?: string | undefined;
}

export interface DecisionsProps {
  edition: Edition;
  state: DecisionState;
  counts: Record<DecisionState, number>;
  ideas: readonly DecidedIdea[];
  /** How many ideas the filter leaves, on all pages together. */
  total: number;
  reasons: readonly RefusalReason[];
  asked: AskedDecisions;
  nextHref?: string | undefined;
  batches: readonly DecisionBatch[];
  frozen: boolean;
  /** Who decides in this edition; empty: the office. */
  deciders: readonly string[];
  mayPrepare: boolean;
  mayDecide: boolean;
  /** Milliseconds: what is prepared after it was not read here. */
  readAt: number;
}

/** The decisions of an edition by state: each counter is the length of the list behind it (R197). */
export function DecisionsPage(props: DecisionsProps) {
  const { edition, state, counts, asked, total } = props;
  const at = { edition: edition.slug };
  const isFiltered = Boolean(asked.recherche || asked.categorie || asked.issue || asked.motif);
  return (
    <Stack>
      <PageHeader
        title={m.decide_title()}
        lead={m.decide_lead()}
        breadcrumb={decisionCrumbs(edition).slice(0, -1)}
        {...(props.mayPrepare && {
          actions: (
            <>
              <ButtonLink kind="secondary" href={urls.adminRefusalReasons(at)}>
                {m.decide_reasons_title()}
              </ButtonLink>
              <ButtonLink kind="secondary" href={urls.adminDecisionWords(at)}>
                {m.decide_words_title()}
              </ButtonLink>
            </>
          ),
        })}
      />
      {props.frozen && <Notice>{m.decide_frozen()}</Notice>}
      {props.deciders.length > 0 && !props.frozen && (
        <Notice>{m.decide_deciders({ names: props.deciders.join(', ') })}</Notice>
      )}
      <StateTabs at={at} state={state} counts={counts} />
      {counts[state] > 0 && <DecisionFilters {...props} isFiltered={isFiltered} />}
      {props.ideas.length === 0 ? (
        <NothingHere state={state} isFiltered={isFiltered} at={at} />
      ) : (
        <>
          <p class="page-summary">{m.decide_shown({ count: total })}</p>
          <Choosing {...props}>
            <DecisionTable {...props} />
          </Choosing>
        </>
      )}
      <Pagination nextHref={props.nextHref} />
      {(state === 'to-publish' || state === 'published') && (
        <BatchLines edition={edition} batches={props.batches} />
      )}
    </Stack>
  );
}

function StateTabs({
  at,
  state,
  counts,
}: {
  at: { edition: string };
  state: DecisionState;
  counts: Record<DecisionState, number>;
}) {
  return (
    <nav class="edition-tabs" aria-label={m.decide_states()}>
      <ul>
        {DECISION_STATES.map((one) => (
          <li key={one}>
            <a
              href={urls.adminDecisions(at, { etat: STATE_SLUGS[one] })}
              aria-current={one === state ? 'page' : undefined}
            >
              {stateWords[one]()} ({formatNumber(counts[one])})
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function DecisionFilters({
  edition,
  asked,
  state,
  reasons,
  isFiltered,
}: DecisionsProps & { isFiltered: boolean }) {
  const at = { edition: edition.slug };
  return (
    <Filters
      action={urls.adminDecisions(at)}
      search={{ name: 'recherche', label: m.decide_search(), value: asked.recherche }}
      values={{ etat: asked.etat }}
      selects={[
        {
          name: 'categorie',
          label: m.decide_category(),
          options: edition.categories.map(({ slug, name }) => ({ value: slug, label: name })),
          value: asked.categorie,
          empty: m.decide_all_categories(),
        },
        ...(state === 'to-prepare'
          ? []
          : [
              {
                name: 'issue',
                label: m.decide_outcome(),
                options: [
                  { value: 'retenue', label: m.decide_outcome_kept() },
                  { value: 'non-retenue', label: m.decide_outcome_refused() },
                ],
                value: asked.issue,
                empty: m.decide_all_outcomes(),
              },
              {
                name: 'motif',
                label: m.decide_reason(),
                options: reasons.map(({ id }) => ({ value: id, label: sayReason(reasons, id) })),
                value: asked.motif,
                empty: m.decide_all_reasons(),
              },
            ]),
      ]}
      {...(isFiltered && { clearHref: urls.adminDecisions(at, { etat: asked.etat }) })}
    />
  );
}

function DecisionTable({
  edition,
  state,
  ideas,
  reasons,
  mayPrepare,
  mayDecide,
  frozen,
}: DecisionsProps) {
  const at = { edition: edition.slug };
  const chooses =
    !frozen && (state === 'to-decide' ? mayDecide : mayPrepare && state !== 'published');
  const opens = mayPrepare || mayDecide;
  return (
    <Table
      caption={stateWords[state]()}
      captionHidden
      columns={[
        { key: 'title', label: m.decide_idea() },
        { key: 'category', label: m.decide_category() },
        ...(state === 'to-prepare'
          ? [{ key: 'deposited', label: m.decide_deposited() }]
          : [
              { key: 'outcome', label: m.decide_decision() },
              { key: 'text', label: m.decide_public_text_short(), sentences: true },
              { key: 'when', label: m.decide_since() },
            ]),
        ...(chooses ? [{ key: 'chosen', label: m.decide_choose(), ownWords: true }] : []),
      ]}
      rows={ideas.map((idea) => ({
        title: (
          <a
            href={
              opens
                ? urls.adminDecision({ ...at, idea: idea.number })
                : urls.idea({ ...at, idea: numberedSegment(idea.number, idea.title) })
            }
          >
            {m.decide_mark({ number: idea.number })} <bdi>{idea.title}</bdi>
          </a>
        ),
        category: findCategory(edition, idea.categoryId)?.name,
        deposited: formatDate(idea.depositedAt, 'day'),
        ...(idea.decision && {
          outcome: (
            <>
              <OutcomeTag outcome={idea.decision.outcome} />
              {idea.decision.reasonId && <div>{sayReason(reasons, idea.decision.reasonId)}</div>}
            </>
          ),
          text: excerptOf(idea.decision.publicText),
          when: formatDate(
            idea.decision.publishedAt ?? idea.decision.decidedAt ?? idea.decision.preparedAt,
            'day',
          ),
        }),
        chosen: chooses && (
          <div class="option">
            <input
              type="checkbox"
              id={`idee-${idea.number}`}
              name="idee"
              value={
                idea.decision && state === 'to-decide'
                  ? `${idea.number}-${idea.decision.version}`
                  : idea.number
              }
            />
            <label for={`idee-${idea.number}`}>
              {m.decide_choose()}
              <span class="visually-hidden"> {m.decide_about({ number: idea.number })}</span>
            </label>
          </div>
        ),
      }))}
    />
  );
}

const nothing: Record<DecisionState, () => string> = {
  'to-prepare': m.decide_none_to_prepare,
  'to-decide': m.decide_none_to_decide,
  'to-publish': m.decide_none_to_publish,
  published: m.decide_none_published,
};

function NothingHere(props: {
  state: DecisionState;
  isFiltered: boolean;
  at: { edition: string };
}) {
  const { state, isFiltered, at } = props;
  if (isFiltered)
    return (
      <EmptyState icon="filter" title={m.decide_none_filtered()}>
        <p>
          <a href={urls.adminDecisions(at, { etat: STATE_SLUGS[state] })}>{m.decide_see_all()}</a>
        </p>
      </EmptyState>
    );
  return (
    <EmptyState icon="document" title={m.decide_none_title()}>
      <p>{nothing[state]()}</p>
    </EmptyState>
  );
}
