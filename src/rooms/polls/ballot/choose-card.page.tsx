import * as m from '../../../paraglide/messages.js';
import { Card } from '../../../ui/card.tsx';
import { ButtonForm } from '../../../ui/form.tsx';
import { StateBadge } from '../../../ui/tag.tsx';
import { aboutEntry, costOf, type EntryProps, entryLook } from './ballot-entry.page.tsx';
import { lackFor, rankChoices } from './ballot-progress.ts';
import { sayCounted } from './counted-words.ts';

/**
 * One project with its two gestures, of which one is shown; `ballot-basket` swaps them where scripts
 * run. Each is a form of its own otherwise, and comes back to this very card.
 */
export function ChooseCard({ ballot, entry }: EntryProps) {
  const { frame, basket, words, action, edition, poll } = ballot;
  const rank = rankChoices(frame, basket).get(entry.key) ?? 0;
  const ranking = frame.screen === 'ranking';
  const chosen = rank > 0;
  const cost = costOf(edition, entry);
  const about = aboutEntry(entry);
  const missing = lackFor(frame, basket, entry);
  return (
    <Card
      {...entryLook(edition, entry)}
      chosen={chosen}
      {...(cost !== null && {
        figure: (
          <>
            {cost}
            {frame.screen === 'knapsack' && (
              <span class="ballot-fit" data-fit hidden={missing === 0}>
                {sayCounted(words.fit, missing, words, 'money')}
              </span>
            )}
          </>
        ),
      })}
      action={
        <>
          <div data-when="free" hidden={chosen}>
            <ButtonForm
              action={action}
              values={{ ajouter: entry.key }}
              kind="secondary"
              icon="plus"
              about={about}
            >
              {ranking
                ? m.ballot_add_rank({ subject: poll.settings.subject })
                : entry.number === null
                  ? m.ballot_choose_person()
                  : m.polls_vote_choose()}
            </ButtonForm>
          </div>
          <div data-when="chosen" hidden={!chosen}>
            <StateBadge tone="success" icon="check">
              <span data-rank={ranking ? '' : undefined}>
                {ranking ? (words.ranks[rank - 1] ?? '') : m.polls_vote_chosen_mark()}
              </span>
            </StateBadge>
            <ButtonForm
              action={action}
              values={{ retirer: entry.key }}
              kind="quiet"
              icon="close"
              about={about}
            >
              {m.polls_vote_remove()}
            </ButtonForm>
          </div>
        </>
      }
    />
  );
}
