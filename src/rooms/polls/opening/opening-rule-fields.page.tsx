import * as m from '../../../paraglide/messages.js';
import { OnlyFor, Radios } from '../../../ui/choices.tsx';
import { OptionalNumber, TextArea } from '../../../ui/field.tsx';
import { Fieldset } from '../../../ui/form.tsx';
import { sayTieBreak } from '../rule-words.page.ts';
import { chooseAmong, type FieldsProps } from './opening-parts.page.tsx';
import { METHODS, SHARES_RESTS, SHARES_UTILITIES } from './opening-settings.ts';
import { TIE_BREAK_LISTS } from './tie-break-lists.ts';

const methodWords: Record<(typeof METHODS)[number], { label: () => string; hint: () => string }> = {
  greedy: { label: m.opening_method_greedy, hint: m.opening_method_greedy_hint },
  'greedy-noskip': { label: m.opening_method_noskip, hint: m.opening_method_noskip_hint },
  'greedy-per-cost': { label: m.opening_method_per_cost, hint: m.opening_method_per_cost_hint },
  mes: { label: m.opening_method_mes, hint: m.opening_method_mes_hint },
  phragmen: { label: m.opening_method_phragmen, hint: m.opening_method_phragmen_hint },
  schulze: { label: m.opening_method_schulze, hint: m.opening_method_schulze_hint },
  stv: { label: m.opening_method_stv, hint: m.opening_method_stv_hint },
};

const utilityWords: Record<(typeof SHARES_UTILITIES)[number], () => string> = {
  cost: m.opening_utility_cost,
  card: m.opening_utility_card,
};

const restWords: Record<(typeof SHARES_RESTS)[number], () => string> = {
  '': m.opening_rest_none,
  u: m.opening_rest_u,
  add1: m.opening_rest_add1,
  add1e: m.opening_rest_add1e,
  add1u: m.opening_rest_add1u,
  add1eu: m.opening_rest_add1eu,
};

/** How ballots are counted, and what the règlement adds to the rule. */
export function RuleFields(fields: FieldsProps) {
  const { typed, problems } = fields;
  const number = (name: string, label: string, hint: string, suffix?: string) => (
    <OptionalNumber
      {...{ name, label, hint, typed, problems }}
      {...(suffix !== undefined && { suffix })}
    />
  );
  return (
    <>
      <Fieldset legend={m.polls_field_rule()} hint={m.opening_rule_hint()} id="regle">
        <OnlyFor choices={['approval', 'knapsack', 'points', 'ranking']}>
          <Radios
            name="method"
            label={m.opening_method()}
            value={typed.method}
            problems={problems}
            options={METHODS.map((method) => ({
              value: method,
              label: methodWords[method].label(),
              hint: methodWords[method].hint(),
            }))}
          />
          <OnlyFor choices={['mes']}>
            {chooseAmong(
              fields,
              'utility',
              m.opening_utility(),
              SHARES_UTILITIES.map((value) => ({ value, label: utilityWords[value]() })),
            )}
            {chooseAmong(
              fields,
              'rest',
              m.opening_rest(),
              SHARES_RESTS.map((value) => ({ value, label: restWords[value]() })),
            )}
          </OnlyFor>
        </OnlyFor>
        {number('seats', m.opening_seats(), m.opening_seats_hint())}
        <Radios
          name="ties"
          label={m.polls_field_ties()}
          value={typed.ties}
          problems={problems}
          options={TIE_BREAK_LISTS.map((list) => ({
            value: list.join('+'),
            label: sayTieBreak(list),
          }))}
        />
      </Fieldset>
      <Fieldset legend={m.opening_house()} hint={m.opening_house_hint()} id="regles-ajoutees">
        {number('quorum', m.opening_quorum(), m.opening_quorum_hint())}
        {number('minimumNamings', m.opening_minimum_votes(), m.opening_minimum_votes_hint())}
        {number('mostPerHolder', m.opening_per_holder(), m.opening_per_holder_hint())}
        {number('winnersPerZone', m.opening_per_zone(), m.opening_per_zone_hint())}
        {number('partFunding', m.opening_part(), m.opening_part_hint(), '%')}
        <TextArea
          name="incompatible"
          label={m.opening_incompatible()}
          hint={m.opening_incompatible_hint()}
          value={typed.incompatible}
          problems={problems}
          rows={3}
        />
      </Fieldset>
    </>
  );
}
