/** Several counts side by side, in the office and, of a published poll, for everybody. */
import * as m from '../../paraglide/messages.js';
import { BarChart } from '../../ui/charts.tsx';
import { ButtonLink } from '../../ui/form.tsx';
import { formatMoney, formatNumber, formatPercent } from '../../ui/format.ts';
import { Section, Stack } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Table } from '../../ui/table.tsx';
import { nameColumn } from './column-words.page.ts';
import { outcomeOf } from './comparison.ts';
import { Fates, Places } from './comparison-tables.page.tsx';
import {
  COUNT_SECONDS,
  type ComparisonProps,
  captionOf,
  hasMoney,
  standingWords,
} from './comparison-words.page.ts';
import { EachRule } from './each-rule.page.tsx';
import type { Served } from './outcome.ts';

/** `here`: the address of this very comparison. */
export function ComparisonParts({ here, ...props }: ComparisonProps & { here: string }) {
  const { comparison } = props;
  return (
    <>
      <Section title={m.insights_result_title()} id="comparaison">
        <Stack>
          {comparison.waiting > 0 && <UnderWay waiting={comparison.waiting} here={here} />}
          <Summary {...props} />
          <ServedChart {...props} />
        </Stack>
      </Section>
      <Fates {...props} />
      <Places {...props} />
      <EachRule {...props} />
    </>
  );
}

/** Read again by itself where scripts run, by a link otherwise. */
function UnderWay({ waiting, here }: { waiting: number; here: string }) {
  return (
    <fresh-part data-seconds="2">
      <Notice
        title={m.insights_counting_title()}
        actions={
          <ButtonLink href={here} kind="secondary">
            {m.insights_refresh()}
          </ButtonLink>
        }
      >
        <p role="status">{m.insights_counting({ count: waiting })}</p>
        <p>{m.insights_counting_words({ seconds: COUNT_SECONDS })}</p>
      </Notice>
    </fresh-part>
  );
}

function Summary(props: ComparisonProps) {
  const { comparison, terms, currency } = props;
  const money = hasMoney(terms);
  return (
    <Table
      caption={captionOf(m.insights_summary_caption(), props)}
      columns={[
        { key: 'rule', label: m.insights_head_rule() },
        { key: 'winners', label: m.insights_head_winners(), numeric: true },
        ...(money
          ? [
              { key: 'cost', label: m.insights_head_cost(), numeric: true },
              { key: 'left', label: m.insights_head_left(), numeric: true },
            ]
          : []),
        { key: 'served', label: m.insights_head_served(), numeric: true },
      ]}
      rows={comparison.columns.map((column) => {
        const { standing } = column;
        const rule = nameColumn(column);
        if (standing.state !== 'counted')
          return {
            rule,
            winners: standingWords[standing.state](),
            cost: '—',
            left: '—',
            served: '—',
          };
        const { winners, cost, left, served } = standing.outcome;
        return {
          rule,
          winners: formatNumber(winners.length),
          cost: formatMoney(cost, currency),
          left: formatMoney(left, currency),
          served: sayServed(served),
        };
      })}
    />
  );
}

function sayServed({ ballots, satisfied }: Served): string {
  if (ballots === 0) return '—';
  return m.insights_served({
    share: formatPercent(satisfied / ballots),
    satisfied: formatNumber(satisfied),
    ballots: formatNumber(ballots),
  });
}

function ServedChart(props: ComparisonProps) {
  const bars = props.comparison.columns.flatMap((column) => {
    const outcome = outcomeOf(column);
    if (!outcome || outcome.served.ballots === 0) return [];
    const { satisfied, ballots } = outcome.served;
    return [
      {
        label: nameColumn(column),
        // in percent, to a tenth
        value: Math.round((satisfied * 1000) / ballots) / 10,
        valueWords: formatPercent(satisfied / ballots),
      },
    ];
  });
  if (bars.length < 2) return null;
  return (
    <BarChart
      id="part-servie"
      title={captionOf(m.insights_chart_title(), props)}
      description={m.insights_chart_words()}
      labelHead={m.insights_head_rule()}
      valueHead={m.insights_head_share()}
      bars={bars}
    />
  );
}
