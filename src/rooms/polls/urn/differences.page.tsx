import * as m from '../../../paraglide/messages.js';
import { Field } from '../../../ui/field.tsx';
import { Form, Hidden, SubmitButton } from '../../../ui/form.tsx';
import { formatNumber } from '../../../ui/format.ts';
import { Section } from '../../../ui/layout.tsx';
import { DescriptionList } from '../../../ui/table.tsx';
import { urls } from '../../../urls.ts';
import type { BatchProps } from './batch.page.tsx';
import { type Difference, findDifferences, keyingOf } from './batch.ts';
import { hintOf, sayTyped } from './keyed-words.page.ts';

/** Papers that the two read otherwise, side by side: each mends their own, or a third person decides. */
export function Differences(props: BatchProps) {
  const differences = findDifferences(props.batch, props.poll);
  const own = keyingOf(props.batch, props.reader);
  return (
    <>
      <p>{m.urn_differences_lead({ count: differences.length })}</p>
      <p>{own ? m.urn_differences_keyer() : m.urn_differences_third()}</p>
      {differences.map((difference) => (
        <OneDifference key={difference.place} difference={difference} {...props} />
      ))}
    </>
  );
}

function OneDifference({ difference, ...props }: BatchProps & { difference: Difference }) {
  const { edition, poll, batch, reader, nicknames, problems } = props;
  const { place } = difference;
  const own = keyingOf(batch, reader);
  const nameOf = (at: number) => nicknames.get(batch.keyings[at]?.personId ?? '') ?? '—';
  const id = `typed-${place}`;
  const sentBack = props.typed?.place === place;
  const value = own ? own.typed[place - 1] : '';
  return (
    <Section title={m.urn_difference_title({ place: formatNumber(place) })}>
      <DescriptionList
        items={[difference.first, difference.second].map((typed, at) => ({
          term: m.urn_read_by({ name: nameOf(at) }),
          detail: <span dir="auto">{sayTyped(poll, typed, edition.currency)}</span>,
        }))}
      />
      <Form
        action={urls.adminUrnCompare({ edition: edition.slug, batch: batch.id })}
        label={m.urn_difference_title({ place: formatNumber(place) })}
      >
        <Hidden name="place" value={place} />
        <Field
          name="typed"
          id={id}
          label={own ? m.urn_correct_label() : m.urn_decide_label()}
          hint={hintOf(poll)}
          value={sentBack ? (props.typed?.words ?? '') : value}
          problems={sentBack ? problems : {}}
          autocomplete="off"
          spellcheck={false}
          required
        />
        <SubmitButton
          kind="secondary"
          about={m.urn_difference_title({ place: formatNumber(place) })}
        >
          {own ? m.urn_correct() : m.urn_decide()}
        </SubmitButton>
      </Form>
    </Section>
  );
}
