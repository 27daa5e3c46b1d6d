import * as m from '../../../paraglide/messages.js';
import { BallotLine, Mentions } from '../../../ui/ballot-line.tsx';
import { type Ballot, costOf, type EntryProps, entryLook, fieldOf } from './ballot-entry.page.tsx';

/** One project with the mentions of the poll, or one question with yes, no and abstaining. */
export function GradeLine({ ballot, entry }: EntryProps) {
  const { basket, edition, frame } = ballot;
  const { key, title } = entry;
  const answer = basket.find((one) => one.key === key)?.points ?? null;
  const judging = frame.screen === 'judgment';
  const cost = costOf(edition, entry);
  return (
    <BallotLine
      {...entryLook(edition, entry)}
      wide
      chosen={answer !== null}
      facts={cost === null ? [] : [cost]}
      control={
        <Mentions
          name={fieldOf(key)}
          label={judging ? m.ballot_judge({ title }) : m.ballot_answer({ title })}
          options={listAnswers(ballot)}
          none={judging ? m.ballot_unjudged() : m.ballot_abstain()}
          value={answer === null ? '' : String(answer)}
        />
      }
    />
  );
}

/** The best first: grades run down to 0, the worst. */
export function listAnswers({ frame, poll }: Pick<Ballot, 'frame' | 'poll'>) {
  if (frame.screen === 'yes-no')
    return [
      { value: '1', label: m.ballot_yes() },
      { value: '0', label: m.ballot_no() },
    ];
  const { mentions } = poll.settings;
  return mentions.map((label, at) => ({ value: String(mentions.length - 1 - at), label }));
}
