import * as m from '../../paraglide/messages.js';
import { Checkbox } from '../../ui/choices.tsx';
import { Fieldset, type Problems } from '../../ui/form.tsx';
import { listUntickedCriteria } from '../spaces/index.page.ts';
import type { Board } from './boards/board.ts';

/** What the holder of an idea says that it fulfils, just before publishing it; agents check it later (R68). */
export function CriteriaFields(props: {
  board: Pick<Board, 'criteria'>;
  ticked: readonly string[];
  problems: Problems;
}) {
  const asked = props.board.criteria.filter(({ askedOfHolder }) => askedOfHolder);
  if (asked.length === 0) return null;
  return (
    <Fieldset legend={m.setup_deposit_title()} hint={m.setup_deposit_lead()} id="criteres">
      {asked.map(({ id, name, help }) => (
        <Checkbox
          key={id}
          name={criterionField(id)}
          label={<bdi>{name}</bdi>}
          {...(help && { hint: help })}
          checked={props.ticked.includes(id)}
          problems={props.problems}
          required
        />
      ))}
    </Fieldset>
  );
}

/** Words beside each criterion that was not ticked. */
export function criteriaProblems(
  board: Pick<Board, 'criteria'>,
  ticked: readonly string[],
): Problems {
  return Object.fromEntries(
    listUntickedCriteria(board.criteria, ticked).map(({ id, name }) => [
      criterionField(id),
      m.setup_deposit_unticked({ name }),
    ]),
  );
}

export const criterionField = (id: string) => `criterion-${id}`;
