import * as m from '../../../paraglide/messages.js';
import { BarChart, type Outcome } from '../../../ui/charts.tsx';
import { formatNumber, formatPercent } from '../../../ui/format.ts';
import { listGradeLooks, StackChart } from '../../../ui/stack-chart.tsx';
import { goesByPoints } from '../rule-words.page.ts';
import type { TallyBy } from './result.ts';
import type { Story } from './result-figures.ts';
import type { Reading } from './result-reading.page.ts';
import { type Counted, sayOutcome } from './result-words.page.ts';
import { listRounds } from './seat-figures.ts';

interface Props {
  counted: Counted;
  reading: Reading;
}

/** What the ranking saw, drawn: bars of votes or points, merit profiles (R176), answers for and against. */
export function ResultChart({ counted, reading }: Props) {
  const { tally } = counted.envelope;
  switch (tally.method) {
    case 'greedy':
    case 'shares':
    case 'phragmen':
      return <ScoreBars counted={counted} reading={reading} />;
    case 'judgment':
      return <Profiles counted={counted} reading={reading} />;
    case 'yes-no':
      return <Answers counted={counted} reading={reading} />;
    case 'stv':
      return <FirstVotes counted={counted} reading={reading} tally={tally} />;
    case 'schulze':
      return null;
  }
}

const outcomeOf = (story: Story, reading: Reading): Outcome => ({
  kind: story.outcome === 'part' ? 'other' : story.outcome,
  words: sayOutcome(story, reading),
});

/** What a line of any chart here says besides its values. */
const lineOf = (story: Story, reading: Reading) => {
  const href = reading.href(story.project);
  return {
    label: reading.label(story.project),
    outcome: outcomeOf(story, reading),
    ...(href && { href }),
  };
};

function ScoreBars({ counted: { envelope, stories }, reading }: Props) {
  const points = goesByPoints(envelope.tally.kind);
  const sorted = [...stories].sort((a, b) => b.score - a.score);
  return (
    <BarChart
      id={`voix-${envelope.key}`}
      title={points ? m.results_chart_points() : m.results_chart_votes()}
      description={m.results_chart_description()}
      labelHead={reading.subject.one()}
      valueHead={points ? m.results_points_head() : m.results_votes_head()}
      bars={sorted.map((story) => ({ ...lineOf(story, reading), value: story.score }))}
      extra={[
        ...(points
          ? [
              {
                head: m.results_ballots(),
                cells: sorted.map(({ namings }) => formatNumber(namings)),
                numeric: true,
              },
            ]
          : []),
        ...(reading.money
          ? [
              {
                head: m.results_cost_head(),
                cells: sorted.map(({ project }) => reading.say(reading.costOf(project))),
                numeric: true,
              },
            ]
          : []),
      ]}
    />
  );
}

function Profiles({ counted: { envelope, stories }, reading }: Props) {
  const { mentions } = reading.poll.settings;
  const looks = listGradeLooks(mentions.length);
  return (
    <StackChart
      id={`profils-${envelope.key}`}
      title={m.results_profiles()}
      description={m.results_profiles_description()}
      parts={mentions.map((name, at) => ({ name, look: looks[at]! }))}
      labelHead={reading.subject.one()}
      wordsHead={m.results_majority_head()}
      middle={m.results_profiles_middle()}
      lines={stories.flatMap((story) =>
        story.reason?.by === 'judgment'
          ? [
              {
                ...lineOf(story, reading),
                values: [...story.reason.judged.profile],
                words: reading.mention(story.reason.judged.majorityGrade),
              },
            ]
          : [],
      )}
    />
  );
}

function Answers({ counted: { envelope, stories }, reading }: Props) {
  return (
    <StackChart
      id={`reponses-${envelope.key}`}
      title={m.results_answers()}
      description={m.results_answers_description()}
      parts={[
        { name: m.results_answer_yes(), look: 'firm' },
        { name: m.results_answer_none(), look: 'faint' },
        { name: m.results_answer_no(), look: 'striped' },
      ]}
      labelHead={reading.subject.one()}
      wordsHead={m.results_answers_share_head()}
      lines={stories.flatMap((story) => {
        if (story.reason?.by !== 'answers') return [];
        const { yes, no, abstained } = story.reason.answers;
        const share = formatPercent(yes + no > 0 ? yes / (yes + no) : 0);
        const words = m.results_answers_share({ share });
        return [{ ...lineOf(story, reading), values: [yes, abstained, no], words }];
      })}
    />
  );
}

function FirstVotes({
  counted: { envelope, stories },
  reading,
  tally,
}: Props & { tally: TallyBy<'stv'> }) {
  const [first] = listRounds(tally);
  if (!first) return null;
  const votes = new Map(first.votes.map((held) => [held.candidate, held.votes]));
  const sorted = [...stories].sort(
    (a, b) => (votes.get(b.project) ?? 0) - (votes.get(a.project) ?? 0),
  );
  return (
    <BarChart
      id={`voix-${envelope.key}`}
      title={m.results_chart_first()}
      description={m.results_chart_description()}
      labelHead={reading.subject.one()}
      valueHead={m.results_votes_head()}
      bars={sorted.map((story) => ({
        ...lineOf(story, reading),
        value: votes.get(story.project) ?? 0,
      }))}
    />
  );
}
