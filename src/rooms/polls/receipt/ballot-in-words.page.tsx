import * as m from '../../../paraglide/messages.js';
import { formatNumber } from '../../../ui/format.ts';
import { urls } from '../../../urls.ts';
import { numberedSegment } from '../../spaces/index.page.ts';
import type { Choices } from '../ballot/ballot.ts';
import type { Poll } from '../poll.ts';
import { type Reading, readBallot } from './ballot-reading.ts';

/** What a ballot says of an option, beside its name; null where naming it says all. */
export function sayValue(poll: Poll, { value }: Reading): string | null {
  if (value === null) return null;
  const { mentions } = poll.settings;
  switch (poll.kind) {
    case 'approval':
    case 'choose-one':
      return null;
    case 'ordinal':
      return formatNumber(value);
    case 'cumulative':
    case 'scoring':
      return m.receipts_points({ count: value, number: formatNumber(value) });
    case 'judgment':
      return mentions[mentions.length - 1 - value] ?? null;
    case 'yes-no':
      return value === 1 ? m.receipts_yes() : m.receipts_no();
  }
}

interface Props {
  edition: string;
  poll: Poll;
  choices: Choices;
}

/** A ballot in clear, in words: a numbered list where the order is the vote. */
export function BallotInWords({ edition, poll, choices }: Props) {
  const readings = readBallot(poll, choices);
  if (readings.length === 0) return <p>{m.receipts_find_blank()}</p>;
  const ranked = poll.kind === 'ordinal';
  const Kind = ranked ? 'ol' : 'ul';
  return (
    <Kind>
      {readings.map((reading) => {
        const value = ranked ? null : sayValue(poll, reading);
        return (
          <li key={reading.option.key}>
            <OptionName edition={edition} poll={poll} reading={reading} />
            {value !== null && (
              <>
                {' · '}
                <strong>{value}</strong>
              </>
            )}
          </li>
        );
      })}
    </Kind>
  );
}

function OptionName(props: { edition: string; poll: Poll; reading: Reading }) {
  const { option, number } = props.reading;
  const name = <bdi>{option.label}</bdi>;
  if (props.poll.settings.subject !== 'projects') return name;
  const project = numberedSegment(number, option.label);
  return <a href={urls.project({ edition: props.edition, project })}>{name}</a>;
}
