import * as m from '../../paraglide/messages.js';
import { Card } from '../../ui/card.tsx';
import { ButtonForm } from '../../ui/form.tsx';
import { StateBadge } from '../../ui/tag.tsx';
import { Money } from '../../ui/text.tsx';
import { urls } from '../../urls.ts';
import { categoryLook, numberedSegment } from '../spaces/index.page.ts';
import type { Edition } from '../spaces/index.ts';

/** A project as the ballot shows it. */
export interface BallotEntry {
  key: string;
  number: number;
  title: string;
  /** The first lines of what it changes. */
  summary: string;
  /** Cents. */
  cost: number;
  categoryId: string | null;
}

interface Props {
  edition: Edition;
  entry: BallotEntry;
  chosen: boolean;
}

/**
 * One project with its two gestures, of which one is shown; `ballot-basket` swaps them where scripts
 * run. Each is a form of its own otherwise, and comes back to this very card.
 */
export function EntryCard({ edition, entry, chosen }: Props) {
  const category = categoryLook(edition, entry.categoryId);
  const action = urls.voteBasket({ edition: edition.slug });
  const about = m.polls_vote_about({ title: entry.title });
  return (
    <div id={`choix-${entry.key}`} data-option={entry.key}>
      <Card
        title={entry.title}
        href={urls.project({
          edition: edition.slug,
          project: numberedSegment(entry.number, entry.title),
        })}
        mark={String(entry.number)}
        excerpt={entry.summary}
        chosen={chosen}
        {...(category && { category })}
        figure={<Money cents={entry.cost} />}
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
                {m.polls_vote_choose()}
              </ButtonForm>
            </div>
            <div data-when="chosen" hidden={!chosen}>
              <StateBadge tone="success" icon="check">
                {m.polls_vote_chosen_mark()}
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
    </div>
  );
}
