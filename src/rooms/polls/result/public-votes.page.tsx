import * as m from '../../../paraglide/messages.js';
import { Filters } from '../../../ui/filters.tsx';
import { ButtonLink } from '../../../ui/form.tsx';
import { formatNumber } from '../../../ui/format.ts';
import { Section, Stack } from '../../../ui/layout.tsx';
import { EmptyState, Pagination } from '../../../ui/list.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { Table } from '../../../ui/table.tsx';
import { urls } from '../../../urls.ts';
import { EditionFrame } from '../../spaces/index.page.ts';
import type { Edition } from '../../spaces/index.ts';
import type { Poll } from '../poll.ts';
import { PublicVoteBanner } from '../public-vote.page.tsx';
import { BallotInWords } from '../receipt/ballot-in-words.page.tsx';
import type { VotesFilter, VotesPage } from './public-votes.ts';

interface Props {
  edition: Edition;
  now: Date;
  poll: Poll;
  filter: VotesFilter;
  page: VotesPage;
  /** Ballots that have a name. */
  total: number;
}

/** Who voted what in a public vote, in order of the public names. */
export function PublicVotesPage({ edition, now, poll, filter, page, total }: Props) {
  const at = { edition: edition.slug };
  const { search } = filter;
  const address = (more: Record<string, string> = {}) =>
    urls.publicVotes(at, { ...(search !== '' && { recherche: search }), ...more });
  return (
    <EditionFrame edition={edition} now={now} current="results">
      <Stack>
        <PageHeader
          title={m.public_votes_title()}
          lead={m.public_votes_lead({ count: total, number: formatNumber(total) })}
          actions={
            <>
              <ButtonLink href={urls.publicVotesCsv(at)} kind="secondary">
                {m.public_votes_csv()}
              </ButtonLink>
              <ButtonLink href={urls.results(at)} kind="quiet">
                {m.receipts_find_results()}
              </ButtonLink>
            </>
          }
        />
        <PublicVoteBanner edition={edition.slug} poll={poll} onList />
        <Filters
          action={urls.publicVotes(at)}
          search={{ name: 'recherche', label: m.public_votes_search(), value: search }}
        />
        <Section title={m.public_votes_list()}>
          {page.votes.length === 0 ? (
            <Nobody
              searched={search !== '' || filter.from !== null}
              allHref={urls.publicVotes(at)}
            />
          ) : (
            <Table
              caption={m.public_votes_title()}
              captionHidden
              columns={[
                { key: 'who', label: m.public_votes_who() },
                { key: 'what', label: m.public_votes_what() },
              ]}
              rows={page.votes.map((vote) => ({
                who: <bdi>{vote.nickname ?? m.public_votes_erased()}</bdi>,
                what: <BallotInWords edition={edition.slug} poll={poll} choices={vote.choices} />,
              }))}
            />
          )}
        </Section>
        <Pagination
          previousHref={page.previous ? address({ avant: page.previous }) : undefined}
          nextHref={page.next ? address({ apres: page.next }) : undefined}
        />
      </Stack>
    </EditionFrame>
  );
}

function Nobody({ searched, allHref }: { searched: boolean; allHref: string }) {
  return searched ? (
    <EmptyState
      icon="search"
      title={m.public_votes_none_title()}
      actions={<ButtonLink href={allHref}>{m.public_votes_all()}</ButtonLink>}
      level={3}
    >
      <p>{m.public_votes_none()}</p>
    </EmptyState>
  ) : (
    <EmptyState icon="vote" title={m.public_votes_empty_title()} level={3}>
      <p>{m.public_votes_empty()}</p>
    </EmptyState>
  );
}
