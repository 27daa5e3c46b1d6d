import * as m from '../../paraglide/messages.js';
import { Stat, Stats } from '../../ui/charts.tsx';
import { EnvelopeBar } from '../../ui/envelope-bar.tsx';
import { formatMoney, formatNumber } from '../../ui/format.ts';
import { subjectWords } from '../polls/index.page.ts';
import type { PublishedResult } from '../polls/index.ts';
import type { EditionStanding } from './edition-standing.routes.ts';

/** Money made visible, and each figure explained by the one it comes from. */
export function EditionFigures({ edition, act, ideas, list, result }: EditionStanding) {
  return (
    <>
      {result?.subject === 'projects' && (
        <EnvelopeBar
          totalCents={result.envelope}
          usedCents={result.cost}
          label={m.portal_envelope_used()}
          currency={edition.currency}
        />
      )}
      <Stats>
        {!result && (
          <Stat
            value={formatMoney(edition.envelope, edition.currency)}
            label={m.portal_envelope()}
            explanation={m.portal_envelope_more()}
          />
        )}
        {(ideas > 0 || act.kind === 'deposit') && (
          <Stat
            value={formatNumber(ideas)}
            label={m.portal_ideas({ count: ideas })}
            explanation={ideas === 0 ? m.portal_ideas_none() : m.portal_ideas_more()}
          />
        )}
        {list && (
          <Stat
            value={formatNumber(list.projects)}
            label={m.portal_projects({ count: list.projects })}
            explanation={
              ideas > 0
                ? m.portal_projects_of_ideas({ count: ideas, ideas: formatNumber(ideas) })
                : m.portal_projects_cost({ amount: formatMoney(list.cost, edition.currency) })
            }
          />
        )}
        {result && (
          <>
            <Stat
              value={formatNumber(result.ballots)}
              label={m.portal_voters({ count: result.ballots })}
              explanation={m.portal_voters_more()}
            />
            <Stat
              value={formatNumber(result.winners.length)}
              {...sayWinners(result, edition.currency)}
            />
          </>
        )}
      </Stats>
    </>
  );
}

/** Projects are counted with what they cost, people and answers by themselves. */
function sayWinners({ subject, winners, cost }: PublishedResult, currency: string) {
  const count = winners.length;
  if (subject !== 'projects') return { label: subjectWords[subject].statWinners({ count }) };
  return {
    label: m.portal_winners({ count }),
    explanation: m.portal_winners_more({ amount: formatMoney(cost, currency) }),
  };
}
