import type { ComponentChildren } from 'preact';
import * as m from '../../../paraglide/messages.js';
import { formatNumber } from '../../../ui/format.ts';
import { Section } from '../../../ui/layout.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { urls } from '../../../urls.ts';
import type { Edition } from '../../spaces/index.ts';
import type { Manifest } from '../poll.store.ts';
import type { Poll } from '../poll.ts';
import type { KeptResult } from './result.store.ts';
import type { EnvelopeResult, PollResult } from './result.ts';
import { type CheckAddresses, ResultCheck } from './result-check.page.tsx';
import { ResultDetail } from './result-detail.page.tsx';
import { listStories } from './result-figures.ts';
import { ResultMethod } from './result-method.page.tsx';
import { ResultNumbers } from './result-numbers.page.tsx';
import { openReading, type Reading } from './result-reading.page.ts';
import { ResultWinners } from './result-winners.page.tsx';
import type { Counted } from './result-words.page.ts';

interface Props {
  edition: Pick<Edition, 'slug' | 'currency' | 'spaceId'>;
  poll: Poll;
  kept: KeptResult;
  manifest: Manifest;
  addresses?: CheckAddresses;
  /** How people voted, where they could vote on paper too. */
  channels?: ComponentChildren;
  /** Where the winners are. */
  map?: ComponentChildren;
}

/** Winners first, readable on a wall; then every detail of each envelope (R57, R58, R176). */
export function ResultBody(props: Props) {
  const { edition, poll, kept, manifest, addresses, channels } = props;
  const reading = openReading(edition, poll);
  const counted = kept.result.envelopes.map(
    (envelope): Counted => ({ envelope, stories: listStories(envelope, poll) }),
  );
  const several = counted.length > 1;
  return (
    <>
      {!several && <QuorumNotice envelope={counted[0]!.envelope} />}
      <ResultWinners counted={counted} reading={reading} />
      {props.map}
      <Contents envelopes={kept.result.envelopes} reading={reading} />
      <ResultNumbers result={kept.result} counted={counted} reading={reading} />
      {channels}
      <Thanks
        result={kept.result}
        reading={reading}
        href={`#${several ? anchorOf(0) : 'pourquoi'}`}
      />
      {counted.map((one, at) => (
        <ResultDetail
          key={one.envelope.key}
          counted={one}
          reading={reading}
          several={several}
          id={anchorOf(at)}
        />
      ))}
      <ResultMethod result={kept.result} lots={kept.lots} reading={reading} />
      {edition.spaceId === null && (
        <p>
          <a href={urls.whatIf({ edition: edition.slug })}>{m.insights_what_if_link()}</a>
        </p>
      )}
      <ResultCheck poll={poll} kept={kept} manifest={manifest} {...(addresses && { addresses })} />
    </>
  );
}

const anchorOf = (at: number) => `enveloppe-${at + 1}`;

/** A word for those who voted, and for those whose projects did not win: each finds there why (R57). */
function Thanks(props: { result: PollResult; reading: Reading; href: string }) {
  const { result, reading, href } = props;
  const others = reading.poll.options.length - result.winners.length;
  if (reading.poll.settings.subject !== 'projects') return null;
  return (
    <Section title={m.results_wall_thanks()} id="merci">
      <p>
        {m.results_thanks_voters({ count: result.voters, number: formatNumber(result.voters) })}
      </p>
      {others > 0 && (
        <>
          <p>{m.results_thanks_others({ count: others })}</p>
          <p>
            <a href={href}>{reading.subject.why()}</a>
          </p>
        </>
      )}
    </Section>
  );
}

/** Said before anything else: whatever the count, nothing is selected. */
function QuorumNotice({ envelope: { quorum, ballots } }: { envelope: EnvelopeResult }) {
  if (!quorum || quorum.reached) return null;
  return (
    <Notice tone="warning" title={m.results_quorum_missed_title()}>
      <p>
        {m.results_quorum_missed({
          count: ballots,
          number: formatNumber(ballots),
          asked: formatNumber(quorum.asked),
        })}
      </p>
    </Notice>
  );
}

function Contents({
  envelopes,
  reading,
}: {
  envelopes: readonly EnvelopeResult[];
  reading: Reading;
}) {
  const parts = [
    { id: 'chiffres', words: m.results_figures() },
    ...(envelopes.length > 1
      ? envelopes.map(({ label }, at) => ({ id: anchorOf(at), words: label }))
      : [{ id: 'pourquoi', words: reading.subject.why() }]),
    { id: 'methode', words: m.results_method() },
    { id: 'verifier', words: m.results_check() },
  ];
  return (
    <nav class="contents" aria-label={m.results_contents()}>
      <ul>
        {parts.map(({ id, words }) => (
          <li key={id}>
            <a href={`#${id}`}>{words}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
