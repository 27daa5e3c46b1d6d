import * as m from '../../paraglide/messages.js';
import { Filters } from '../../ui/filters.tsx';
import { ErrorSummary } from '../../ui/form.tsx';
import { Column } from '../../ui/layout.tsx';
import { EmptyState, Pagination } from '../../ui/list.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { ALIGNMENTS, SORTS } from './comment.ts';
import { Thread, WaitingComments } from './comment-item.page.tsx';
import {
  ALIGNMENT_NAMES,
  alignmentWords,
  listAddress,
  SORT_NAMES,
  sortWords,
} from './comment-words.page.ts';
import { WritingPart } from './comments-block.page.tsx';
import type { CommentsProps, Filter } from './shown-comment.page.ts';
import { TallyBar } from './tally-bar.page.tsx';

/** All that is said under one contribution: by side, newest, oldest or best rated first. */
export function CommentsPage(props: CommentsProps & { filter: Filter }) {
  const { contribution, tally, threads, hasMore, filter } = props;
  const { aligned, rated } = contribution.comments;
  const last = threads.at(-1)?.root.number ?? null;
  const around = {
    contribution,
    isSignedIn: props.isSignedIn,
    here: listAddress(contribution, filter),
  };
  return (
    <Column>
      <ErrorSummary problems={props.form?.problems} />
      <PageHeader
        title={m.comments_title()}
        kicker={<bdi>{contribution.title}</bdi>}
        breadcrumb={[{ label: contribution.title, href: contribution.href }]}
        lead={m.comments_count({ count: tally.comments })}
      />
      {aligned && <TallyBar tally={tally} />}
      <WritingPart {...props} />
      {tally.comments > 0 && (
        <Filters
          action={listAddress(contribution)}
          selects={
            aligned
              ? [
                  {
                    name: 'avis',
                    label: m.comments_filter(),
                    empty: m.comments_filter_all(),
                    value: filter.alignment ? ALIGNMENT_NAMES[filter.alignment] : '',
                    options: ALIGNMENTS.map((one) => ({
                      value: ALIGNMENT_NAMES[one],
                      label: alignmentWords[one](),
                    })),
                  },
                ]
              : []
          }
          sort={{
            name: 'tri',
            value: SORT_NAMES[filter.sort],
            options: SORTS.filter((one) => rated || one !== 'best').map((one) => ({
              value: SORT_NAMES[one],
              label: sortWords[one](),
            })),
          }}
          active={
            filter.alignment
              ? [
                  {
                    label: alignmentWords[filter.alignment](),
                    withoutHref: listAddress(contribution, { sort: filter.sort }),
                  },
                ]
              : []
          }
        />
      )}
      <WaitingComments waiting={props.waiting} around={around} />
      {threads.length > 0 ? (
        <ol class="comments" aria-label={m.comments_title()}>
          {threads.map((thread) => (
            <li key={thread.root.id}>
              <Thread thread={thread} around={around} />
            </li>
          ))}
        </ol>
      ) : (
        tally.comments > 0 && (
          <EmptyState icon="filter" title={m.comments_none_found()}>
            <a href={listAddress(contribution)}>{m.comments_see_all()}</a>
          </EmptyState>
        )
      )}
      <Pagination
        previousHref={
          filter.after === null ? undefined : listAddress(contribution, { ...filter, after: null })
        }
        nextHref={hasMore ? listAddress(contribution, { ...filter, after: last }) : undefined}
      />
    </Column>
  );
}
