import * as m from '../../../paraglide/messages.js';
import { Field } from '../../../ui/field.tsx';
import type { Problems } from '../../../ui/form.tsx';
import type { Figure } from './figures.ts';

interface Props {
  typed: Readonly<Record<Figure, string>>;
  problems: Problems;
}

/** Three figures on one line where there is room. */
export function FigureFields({ typed, problems }: Props) {
  return (
    <div class="field-line">
      <Field
        name="capitalCost"
        label={m.study_capital_cost()}
        value={typed.capitalCost}
        problems={problems}
        inputMode="decimal"
        suffix="€"
      />
      <Field
        name="yearlyCost"
        label={m.study_yearly_cost()}
        value={typed.yearlyCost}
        problems={problems}
        inputMode="decimal"
        suffix="€"
      />
      <Field
        name="delayMonths"
        label={m.study_delay()}
        value={typed.delayMonths}
        problems={problems}
        suffix={m.study_months_unit()}
      />
    </div>
  );
}
