import * as m from '../../../paraglide/messages.js';
import { BallotLine, Stepper } from '../../../ui/ballot-line.tsx';
import { aboutEntry, costOf, type EntryProps, entryLook, fieldOf } from './ballot-entry.page.tsx';
import { mostPoints } from './ballot-frame.ts';

/** One project with its points. Its buttons send the whole form, so that no figure typed elsewhere is lost. */
export function PointsLine({ ballot, entry }: EntryProps) {
  const { frame, basket, words, typed, problems, edition } = ballot;
  const { key, envelope, title } = entry;
  const given = basket.find((one) => one.key === key)?.points ?? 0;
  const most = mostPoints(frame, envelope);
  const tooMany = most !== null && given > most ? words.pointsAtMost[envelope] : undefined;
  const cost = costOf(edition, entry);
  return (
    <BallotLine
      {...entryLook(edition, entry)}
      chosen={given > 0}
      facts={cost === null ? [] : [cost]}
      control={
        <Stepper
          name={fieldOf(key)}
          label={m.ballot_points_of({ title })}
          value={typed.get(key) ?? String(given)}
          unit={m.ballot_points_unit({ count: given })}
          about={aboutEntry(entry)}
          minus={{ name: 'moins', value: key, label: m.ballot_minus() }}
          plus={{ name: 'plus', value: key, label: m.ballot_plus() }}
          problem={problems.get(key) ?? tooMany}
        />
      }
    />
  );
}
