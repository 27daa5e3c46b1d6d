import * as m from '../../paraglide/messages.js';
import { Stat, Stats } from '../../ui/charts.tsx';
import { ErrorSummary, type Problems } from '../../ui/form.tsx';
import { formatMoney, formatNumber } from '../../ui/format.ts';
import { Section, Stack } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { urls } from '../../urls.ts';
import type { Edition } from '../spaces/index.ts';
import { BallotsForm, type BallotsFormProps, populationWords } from './ballots-form.page.tsx';
import { ComparisonParts } from './comparison.page.tsx';
import { type ComparisonProps, hasMoney } from './comparison-words.page.ts';
import { Folded } from './folded.page.tsx';
import { Match, type MatchKind, TotalsNote } from './match.page.tsx';
import type { Population } from './population.ts';
import { RulesForm, type RulesFormProps } from './rules-form.page.tsx';

/** Where the ballots come from. */
type Source =
  | { kind: 'published'; title: string }
  | { kind: 'invented'; population: Population; seed: number; frozen: boolean };

/** What is counted, once somebody has said which ballots. */
export interface Trial extends ComparisonProps {
  source: Source;
  ballots: number;
  rules: RulesFormProps;
  /** The address of this comparison. */
  here: string;
  /** A published poll counted again by its own rule; null: not counted yet, or nothing to compare it with. */
  match: MatchKind | null;
  hash: string | null;
  /** Ballots of the published poll that are known by totals only. */
  totals: number;
}

interface Props {
  edition: Edition;
  ballots: BallotsFormProps;
  trial: Trial | null;
  problems: Problems;
}

export function SimulatorPage({ edition, ballots, trial, problems }: Props) {
  return (
    <Stack>
      <ErrorSummary problems={problems} />
      <PageHeader
        title={m.insights_simulator_title()}
        lead={m.insights_simulator_lead()}
        breadcrumb={[
          { label: m.admin_title(), href: urls.admin() },
          { label: edition.title, href: urls.adminEdition({ edition: edition.slug }) },
        ]}
      />
      <Notice>
        <p>{m.insights_simulator_nothing_kept()}</p>
      </Notice>
      <Section title={m.insights_ballots_title()} id="bulletins-comptes">
        {trial ? (
          <Stack>
            <CountedBallots trial={trial} />
            <Folded
              title={m.insights_ballots_change()}
              open={Object.keys(ballots.problems).length > 0}
            >
              <BallotsForm {...ballots} />
            </Folded>
          </Stack>
        ) : (
          <BallotsForm {...ballots} />
        )}
      </Section>
      {trial && (
        <>
          <Section title={m.insights_rules_title()} id="regles">
            <Folded
              title={m.insights_rules_choose()}
              open={Object.keys(trial.rules.problems).length > 0}
            >
              <RulesForm {...trial.rules} />
            </Folded>
          </Section>
          {trial.match && <Match match={trial.match} hash={trial.hash} />}
          <TotalsNote totals={trial.totals} />
          <ComparisonParts {...trial} />
        </>
      )}
    </Stack>
  );
}

function CountedBallots({ trial: { source, ballots, terms, currency } }: { trial: Trial }) {
  return (
    <>
      <p>{saySource(source)}</p>
      <Stats>
        <Stat value={formatNumber(ballots)} label={m.insights_stat_ballots({ count: ballots })} />
        <Stat
          value={formatNumber(terms.options.length)}
          label={m.insights_stat_options({ count: terms.options.length })}
        />
        {hasMoney(terms) && (
          <Stat value={formatMoney(terms.envelope, currency)} label={m.insights_stat_envelope()} />
        )}
      </Stats>
    </>
  );
}

function saySource(source: Source): string {
  if (source.kind === 'published') return m.insights_said_real({ title: source.title });
  const invented = m.insights_said_invented({
    population: populationWords[source.population].label(),
    seed: String(source.seed),
  });
  const list = source.frozen ? m.insights_said_frozen() : m.insights_said_preparing();
  return `${invented} ${list}`;
}
