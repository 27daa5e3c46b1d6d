import { List } from '../../../ui/list.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { anchorOf, type Ballot, type BallotEntry, type EntryProps } from './ballot-entry.page.tsx';
import { ChooseCard } from './choose-card.page.tsx';
import { GradeLine } from './grade-line.page.tsx';
import { PointsLine } from './points-line.page.tsx';

interface Props {
  ballot: Ballot;
  entries: readonly BallotEntry[];
  label: string;
}

/** Everything that can be chosen, each with the gestures of its screen. */
export function BallotList({ ballot, entries, label }: Props) {
  const { screen } = ballot.frame;
  const asCards = screen === 'approval' || screen === 'knapsack' || screen === 'ranking';
  return (
    <List look={asCards ? 'cards' : 'rows'} label={label}>
      {entries.map((entry) => (
        <div key={entry.key} id={anchorOf(entry.key)} class="ballot-entry" data-option={entry.key}>
          <Entry ballot={ballot} entry={entry} />
        </div>
      ))}
    </List>
  );
}

function Entry(props: EntryProps) {
  switch (props.ballot.frame.screen) {
    case 'approval':
    case 'knapsack':
    case 'ranking':
      return (
        <>
          <ChooseCard {...props} />
          <Refused {...props} />
        </>
      );
    case 'points':
      return <PointsLine {...props} />;
    case 'judgment':
    case 'yes-no':
      return (
        <>
          <GradeLine {...props} />
          <Refused {...props} />
        </>
      );
  }
}

/** Said where the finger is; `ballot-basket` writes here too. */
function Refused({ ballot, entry }: EntryProps) {
  const words = ballot.problems.get(entry.key);
  return (
    <div class="ballot-refused" data-refused role="alert">
      {words && <Notice tone="warning" title={words} />}
    </div>
  );
}
