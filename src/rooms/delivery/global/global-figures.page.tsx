import * as m from '../../../paraglide/messages.js';
import { BarChart } from '../../../ui/charts.tsx';
import { formatMoney, formatNumber } from '../../../ui/format.ts';
import { Section } from '../../../ui/layout.tsx';
import { StackChart } from '../../../ui/stack-chart.tsx';
import { STAGES } from '../realisation.ts';
import { stageWords } from '../stage.page.tsx';
import { bandDelays, DELAY_BANDS, type FollowedGroup, sumOf } from './followed-list.ts';
import { GlobalFrame, type GlobalProps } from './global.page.tsx';
import { delayWords, haltWords } from './standing.page.tsx';

const HALTS = ['suspended', 'abandoned'] as const;

/** Stages, years, delays and money, each as a chart with its table. */
export function GlobalFiguresPage(props: GlobalProps) {
  const { groups, delays } = props.figures;
  const years = [...new Set(groups.map(({ year }) => year))].sort((one, other) => other - one);
  const bands = bandDelays(delays);
  const count = (some: readonly FollowedGroup[]) => sumOf(some, (group) => group.count);
  return (
    <GlobalFrame {...props}>
      <Section title={m.programme_chart_stage()}>
        <BarChart
          id="etapes"
          title={m.programme_chart_stage()}
          titleHidden
          description={m.programme_chart_stage_words()}
          labelHead={m.programme_stage()}
          valueHead={m.programme_projects()}
          bars={[
            ...STAGES.map((stage) => ({
              label: stageWords[stage](),
              value: count(groups.filter((group) => !group.halted && group.stage === stage)),
            })),
            ...HALTS.map((halt) => ({
              label: haltWords[halt](),
              value: count(groups.filter(({ halted }) => halted === halt)),
            })),
          ]}
          extra={[
            {
              head: m.programme_late(),
              numeric: true,
              cells: [
                ...STAGES.map((stage) =>
                  formatNumber(
                    sumOf(
                      groups.filter((group) => !group.halted && group.stage === stage),
                      (group) => group.late,
                    ),
                  ),
                ),
                ...HALTS.map(() => formatNumber(0)),
              ],
            },
          ]}
        />
      </Section>
      <Section title={m.programme_chart_year()}>
        <StackChart
          id="annees"
          title={m.programme_chart_year()}
          titleHidden
          description={m.programme_chart_year_words()}
          labelHead={m.programme_year()}
          wordsHead={m.programme_total()}
          parts={[
            { name: m.programme_part_done(), look: 'full' },
            { name: m.programme_part_going(), look: 'medium' },
            { name: m.programme_part_to_launch(), look: 'faint' },
            { name: m.programme_part_halted(), look: 'crossed' },
          ]}
          lines={years.map((year) => {
            const mine = groups.filter((group) => group.year === year);
            const values = partOf(mine).map(count);
            const total = count(mine);
            return {
              label: String(year),
              values,
              words: m.programme_projects_count({ count: total }),
            };
          })}
        />
      </Section>
      <Section title={m.programme_chart_delay()}>
        <BarChart
          id="delais"
          title={m.programme_chart_delay()}
          titleHidden
          description={m.programme_chart_delay_words()}
          labelHead={m.programme_delay()}
          valueHead={m.programme_projects()}
          bars={DELAY_BANDS.map(({ name }) => ({ label: delayWords[name](), value: bands[name] }))}
        />
        <p class="hint">{m.programme_chart_delay_note()}</p>
      </Section>
      <Section title={m.programme_chart_money()}>
        <BarChart
          id="budget"
          title={m.programme_chart_money()}
          titleHidden
          description={m.programme_chart_money_words()}
          labelHead={m.programme_year()}
          valueHead={m.programme_voted_euros()}
          bars={years.map((year) => {
            const voted = sumOf(ofYear(groups, year), (group) => group.voted);
            return {
              label: String(year),
              value: Math.round(voted / 100),
              valueWords: formatMoney(voted),
            };
          })}
          extra={[
            {
              head: m.programme_stat_committed(),
              numeric: true,
              cells: years.map((year) =>
                knownMoney(ofYear(groups, year), 'committed', 'withCommitted'),
              ),
            },
            {
              head: m.programme_stat_spent(),
              numeric: true,
              cells: years.map((year) => knownMoney(ofYear(groups, year), 'spent', 'withSpent')),
            },
          ]}
        />
      </Section>
    </GlobalFrame>
  );
}

const ofYear = (groups: readonly FollowedGroup[], year: number) =>
  groups.filter((group) => group.year === year);

/** Delivered · under way · to be launched · halted. */
function partOf(groups: readonly FollowedGroup[]): FollowedGroup[][] {
  const going = groups.filter(({ halted }) => !halted);
  const done = (group: FollowedGroup) =>
    group.stage === 'delivered' || group.stage === 'inaugurated';
  return [
    going.filter(done),
    going.filter((group) => !done(group) && group.stage !== 'to-launch'),
    going.filter(({ stage }) => stage === 'to-launch'),
    groups.filter(({ halted }) => halted),
  ];
}

/** A sum, or a dash where no realisation says it. */
function knownMoney(
  groups: readonly FollowedGroup[],
  sum: 'committed' | 'spent',
  known: 'withCommitted' | 'withSpent',
): string {
  return sumOf(groups, (group) => group[known]) === 0
    ? '—'
    : formatMoney(sumOf(groups, (group) => group[sum]));
}
