/** The second question of the simulator: which rules, and what the règlement adds to them. */
import * as m from '../../paraglide/messages.js';
import { Checkbox, Checkboxes } from '../../ui/choices.tsx';
import { OptionalNumber } from '../../ui/field.tsx';
import { Fieldset, Form, Hidden, type Problems, SubmitButton } from '../../ui/form.tsx';
import { formatNumber } from '../../ui/format.ts';
import { Grid } from '../../ui/layout.tsx';
import { ruleWords } from '../polls/index.page.ts';
import type { RuleName } from '../tally/index.ts';
import type { Typed } from './ballots-form.page.tsx';
import { viewNames } from './column-words.page.ts';
import type { View } from './conversion.ts';
import { Folded } from './folded.page.tsx';

/** The rules that can be tried on some ballots, as they are or converted. */
export interface RuleGroup {
  view: View;
  rules: readonly { rule: RuleName; value: string }[];
  variants: readonly { rule: RuleName; value: string }[];
}

export interface RulesFormProps {
  action: string;
  /** What says which ballots; kept in the address. */
  ballots: Typed;
  typed: Typed;
  problems: Problems;
  groups: readonly RuleGroup[];
  /** Values of the columns that are compared. */
  chosen: readonly string[];
  withDistricts: boolean;
  /** Whether amounts are at stake. */
  money: boolean;
  both: boolean;
  mostColumns: number;
}

export function RulesForm(props: RulesFormProps) {
  const { action, ballots, groups, mostColumns, problems } = props;
  return (
    <Form action={`${action}#comparaison`} method="get" label={m.insights_rules_choose()}>
      {Object.entries(ballots).map(([name, value]) => (
        <Hidden key={name} name={name} value={value} />
      ))}
      <Hidden name="additions" value="oui" />
      {groups.map((group) =>
        group.view === 'own' ? (
          <RuleChoices
            key={group.view}
            group={group}
            chosen={props.chosen}
            problems={problems}
            hint={m.insights_rules_most({ most: formatNumber(mostColumns) })}
          />
        ) : (
          <Folded
            key={group.view}
            title={m.insights_rules_converted({ view: viewNames[group.view]() })}
            open={group.rules.some(({ value }) => props.chosen.includes(value))}
          >
            <RuleChoices group={group} chosen={props.chosen} problems={{}} />
          </Folded>
        ),
      )}
      <AdditionFields {...props} />
      <SubmitButton>{m.insights_compare()}</SubmitButton>
    </Form>
  );
}

function RuleChoices(props: {
  group: RuleGroup;
  chosen: readonly string[];
  problems: Problems;
  hint?: string;
}) {
  const { group, chosen, problems, hint } = props;
  const { view, rules, variants } = group;
  const id = view === 'own' ? 'regle' : `regle-${view}`;
  const list = (of: RuleGroup['rules']) =>
    of.map(({ rule, value }) => ({ value, label: ruleWords[rule].name() }));
  return (
    <>
      <Checkboxes
        name="regle"
        id={id}
        label={
          view === 'own'
            ? m.insights_rules_own()
            : m.insights_rules_converted({ view: viewNames[view]() })
        }
        {...(hint !== undefined && { hint })}
        values={[...chosen]}
        problems={problems}
        options={list(rules)}
      />
      {variants.length > 0 && (
        <Folded
          title={m.insights_rules_variants()}
          open={variants.some(({ value }) => chosen.includes(value))}
        >
          <Checkboxes
            name="regle"
            id={`${id}-variantes`}
            label={m.insights_rules_variants()}
            values={[...chosen]}
            options={list(variants)}
          />
        </Folded>
      )}
    </>
  );
}

function AdditionFields({ typed, problems, withDistricts, money, both }: RulesFormProps) {
  const number = (name: string, label: string, hint: string, suffix?: string) => (
    <OptionalNumber
      {...{ name, label, hint, typed, problems }}
      {...(suffix !== undefined && { suffix })}
    />
  );
  return (
    <Fieldset legend={m.opening_house()} hint={m.opening_house_hint()} id="regles-ajoutees">
      <Grid min="medium">
        {withDistricts &&
          money &&
          number('garantis', m.opening_per_zone(), m.opening_per_zone_hint())}
        {number('minimum', m.opening_minimum_votes(), m.opening_minimum_votes_hint())}
        {money && number('partiel', m.opening_part(), m.opening_part_hint(), '%')}
        {number('quorum', m.opening_quorum(), m.opening_quorum_hint())}
        {number('porteur', m.opening_per_holder(), m.opening_per_holder_hint())}
        {number('laureats', m.opening_seats(), m.opening_seats_hint())}
      </Grid>
      <Checkbox name="sans" label={m.insights_without_too()} checked={both} />
    </Fieldset>
  );
}
