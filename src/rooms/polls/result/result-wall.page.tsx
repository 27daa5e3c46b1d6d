import * as m from '../../../paraglide/messages.js';
import { EnvelopeBar } from '../../../ui/envelope-bar.tsx';
import { formatNumber } from '../../../ui/format.ts';
import { QrCode } from '../../../ui/qr-code.tsx';
import { WallScreen } from '../../../ui/wall-shell.tsx';
import { urls } from '../../../urls.ts';
import type { Edition } from '../../spaces/index.ts';
import type { Poll } from '../poll.ts';
import type { KeptResult } from './result.store.ts';
import { listStories } from './result-figures.ts';
import { type WinnersPlaced, WinnersPlaces } from './result-map.page.tsx';
import { openReading, type Reading } from './result-reading.page.ts';
import { listScreens, type WallWinners } from './result-wall.ts';
import { sayStanding } from './result-words.page.ts';

interface Props {
  edition: Edition;
  poll: Poll;
  kept: KeptResult;
  /** null: nothing that a map would show. */
  placed: WinnersPlaced | null;
  /** Of this site, `https://…`. */
  origin: string;
}

/** Winners beside a map, above which their lines are set closer. */
const CLOSE = 6;

/** The result as a mayor shows it to a room: who voted, who won, what is spent, and where each detail is (R57). */
export function ResultWallPage({ edition, poll, kept, placed, origin }: Props) {
  const { result } = kept;
  const reading = openReading(edition, poll);
  const winners = listScreens(result.envelopes);
  const of = winners.length + (placed ? 3 : 2);
  return (
    <>
      <WallScreen at={1} of={of} labelledBy="ecran-titre">
        <p>{edition.title}</p>
        <h1 id="ecran-titre">{m.results_wall_title()}</h1>
        <p class="wall-figures">
          <Figure value={result.voters} words={m.results_stat_voters({ count: result.voters })} />
          <Figure
            value={result.winners.length}
            words={reading.subject.statWinners({ count: result.winners.length })}
          />
        </p>
      </WallScreen>
      {winners.map((screen, at) => (
        <WallScreen
          key={screen.from}
          at={at + 2}
          of={of}
          labelledBy={nameScreen(screen, kept, `laureats-${at + 1}`)}
        >
          <Winners screen={screen} kept={kept} reading={reading} id={`laureats-${at + 1}`} />
        </WallScreen>
      ))}
      {placed && (
        <WallScreen at={of - 1} of={of} labelledBy="ecran-carte">
          <h2 id="ecran-carte">{m.results_map_title()}</h2>
          <div class={placed.places.length > CLOSE ? 'wall-map wall-map-close' : 'wall-map'}>
            <WinnersPlaces edition={edition} {...placed} />
          </div>
        </WallScreen>
      )}
      <WallScreen at={of} of={of} labelledBy="ecran-merci">
        <Thanks edition={edition} kept={kept} reading={reading} origin={origin} />
      </WallScreen>
    </>
  );
}

/** By its heading, with its envelope where several have the same heading. */
function nameScreen({ envelope }: WallWinners, { result }: KeptResult, id: string): string {
  const isNamed = result.envelopes.some(({ key, label }) => key === envelope && label !== '');
  return isNamed ? `${id}-enveloppe ${id}` : id;
}

function Figure({ value, words }: { value: number; words: string }) {
  return (
    <span>
      <strong>{formatNumber(value)}</strong> {words}
    </span>
  );
}

function Winners(props: { screen: WallWinners; kept: KeptResult; reading: Reading; id: string }) {
  const { screen, kept, reading, id } = props;
  const envelope = kept.result.envelopes.find(({ key }) => key === screen.envelope)!;
  const stories = new Map(
    listStories(envelope, reading.poll).map((story) => [story.project, story]),
  );
  return (
    <>
      {envelope.label !== '' && <p id={`${id}-enveloppe`}>{envelope.label}</p>}
      <h2 id={id}>
        {reading.subject.winners()}
        {screen.part && <span class="hint"> {m.results_wall_part(screen.part)}</span>}
      </h2>
      <ol class="wall-winners" start={screen.from}>
        {screen.winners.map((key, at) => (
          <li key={key}>
            <span aria-hidden="true">{screen.from + at}</span>
            <div>
              <b>
                <bdi>{reading.label(key)}</bdi>
              </b>
              <p>
                {sayStanding(stories.get(key)!, envelope.tally, reading)}
                {reading.money && ` · ${reading.say(reading.costOf(key))}`}
              </p>
            </div>
          </li>
        ))}
      </ol>
    </>
  );
}

/** What is spent, and a word for those who did not win: each finds there why. */
function Thanks({
  edition,
  kept,
  reading,
  origin,
}: Omit<Props, 'poll' | 'placed'> & { reading: Reading }) {
  const { result } = kept;
  const address = `${origin}${urls.results({ edition: edition.slug })}`;
  const others = reading.poll.options.length - result.winners.length;
  return (
    <>
      <h2 id="ecran-merci">{m.results_wall_thanks()}</h2>
      {reading.money && result.envelope > 0 && (
        <EnvelopeBar
          id="argent"
          label={m.results_envelope()}
          totalCents={result.envelope}
          usedCents={result.cost}
          currency={reading.currency}
        />
      )}
      <div class="wall-end">
        <div>
          <p>
            {m.results_wall_thanks_voters({
              count: result.voters,
              number: formatNumber(result.voters),
            })}
          </p>
          {others > 0 && <p>{m.results_wall_thanks_others({ count: others })}</p>}
          <p>
            <a href={urls.results({ edition: edition.slug })}>{m.results_wall_details()}</a>
          </p>
        </div>
        <QrCode text={address} alternative={m.results_wall_qr({ address })} />
      </div>
    </>
  );
}
