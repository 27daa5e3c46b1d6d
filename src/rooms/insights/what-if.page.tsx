import * as m from '../../paraglide/messages.js';
import { ButtonLink } from '../../ui/form.tsx';
import { Stack } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { urls } from '../../urls.ts';
import { EditionFrame } from '../spaces/index.page.ts';
import type { Edition } from '../spaces/index.ts';
import { ComparisonParts } from './comparison.page.tsx';
import type { ComparisonProps } from './comparison-words.page.ts';
import { Match, type MatchKind, TotalsNote } from './match.page.tsx';

interface Props extends Omit<ComparisonProps, 'forEverybody'> {
  edition: Edition;
  now: Date;
  match: MatchKind | null;
  hash: string;
  /** Ballots of the poll that are known by totals only. */
  totals: number;
}

/** Plainly not the result: it says so before anything else, and again on each table. */
export function WhatIfPage({ edition, now, match, hash, totals, ...comparison }: Props) {
  const at = { edition: edition.slug };
  return (
    <EditionFrame edition={edition} now={now} current="results">
      <Stack>
        <PageHeader
          title={m.insights_what_if_title()}
          lead={m.insights_what_if_lead()}
          breadcrumb={[{ label: m.insights_what_if_see(), href: urls.results(at) }]}
        />
        <Notice
          tone="warning"
          title={m.insights_what_if_not_title()}
          actions={
            <ButtonLink href={urls.results(at)} kind="secondary">
              {m.insights_what_if_see()}
            </ButtonLink>
          }
        >
          <p>{m.insights_what_if_not()}</p>
        </Notice>
        {match && <Match match={match} hash={hash} />}
        <TotalsNote totals={totals} />
        <ComparisonParts {...comparison} forEverybody here={urls.whatIf(at)} />
      </Stack>
    </EditionFrame>
  );
}
