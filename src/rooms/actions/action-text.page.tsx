import * as m from '../../paraglide/messages.js';
import { Section } from '../../ui/layout.tsx';
import { Picture } from '../../ui/picture.tsx';
import { Table } from '../../ui/table.tsx';
import { Money, Prose } from '../../ui/text.tsx';
import { urls } from '../../urls.ts';
import { type Action, type Line, TEXT_FIELDS, totalOf } from './action.ts';
import { actionSegment } from './action-address.ts';
import { fieldWords } from './action-words.page.ts';

export interface ShownPicture {
  alt: string;
  width: number | null;
  height: number | null;
}

interface Props {
  action: Action;
  lines: readonly Line[];
  picture: ShownPicture | null;
}

/** Everything that the group wrote, in the order of the form. What is not written yet says so. */
export function ActionText({ action, lines, picture }: Props) {
  return (
    <>
      {picture && (
        <Picture
          src={urls.proposalImage({ action: actionSegment(action) })}
          alt={picture.alt}
          width={picture.width ?? 1}
          height={picture.height ?? 1}
        />
      )}
      {TEXT_FIELDS.filter((field) => field !== 'title').map((field) => (
        <Section key={field} title={fieldWords[field]()}>
          {action[field] ? (
            <Prose text={action[field]} />
          ) : (
            <p class="hint">{m.propose_nothing_yet()}</p>
          )}
        </Section>
      ))}
      <Section title={m.propose_budget()} id="budget">
        <BudgetTable lines={lines} />
      </Section>
    </>
  );
}

/** Its lines and their sum, to the right. */
function BudgetTable({ lines }: { lines: readonly Line[] }) {
  if (lines.length === 0) return <p class="hint">{m.propose_budget_none()}</p>;
  return (
    <Table
      caption={m.propose_budget()}
      captionHidden
      columns={[
        { key: 'label', label: m.propose_budget_what(), sentences: true },
        { key: 'amount', label: m.propose_budget_amount(), numeric: true },
      ]}
      rows={lines.map(({ label, amount }) => ({
        label: <bdi>{label}</bdi>,
        amount: <Money cents={amount} />,
      }))}
      total={{ label: m.propose_budget_sum(), amount: <Money cents={totalOf(lines)} /> }}
    />
  );
}
