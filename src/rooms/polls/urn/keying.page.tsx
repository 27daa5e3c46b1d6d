import * as m from '../../../paraglide/messages.js';
import { Field } from '../../../ui/field.tsx';
import { ButtonForm, Form, Hidden, SubmitButton } from '../../../ui/form.tsx';
import { formatNumber } from '../../../ui/format.ts';
import { Actions, Panel, Section } from '../../../ui/layout.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { urls } from '../../../urls.ts';
import { numberOptions } from '../paper/ballot-sheet.ts';
import type { Poll } from '../poll.ts';
import type { BatchProps } from './batch.page.tsx';
import { keyingOf } from './batch.ts';
import { VOID_REASONS } from './keyed-ballot.ts';
import { hintOf, sayTyped, voidWords } from './keyed-words.page.ts';

/** One paper after the other by keyboard alone: type it, Enter, read it back, type the next. */
export function KeyingScreen({ edition, poll, batch, reader, typed, problems }: BatchProps) {
  const own = keyingOf(batch, reader)?.typed ?? [];
  const at = { edition: edition.slug, batch: batch.id };
  const place = own.length + 1;
  const last = own.at(-1);
  const full = own.length >= batch.declared;
  return (
    <>
      {last !== undefined && (
        <Panel title={m.urn_last({ place: formatNumber(own.length) })} tone="quiet">
          <p role="status" dir="auto">
            {sayTyped(poll, last, edition.currency)}
          </p>
          <Actions>
            <ButtonForm action={urls.adminUrnUndo(at)} kind="quiet" icon="arrow-left">
              {m.urn_undo()}
            </ButtonForm>
          </Actions>
        </Panel>
      )}
      {full ? (
        <Section title={m.urn_all_keyed()}>
          <Notice>{m.urn_all_keyed_words()}</Notice>
          <Actions>
            <ButtonForm action={urls.adminUrnFinish(at)} icon="check">
              {m.urn_finish()}
            </ButtonForm>
          </Actions>
        </Section>
      ) : (
        <Section
          title={m.urn_place({
            place: formatNumber(place),
            declared: formatNumber(batch.declared),
          })}
        >
          <Form action={urls.adminUrnBatch(at)} label={m.urn_typed()}>
            <Hidden name="place" value={place} />
            <Field
              name="typed"
              id={`typed-${place}`}
              label={m.urn_typed()}
              hint={hintOf(poll)}
              value={typed?.words ?? ''}
              problems={problems}
              autocomplete="off"
              spellcheck={false}
              focused={Object.keys(problems).length === 0}
              required
            />
            <SubmitButton>{m.urn_keep()}</SubmitButton>
          </Form>
          {own.length > 0 && (
            <p class="hint">{m.urn_stop_any_time({ place: formatNumber(own.length) })}</p>
          )}
          <Legend poll={poll} />
        </Section>
      )}
    </>
  );
}

/** What stands on the paper beside each number, and what makes it void. */
function Legend({ poll }: { poll: Poll }) {
  return (
    <>
      <p>{m.urn_type_blank()}</p>
      <p>{m.urn_type_void()}</p>
      <ul>
        {VOID_REASONS.map((reason, at) => (
          <li key={reason}>
            {m.urn_type_void_reason({ number: at + 1, reason: voidWords[reason]() })}
          </li>
        ))}
      </ul>
      <details>
        <summary>{m.urn_numbers()}</summary>
        <ul>
          {numberOptions(poll).map(({ key, number, label }) => (
            <li key={key}>{m.urn_says_option({ number, label })}</li>
          ))}
        </ul>
      </details>
    </>
  );
}
