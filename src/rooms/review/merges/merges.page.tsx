import type { ComponentChildren } from 'preact';
import * as m from '../../../paraglide/messages.js';
import { ButtonForm, ButtonLink } from '../../../ui/form.tsx';
import { formatDate, formatNumber } from '../../../ui/format.ts';
import { Section } from '../../../ui/layout.tsx';
import { EmptyState, Pagination } from '../../../ui/list.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { Table } from '../../../ui/table.tsx';
import { StateBadge } from '../../../ui/tag.tsx';
import { urls } from '../../../urls.ts';
import type { IdeaTitle, SimilarIdea, SimilarPair, SimilarSearch } from '../../ideas/index.ts';
import { numberedSegment } from '../../spaces/index.page.ts';
import type { Edition } from '../../spaces/index.ts';
import { MERGE_STATES, type Merge, type MergeState, stateOf } from './merge.ts';
import { STATE_SLUGS, stateTones, stateWords } from './merge-words.page.ts';

interface Props {
  edition: Edition;
  /** Whether the reader may propose. */
  writes: boolean;
  pairs: readonly SimilarPair[];
  nextPairsHref?: string | undefined;
  search: SimilarSearch | null;
  merges: readonly Merge[];
  nextMergesHref?: string | undefined;
  counts: Record<MergeState, number>;
  /** The only one that is listed; null: every one. */
  state: MergeState | null;
  titles: ReadonlyMap<string, IdeaTitle>;
}

/** Ideas that look alike, and what was proposed about them. */
export function MergesPage(props: Props) {
  const { edition, writes, pairs, merges, state } = props;
  const at = { edition: edition.slug };
  return (
    <>
      <PageHeader
        title={m.merges_title()}
        lead={m.merges_lead()}
        breadcrumb={[
          { label: m.admin_title(), href: urls.admin() },
          { label: edition.title, href: urls.adminEdition(at) },
        ]}
        actions={
          writes && (
            <ButtonLink icon="plus" href={urls.adminNewMerge(at)}>
              {m.merges_new()}
            </ButtonLink>
          )
        }
      />
      <Section id="propositions" title={m.merges_proposals()}>
        <StateTabs {...props} />
        {merges.length === 0 && state !== null ? (
          <p>{m.dash_merges_none()}</p>
        ) : merges.length === 0 ? (
          <EmptyState icon="idea" title={m.merges_none_title()}>
            <p>{m.merges_none()}</p>
          </EmptyState>
        ) : (
          <MergeTable {...props} />
        )}
        <Pagination nextHref={props.nextMergesHref} />
      </Section>
      <Section id="idees-proches" title={m.merges_similar()} lead={m.merges_similar_lead()}>
        <SearchState {...props} />
        {pairs.length === 0 ? (
          <p>{m.merges_no_pair()}</p>
        ) : (
          <ol class="merge-pairs">
            {pairs.map((pair) => (
              <Pair
                key={pair.ideas.map(({ id }) => id).join(' ')}
                at={at}
                pair={pair}
                writes={writes}
              />
            ))}
          </ol>
        )}
        <Pagination nextHref={props.nextPairsHref} />
      </Section>
    </>
  );
}

/** Every state that something stands in, with how many do: each number is the length of its list (R197). */
function StateTabs({ edition, counts, state }: Props) {
  const at = { edition: edition.slug };
  const every = MERGE_STATES.reduce((sum, one) => sum + counts[one], 0);
  if (every === 0 && state === null) return null;
  const shown = MERGE_STATES.filter((one) => counts[one] > 0 || one === state);
  return (
    <nav class="edition-tabs" aria-label={m.dash_merges_states()}>
      <ul>
        <li>
          <a href={urls.adminMerges(at)} aria-current={state === null ? 'page' : undefined}>
            {m.dash_merges_every()} ({formatNumber(every)})
          </a>
        </li>
        {shown.map((one) => (
          <li key={one}>
            <a
              href={urls.adminMerges(at, { etat: STATE_SLUGS[one] })}
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

function MergeTable({ edition, merges, titles }: Props) {
  const at = { edition: edition.slug };
  return (
    <Table
      caption={m.merges_proposals()}
      captionHidden
      columns={[
        { key: 'title', label: m.merges_column_title() },
        { key: 'ideas', label: m.merges_column_ideas() },
        { key: 'answers', label: m.merges_column_answers() },
        { key: 'state', label: m.merges_column_state() },
      ]}
      rows={merges.map((merge) => ({
        title: (
          <a href={urls.adminMerge({ ...at, merge: merge.id })}>
            <bdi>{merge.title}</bdi>
          </a>
        ),
        ideas: merge.members
          .map(({ ideaId }) => titles.get(ideaId)?.number)
          .filter((number) => number !== undefined)
          .map((number) => m.merges_idea({ number }))
          .join(', '),
        answers: m.merges_answers({
          answered: merge.members.filter(({ answer }) => answer !== null).length,
          count: merge.members.length,
        }),
        state: (
          <StateBadge tone={stateTones[stateOf(merge)]}>{stateWords[stateOf(merge)]()}</StateBadge>
        ),
      }))}
    />
  );
}

/** How far the comparison has come, and the button that starts it again. */
function SearchState({ edition, search, writes }: Props): ComponentChildren {
  const at = { edition: edition.slug };
  if (search && !search.finishedAt)
    return (
      <Notice
        tone="info"
        title={m.merges_search_running()}
        actions={
          <ButtonLink kind="secondary" href={urls.adminMerges(at)}>
            {m.merges_search_refresh()}
          </ButtonLink>
        }
      >
        <p>
          {m.merges_search_progress({
            compared: formatNumber(search.compared),
            ideas: formatNumber(search.ideas),
          })}
        </p>
      </Notice>
    );
  return (
    <>
      {search?.finishedAt && (
        <p class="hint">{m.merges_search_done({ day: formatDate(search.finishedAt) })}</p>
      )}
      {writes && (
        <ButtonForm kind="secondary" icon="search" action={urls.adminFindSimilar(at)}>
          {m.merges_search()}
        </ButtonForm>
      )}
    </>
  );
}

function Pair(props: { at: { edition: string }; pair: SimilarPair; writes: boolean }) {
  const { at, pair, writes } = props;
  const [one, other] = pair.ideas;
  return (
    <li class="merge-pair">
      <div class="merge-pair-ideas">
        <PairIdea at={at} idea={one} />
        <PairIdea at={at} idea={other} />
      </div>
      <p class="hint">{m.merges_score({ percent: Math.round(pair.score * 100) })}</p>
      {writes && (
        <div class="actions">
          <ButtonLink
            kind="secondary"
            size="small"
            href={urls.adminNewMerge(at, { idee: one.number, avec: other.number })}
            about={m.merges_pair_about({ one: one.number, other: other.number })}
          >
            {m.merges_propose()}
          </ButtonLink>
          <ButtonForm
            kind="quiet"
            size="small"
            action={urls.adminDismissPair(at)}
            values={{ une: one.id, autre: other.id }}
            about={m.merges_pair_about({ one: one.number, other: other.number })}
          >
            {m.merges_dismiss()}
          </ButtonForm>
        </div>
      )}
    </li>
  );
}

function PairIdea({ at, idea }: { at: { edition: string }; idea: SimilarIdea }) {
  return (
    <div>
      <a href={urls.idea({ ...at, idea: numberedSegment(idea.number, idea.title) })}>
        {m.merges_idea({ number: idea.number })} <bdi lang={idea.lang}>{idea.title}</bdi>
      </a>
      <p class="hint">{m.ideas_supports({ count: idea.supportCount })}</p>
    </div>
  );
}
