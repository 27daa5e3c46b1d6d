/** The second question of the simulator: which rules, and what the règlement adds to them. */
import * as m from '../../paraglide/messages.js';
import { Checkbox, Checkboxes } from '../../ui/choices.tsx';
import { Field } from '../../ui/field.tsx';
import { Fieldset, Form, Hidden, type Problems, SubmitButton } from '../../ui/form.tsx';
import { formatNumber } from '../../ui/format.ts';
import { Icon } from '../../ui/icon.tsx';
import { Grid } from '../../ui/layout.tsx';
import { ruleWords } from '../polls/index.page.ts';
import type { RuleName } from '../tally/index.ts';
import type { Typed } from './ballots-form.page.tsx';
import { viewNames } from './column-words.page.ts';
import type { View } from './conversion.ts';

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
      <Grid min="large">
        {groups.map((group, at) => (
          <GroupFields
            key={group.view}
            group={group}
            chosen={props.chosen}
            problems={at === 0 ? problems : {}}
            hint={at === 0 ? m.insights_rules_most({ most: formatNumber(mostColumns) }) : undefined}
          />
        ))}
      </Grid>
      <AdditionFields {...props} />
      <SubmitButton>{m.insights_compare()}</SubmitButton>
    </Form>
  );
}

function GroupFields(props: {
  group: RuleGroup;
  chosen: readonly string[];
  problems: Problems;
  hint: string | undefined;
}) {
  const { group, chosen, problems, hint } = props;
  const id = group.view === 'own' ? 'regle' : `regle-${group.view}`;
  const options = (rules: RuleGroup['rules']) =>
    rules.map(({ rule, value }) => ({ value, label: ruleWords[rule].name() }));
  return (
    <div>
      <Checkboxes
        name="regle"
        id={id}
        label={
          group.view === 'own'
            ? m.insights_rules_own()
            : m.insights_rules_converted({ view: viewNames[group.view]() })
        }
        {...(hint !== undefined && { hint })}
        values={[...chosen]}
        problems={problems}
        options={options(group.rules)}
      />
      {group.variants.length > 0 && (
        <details
          class="long-list"
          open={group.variants.some(({ value }) => chosen.includes(value)) || undefined}
        >
          <summary>
            {m.insights_rules_variants()}
            <Icon name="chevron-down" class="turn" />
          </summary>
          <Checkboxes
            name="regle"
            id={`${id}-variantes`}
            label={m.insights_rules_variants()}
            values={[...chosen]}
            options={options(group.variants)}
          />
        </details>
      )}
    </div>
  );
}

function AdditionFields({ typed, problems, withDistricts, money, both }: RulesFormProps) {
  const number = (name: string, label: string, hint: string, suffix?: string) => (
    <Field
      name={name}
      label={label}
      hint={hint}
      {...(suffix !== undefined && { suffix })}
      value={typed[name]}
      problems={problems}
      inputMode="numeric"
      width="short"
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
