import * as m from '../../../paraglide/messages.js';
import { Ranked } from '../../../ui/ballot-parts.tsx';
import { ButtonForm } from '../../../ui/form.tsx';
import type { IconName } from '../../../ui/icon.tsx';
import { List } from '../../../ui/list.tsx';
import {
  aboutEntry,
  type Ballot,
  type BallotEntry,
  costOf,
  entryLook,
} from './ballot-entry.page.tsx';

/** Anchor of a place, where moving comes back to. */
export const placeOf = (key: string) => `rang-${key}`;

interface Props {
  ballot: Ballot;
  /** Of one envelope, in the voter's order. */
  ranked: readonly BallotEntry[];
  label: string;
  /** Where gestures come back to: the ballot, or its review. */
  to?: 'bulletin';
}

/** The choices in order, moved by buttons; never by dragging alone (2.5.7). */
export function Ranking({ ballot, ranked, label, to }: Props) {
  return (
    <List ordered label={label}>
      {ranked.map((entry, at) => (
        <div key={entry.key} id={placeOf(entry.key)} data-ranked={entry.key}>
          <Place ballot={ballot} entry={entry} at={at} last={ranked.length - 1} to={to} />
        </div>
      ))}
    </List>
  );
}

function Place(props: {
  ballot: Ballot;
  entry: BallotEntry;
  at: number;
  last: number;
  to: 'bulletin' | undefined;
}) {
  const { ballot, entry, at, last, to } = props;
  const { href } = entryLook(ballot.edition, entry) as { href?: string };
  const gesture = (name: string, icon: IconName, words: string, shown: boolean) => (
    <span data-gesture={name} hidden={!shown}>
      <ButtonForm
        action={ballot.action}
        values={{ [name]: entry.key, ...(to && { vers: to }) }}
        kind="quiet"
        size="small"
        icon={icon}
        about={aboutEntry(entry)}
      >
        {words}
      </ButtonForm>
    </span>
  );
  return (
    <Ranked
      place={ballot.words.ranks[at] ?? ''}
      title={entry.title}
      href={href}
      figure={costOf(ballot.edition, entry)}
      actions={
        <>
          {gesture('monter', 'arrow-up', m.ballot_up(), at > 0)}
          {gesture('descendre', 'arrow-down', m.ballot_down(), at < last)}
          {gesture('retirer', 'close', m.ballot_remove(), true)}
        </>
      }
    />
  );
}
