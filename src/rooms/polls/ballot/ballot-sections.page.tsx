import * as m from '../../../paraglide/messages.js';
import { EnvelopeBar } from '../../../ui/envelope-bar.tsx';
import { SubmitButton } from '../../../ui/form.tsx';
import { formatMoney } from '../../../ui/format.ts';
import { Section } from '../../../ui/layout.tsx';
import type { Envelope, Subject } from '../settings.ts';
import type { Ballot, BallotEntry } from './ballot-entry.page.tsx';
import { givesPoints } from './ballot-frame.ts';
import { BallotList } from './ballot-list.page.tsx';
import type { BallotView } from './ballot-view.ts';
import { Ranking } from './ranking.page.tsx';

interface Props {
  ballot: Ballot;
  view: BallotView;
  /** What is shown of all envelopes, in the order drawn for this voter. */
  entries: readonly BallotEntry[];
}

/** One part of the ballot for each envelope, with its own bar and, for a ranking, its own order. */
export function BallotSections({ ballot, view, entries }: Props) {
  const { envelopes, subject } = ballot.poll.settings;
  const shown = envelopes.filter(({ oneOf, key }) => !oneOf || key === view.district);
  return (
    <>
      {shown.map((envelope, at) => {
        const own = entries.filter((entry) => entry.envelope === envelope.key);
        const title = envelopes.length === 1 ? listTitle(subject) : envelope.label;
        return (
          <Section
            key={envelope.key}
            id={`enveloppe-${envelope.key}`}
            title={title}
            {...(envelopes.length > 1 &&
              envelope.amount > 0 && {
                action: m.ballot_envelope_of({
                  amount: formatMoney(envelope.amount, ballot.edition.currency),
                }),
              })}
            {...(at === 0 && { lead: m.ballot_order({ subject }) })}
          >
            <div class="stack">
              <Money ballot={ballot} envelope={envelope} />
              {ballot.frame.screen === 'ranking' && (
                <OwnRanking ballot={ballot} envelope={envelope} />
              )}
              <BallotList ballot={ballot} entries={own} label={title} />
            </div>
          </Section>
        );
      })}
      {givesPoints(ballot.frame.screen) && (
        <div class="ballot-save" data-plain>
          <p>{m.ballot_save_hint()}</p>
          <SubmitButton kind="secondary">{m.ballot_save()}</SubmitButton>
        </div>
      )}
    </>
  );
}

function listTitle(subject: Subject): string {
  if (subject === 'people') return m.ballot_list_people();
  return subject === 'questions' ? m.ballot_list_questions() : m.ballot_list_projects();
}

/** What the chosen projects take of what a ballot may spend. */
function Money({ ballot, envelope }: { ballot: Ballot; envelope: Envelope }) {
  const most = envelope.limits.maxSumCost;
  if (most === undefined) return null;
  const chosen = new Set(ballot.basket.map(({ key }) => key));
  const used = ballot.frame.options
    .filter((option) => option.envelope === envelope.key && chosen.has(option.key))
    .reduce((sum, option) => sum + option.cost, 0);
  return (
    <div data-money={envelope.key}>
      <EnvelopeBar
        id={`barre-${envelope.key}`}
        totalCents={most}
        usedCents={used}
        currency={ballot.edition.currency}
      />
    </div>
  );
}

/** Every option of a ranking that was chosen, narrowed list or not. */
function OwnRanking({ ballot, envelope }: { ballot: Ballot; envelope: Envelope }) {
  const { basket, all, poll } = ballot;
  const byKey = new Map(all.map((entry) => [entry.key, entry]));
  const ranked = basket.flatMap(({ key }) => {
    const entry = byKey.get(key);
    return entry?.envelope === envelope.key ? [entry] : [];
  });
  const { subject } = poll.settings;
  return (
    <section
      class="own-ranking"
      id={`classement-${envelope.key}`}
      data-ranking={envelope.key}
      tabIndex={-1}
    >
      <h3>{m.ballot_ranking_title()}</h3>
      <p data-empty hidden={ranked.length > 0}>
        {m.ballot_ranking_empty({ subject })}
      </p>
      <Ranking ballot={ballot} ranked={ranked} label={m.ballot_ranking_title()} />
    </section>
  );
}
