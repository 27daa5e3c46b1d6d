/** The first question of the simulator: which ballots. Plain GET forms: the address says it all. */
import * as m from '../../paraglide/messages.js';
import { Radios } from '../../ui/choices.tsx';
import { Field, Select } from '../../ui/field.tsx';
import { Form, Hidden, type Problems, SubmitButton } from '../../ui/form.tsx';
import { formatDate, formatNumber } from '../../ui/format.ts';
import { Grid, Panel } from '../../ui/layout.tsx';
import type { BallotScreen } from '../polls/index.ts';
import type { Population } from './population.ts';

export type Typed = Readonly<Record<string, string>>;

export interface BallotsFormProps {
  action: string;
  /** What was typed, or is usual. */
  typed: Typed;
  problems: Problems;
  /** By slug of their edition. */
  polls: readonly { slug: string; title: string; publishedAt: Date }[];
  /** Whether this edition has projects to invent ballots for. */
  invents: boolean;
  limits: { fewestVoters: number; mostVoters: number };
  screens: readonly BallotScreen[];
  populations: readonly Population[];
}

const screenWords: Record<BallotScreen, () => string> = {
  approval: m.opening_ballot_approval,
  knapsack: m.opening_ballot_knapsack,
  points: m.opening_ballot_points,
  ranking: m.opening_ballot_ranking,
  judgment: m.opening_ballot_judgment,
  'yes-no': m.opening_ballot_yes_no,
};

export const populationWords: Record<Population, { label: () => string; hint: () => string }> = {
  districts: {
    label: m.insights_population_districts,
    hint: m.insights_population_districts_hint,
  },
  favourite: {
    label: m.insights_population_favourite,
    hint: m.insights_population_favourite_hint,
  },
  scattered: {
    label: m.insights_population_scattered,
    hint: m.insights_population_scattered_hint,
  },
};

export function BallotsForm(props: BallotsFormProps) {
  return (
    <Grid min="large">
      <PastForm {...props} />
      <InventedForm {...props} />
    </Grid>
  );
}

function PastForm({ action, typed, problems, polls }: BallotsFormProps) {
  return (
    <Panel title={m.insights_ballots_past()}>
      <p>{m.insights_ballots_past_words()}</p>
      {polls.length === 0 ? (
        <p>{m.insights_ballots_past_none()}</p>
      ) : (
        <Form action={action} method="get" label={m.insights_ballots_past()}>
          <Select
            name="bulletins"
            label={m.insights_field_poll()}
            value={typed.bulletins}
            problems={problems}
            options={polls.map(({ slug, title, publishedAt }) => ({
              value: slug,
              label: m.insights_poll_option({ title, date: formatDate(publishedAt, 'day') }),
            }))}
          />
          <SubmitButton kind="secondary">{m.insights_take_ballots()}</SubmitButton>
        </Form>
      )}
    </Panel>
  );
}

function InventedForm(props: BallotsFormProps) {
  const { action, typed, problems, limits, screens, populations } = props;
  return (
    <Panel title={m.insights_ballots_invented()}>
      <p>{m.insights_ballots_invented_words()}</p>
      {props.invents ? (
        <Form action={action} method="get" label={m.insights_ballots_invented()}>
          <Hidden name="bulletins" value="" />
          <Select
            name="sorte"
            label={m.opening_ballot_kind()}
            value={typed.sorte}
            options={screens.map((screen) => ({ value: screen, label: screenWords[screen]() }))}
          />
          <Radios
            name="population"
            label={m.insights_field_population()}
            value={typed.population}
            options={populations.map((population) => ({
              value: population,
              label: populationWords[population].label(),
              hint: populationWords[population].hint(),
            }))}
          />
          <Field
            name="votants"
            label={m.insights_field_voters()}
            hint={m.insights_field_voters_hint({
              least: formatNumber(limits.fewestVoters),
              most: formatNumber(limits.mostVoters),
            })}
            value={typed.votants}
            problems={problems}
            inputMode="numeric"
            width="short"
          />
          <Field
            name="graine"
            label={m.insights_field_seed()}
            hint={m.insights_field_seed_hint()}
            value={typed.graine}
            problems={problems}
            inputMode="numeric"
            width="medium"
          />
          <SubmitButton kind="secondary">{m.insights_draw_ballots()}</SubmitButton>
        </Form>
      ) : (
        <p>{m.insights_ballots_invented_none()}</p>
      )}
    </Panel>
  );
}
