import * as m from '../../../paraglide/messages.js';
import { BallotLine } from '../../../ui/ballot-line.tsx';
import { ButtonForm } from '../../../ui/form.tsx';
import { formatMoney } from '../../../ui/format.ts';
import { List } from '../../../ui/list.tsx';
import { urls } from '../../../urls.ts';
import {
  aboutEntry,
  anchorOf,
  type Ballot,
  type BallotEntry,
  costOf,
  entryLook,
} from './ballot-entry.page.tsx';
import { sayCounted } from './counted-words.ts';
import { listAnswers } from './grade-line.page.tsx';
import { Ranking } from './ranking.page.tsx';

type Answered = BallotEntry & { points: number | null };

/** What is about to be cast, read again: in order, with its points, its mentions or its answers. */
export function ReviewedChoices({ ballot }: { ballot: Ballot }) {
  const { envelopes } = ballot.poll.settings;
  const chosen = listChosen(ballot);
  const grades = ballot.frame.topGrade !== null;
  return (
    <div class="stack">
      {envelopes.map(({ key, label }) => {
        const own = chosen.filter((entry) => entry.envelope === key);
        if (own.length === 0) return null;
        return (
          <section key={key} class="reviewed">
            {envelopes.length > 1 && <h3>{label}</h3>}
            {grades ? (
              <ByAnswer ballot={ballot} chosen={own} />
            ) : (
              <Chosen ballot={ballot} chosen={own} label={label || m.polls_review_choices()} />
            )}
          </section>
        );
      })}
      {grades ? <Rest ballot={ballot} /> : <Total ballot={ballot} chosen={chosen} />}
    </div>
  );
}

function listChosen({ basket, all }: Ballot): Answered[] {
  const byKey = new Map(all.map((entry) => [entry.key, entry]));
  return basket.flatMap(({ key, points }) => {
    const entry = byKey.get(key);
    return entry ? [{ ...entry, points }] : [];
  });
}

function Chosen(props: { ballot: Ballot; chosen: readonly Answered[]; label: string }) {
  const { ballot, chosen, label } = props;
  if (ballot.frame.screen === 'ranking')
    return <Ranking ballot={ballot} ranked={chosen} label={label} to="bulletin" />;
  const sorted =
    ballot.frame.screen === 'points'
      ? [...chosen].sort((a, b) => (b.points ?? 0) - (a.points ?? 0))
      : chosen;
  return (
    <List label={label}>
      {sorted.map((entry) => (
        <ChosenLine key={entry.key} ballot={ballot} entry={entry} />
      ))}
    </List>
  );
}

function ChosenLine({ ballot, entry }: { ballot: Ballot; entry: Answered }) {
  const { edition, words, action } = ballot;
  const cost = costOf(edition, entry);
  const { excerpt: _, ...look } = { excerpt: '', ...entryLook(edition, entry) };
  return (
    <BallotLine
      {...look}
      facts={cost === null ? [] : [cost]}
      control={
        entry.points === null ? (
          <ButtonForm
            action={action}
            values={{ retirer: entry.key, vers: 'bulletin' }}
            kind="quiet"
            icon="close"
            about={aboutEntry(entry)}
          >
            {m.polls_vote_remove()}
          </ButtonForm>
        ) : (
          <p class="reviewed-points">
            <strong>
              {sayCounted(
                {
                  one: m.ballot_review_points({ count: 1, number: '{n}' }),
                  other: m.ballot_review_points({ count: 2, number: '{n}' }),
                },
                entry.points,
                words,
              )}
            </strong>
            <ChangeLink ballot={ballot} entry={entry} />
          </p>
        )
      }
    />
  );
}

/** Titles under each mention or answer given, the best first. */
function ByAnswer({ ballot, chosen }: { ballot: Ballot; chosen: readonly Answered[] }) {
  return (
    <dl class="reviewed-answers">
      {listAnswers(ballot).map(({ value, label }) => {
        const own = chosen.filter(({ points }) => String(points) === value);
        if (own.length === 0) return null;
        return (
          <div key={value}>
            <dt>
              {label} <span class="reviewed-count">{own.length}</span>
            </dt>
            {own.map((entry) => (
              <dd key={entry.key}>
                <bdi>{entry.title}</bdi> <ChangeLink ballot={ballot} entry={entry} />
              </dd>
            ))}
          </div>
        );
      })}
    </dl>
  );
}

function ChangeLink({ ballot, entry }: { ballot: Ballot; entry: BallotEntry }) {
  return (
    <a href={`${urls.vote({ edition: ballot.edition.slug })}#${anchorOf(entry.key)}`}>
      {m.ballot_review_modify()}
      <span class="visually-hidden"> {aboutEntry(entry)}</span>
    </a>
  );
}

/** What is left without an answer, and what that means: said, never guessed. */
function Rest({ ballot }: { ballot: Ballot }) {
  const { words, frame, basket } = ballot;
  const rest = frame.options.length - basket.length;
  const said = words.measures['ballot/rest']?.states;
  const form = rest > 0 ? said?.left : said?.full;
  return form ? <p class="reviewed-rest">{sayCounted(form, rest, words)}</p> : null;
}

function Total({ ballot, chosen }: { ballot: Ballot; chosen: readonly Answered[] }) {
  if (ballot.poll.settings.subject !== 'projects') return null;
  const total = chosen.reduce((sum, { cost }) => sum + cost, 0);
  return <p>{m.polls_review_total({ total: formatMoney(total, ballot.edition.currency) })}</p>;
}
