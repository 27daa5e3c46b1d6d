import * as m from '../../../paraglide/messages.js';
import { Stat, Stats } from '../../../ui/charts.tsx';
import { formatNumber, formatPercent } from '../../../ui/format.ts';
import { Icon } from '../../../ui/icon.tsx';
import { Section } from '../../../ui/layout.tsx';
import { LongList } from '../../../ui/long-list.tsx';
import type { TallyResult } from '../../tally/index.ts';
import { ResultChart } from './result-chart.page.tsx';
import type { Story } from './result-figures.ts';
import { EnvelopeMoney, Zones } from './result-numbers.page.tsx';
import type { Reading } from './result-reading.page.ts';
import { ResultTrace } from './result-trace.page.tsx';
import { type Counted, sayOutcome, sayStanding, sayWhy } from './result-words.page.ts';
import { describeSatisfaction } from './satisfaction-figures.ts';

interface Props {
  counted: Counted;
  reading: Reading;
  /** Whether it is one of several, under its own title. */
  several: boolean;
  id: string;
}

/** One envelope: its figures where there are several, its charts, and why each option won or not. */
export function ResultDetail({ counted, reading, several, id }: Props) {
  const { envelope } = counted;
  if (!several)
    return (
      <>
        <Section title={m.results_count()} id="decompte">
          <ResultChart counted={counted} reading={reading} />
          <ResultTrace envelope={envelope} reading={reading} />
        </Section>
        <Reasons counted={counted} reading={reading} level={2} id="pourquoi" />
      </>
    );
  const satisfaction = describeSatisfaction(envelope);
  return (
    <Section title={envelope.label} id={id}>
      {envelope.quorum && (
        <p>
          {envelope.quorum.reached
            ? m.results_quorum_reached({ asked: formatNumber(envelope.quorum.asked) })
            : m.results_quorum_missed_here({
                number: formatNumber(envelope.ballots),
                asked: formatNumber(envelope.quorum.asked),
              })}
        </p>
      )}
      <Stats>
        <Stat
          value={formatNumber(envelope.ballots)}
          label={m.results_stat_ballots({ count: envelope.ballots })}
        />
        {satisfaction?.share != null && (
          <Stat
            value={formatPercent(satisfaction.share)}
            label={m.results_stat_satisfied()}
            explanation={m.results_stat_satisfied_of({
              number: formatNumber(satisfaction.ballots),
            })}
          />
        )}
      </Stats>
      <EnvelopeMoney
        envelope={envelope}
        reading={reading}
        label={m.results_envelope_of({ label: envelope.label })}
      />
      <Zones envelope={envelope} />
      <ResultChart counted={counted} reading={reading} />
      <ResultTrace envelope={envelope} reading={reading} />
      <Reasons counted={counted} reading={reading} level={3} id={`${id}-pourquoi`} />
    </Section>
  );
}

const leads: Record<TallyResult['method'], () => string> = {
  greedy: m.results_why_lead_walk,
  judgment: m.results_why_lead_order,
  'yes-no': m.results_why_lead_order,
  shares: m.results_why_lead_shares,
  phragmen: m.results_why_lead_moments,
  schulze: m.results_why_lead_order,
  stv: m.results_why_lead_order,
};

function Reasons(props: { counted: Counted; reading: Reading; level: 2 | 3; id: string }) {
  const { reading, level, id } = props;
  const { envelope, stories } = props.counted;
  const { method } = envelope.tally;
  return (
    <Section
      title={reading.subject.why()}
      lead={method === 'greedy' && !reading.money ? m.results_why_lead_order() : leads[method]()}
      level={level}
      id={id}
    >
      <LongList
        items={stories}
        wrap={(shown, before) => (
          <ol class="reasons" start={before + 1}>
            {shown.map((story) => (
              <Reason key={story.project} story={story} counted={props.counted} reading={reading} />
            ))}
          </ol>
        )}
      />
    </Section>
  );
}

const icons = { won: 'check', part: 'check', lost: 'minus' } as const;

function Reason(props: { story: Story; counted: Counted; reading: Reading }) {
  const { story, reading } = props;
  const { envelope } = props.counted;
  return (
    <li class={story.outcome === 'lost' ? undefined : 'reason-won'}>
      <div class="reason">
        <div>
          <p>
            <strong>
              <bdi>{reading.label(story.project)}</bdi>
            </strong>
          </p>
          <p class="reason-standing">
            {sayStanding(story, envelope.tally, reading)}{' '}
            <span class="reason-outcome">
              <Icon name={icons[story.outcome]} />
              {sayOutcome(story, reading)}
            </span>
          </p>
        </div>
        <p class="reason-why">{sayWhy(story, envelope, reading).join(' ')}</p>
      </div>
    </li>
  );
}
