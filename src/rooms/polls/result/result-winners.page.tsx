import * as m from '../../../paraglide/messages.js';
import { formatNumber } from '../../../ui/format.ts';
import type { Reading } from './result-reading.page.ts';
import { type Counted, sayStanding } from './result-words.page.ts';

interface Props {
  counted: readonly Counted[];
  reading: Reading;
}

/** Who won, to be read on a wall at ten metres; by envelope where there are several. */
export function ResultWinners({ counted, reading }: Props) {
  if (counted.every(({ stories }) => stories.every(({ outcome }) => outcome === 'lost')))
    return null;
  const several = counted.length > 1;
  return (
    <section class="winners" aria-labelledby="laureats">
      <h2 id="laureats">{reading.subject.winners()}</h2>
      {counted.map((one) => (
        <Envelope key={one.envelope.key} counted={one} reading={reading} titled={several} />
      ))}
    </section>
  );
}

function Envelope(props: { counted: Counted; reading: Reading; titled: boolean }) {
  const { reading } = props;
  const { envelope, stories } = props.counted;
  const byKey = new Map(stories.map((story) => [story.project, story]));
  const { quorum, part } = envelope;
  return (
    <>
      {props.titled && <h3>{envelope.label}</h3>}
      {envelope.winners.length > 0 && (
        <ol>
          {envelope.winners.map((key) => (
            <li key={key}>
              <Name project={key} reading={reading} />
              <p>
                <strong>{sayStanding(byKey.get(key)!, envelope.tally, reading)}</strong>
                {reading.money && ` · ${reading.say(reading.costOf(key))}`}
              </p>
            </li>
          ))}
        </ol>
      )}
      {part && (
        <p class="winner-part">
          <strong>{m.results_part_label()}</strong>
          <Name project={part.project} reading={reading} />
          <span>
            {m.results_part_line({
              amount: reading.say(part.amount),
              cost: reading.say(reading.costOf(part.project)),
            })}
          </span>
        </p>
      )}
      {props.titled && envelope.winners.length === 0 && !part && (
        <p>
          {quorum?.reached === false
            ? m.results_quorum_missed_here({
                number: formatNumber(envelope.ballots),
                asked: formatNumber(quorum.asked),
              })
            : m.results_winners_none()}
        </p>
      )}
    </>
  );
}

/** A link where there is a page to go to. */
function Name({ project, reading }: { project: string; reading: Reading }) {
  const href = reading.href(project);
  const name = <bdi>{reading.label(project)}</bdi>;
  return href ? <a href={href}>{name}</a> : <b class="winner-name">{name}</b>;
}
