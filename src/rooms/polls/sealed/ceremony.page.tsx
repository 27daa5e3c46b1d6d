import * as m from '../../../paraglide/messages.js';
import { Field } from '../../../ui/field.tsx';
import {
  ButtonLink,
  ErrorSummary,
  Fieldset,
  Form,
  Hidden,
  SubmitButton,
} from '../../../ui/form.tsx';
import { Actions, Section } from '../../../ui/layout.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { urls } from '../../../urls.ts';
import type { Edition } from '../../spaces/index.ts';
import { CEREMONY_TRUSTEES } from './sealing.ts';

interface Props {
  edition: Edition;
  /** The terms as they were typed: they travel with the ceremony. */
  typed: Readonly<Record<string, string>>;
}

/**
 * The key of a sealed poll is made here, in the officer's browser, and each part shown once to its trustee.
 * Nothing of a part is ever a field of a form that is sent.
 */
export function CeremonyPage({ edition, typed }: Props) {
  const again = (typed.sealingKey ?? '') !== '';
  return (
    <div class="column stack">
      <ErrorSummary problems={again ? { form: m.sealed_ceremony_again() } : {}} />
      <PageHeader
        title={m.sealed_ceremony_title()}
        lead={m.sealed_ceremony_lead()}
        breadcrumb={[
          { label: m.site_nav_admin(), href: urls.admin() },
          { label: edition.title, href: urls.adminEdition({ edition: edition.slug }) },
          { label: m.polls_office_title(), href: urls.adminPoll({ edition: edition.slug }) },
        ]}
      />
      <key-ceremony
        data-title={typed.title ?? ''}
        data-share={m.sealed_ceremony_share({ number: '{number}', name: '{name}' })}
        data-file={m.sealed_ceremony_file({
          number: '{number}',
          name: '{name}',
          title: '{title}',
          share: '{share}',
        })}
      >
        <div data-part="plain">
          <Notice tone="warning">
            <p>{m.sealed_ceremony_plain()}</p>
          </Notice>
        </div>
        <Names edition={edition.slug} typed={typed} />
        <OnePart />
        <Done edition={edition.slug} typed={typed} />
      </key-ceremony>
    </div>
  );
}

function Names({ edition, typed }: { edition: string; typed: Props['typed'] }) {
  return (
    <div class="stack" data-part="names" hidden>
      <Section title={m.sealed_ceremony_before()}>
        <div class="prose">
          <ul>
            <li>{m.sealed_ceremony_before_1()}</li>
            <li>{m.sealed_ceremony_before_2()}</li>
            <li>{m.sealed_ceremony_before_3()}</li>
          </ul>
        </div>
      </Section>
      <Form action={urls.adminPollOpen({ edition })}>
        <Fieldset legend={m.sealed_ceremony_who()}>
          {CEREMONY_TRUSTEES.map((name, at) => (
            <Field
              key={name}
              id={`name-${name}`}
              name={name}
              label={m.sealed_ceremony_trustee({ number: at + 1 })}
              {...(at === 0 && { hint: m.sealed_ceremony_trustee_hint() })}
              value={typed[name]}
              autocomplete="off"
              required
            />
          ))}
        </Fieldset>
        <Said part="names-wrong" words={m.sealed_ceremony_names_wrong()} />
        <Said part="failed" words={m.sealed_ceremony_failed()} />
        <SubmitButton size="large" icon="lock">
          {m.sealed_ceremony_make()}
        </SubmitButton>
      </Form>
    </div>
  );
}

/** Filled in for one trustee after another. */
function OnePart() {
  return (
    <section class="section stack" data-part="share" hidden>
      <h2 data-part="share-title" tabIndex={-1}>
        {m.sealed_ceremony_share({ number: 1, name: '…' })}
      </h2>
      <p>{m.sealed_ceremony_share_words()}</p>
      <p class="receipt-code" data-part="code" translate={false} />
      <Actions>
        <button type="button" class="button button-secondary" data-part="save">
          {m.sealed_ceremony_save()}
        </button>
        <button type="button" class="button button-secondary" data-part="print">
          {m.sealed_ceremony_print()}
        </button>
      </Actions>
      <form class="form stack" data-part="check" noValidate>
        <Field
          name="last-letters"
          label={m.sealed_ceremony_check()}
          hint={m.sealed_ceremony_check_hint()}
          width="medium"
          autocomplete="off"
          spellcheck={false}
          required
        />
        <Said part="check-wrong" words={m.sealed_ceremony_check_wrong()} />
        <SubmitButton>{m.sealed_ceremony_next()}</SubmitButton>
      </form>
    </section>
  );
}

function Done({ edition, typed }: { edition: string; typed: Props['typed'] }) {
  const made = ['sealingKey', 'sealingHashes', ...CEREMONY_TRUSTEES];
  return (
    <section class="section stack" data-part="done" hidden>
      <h2 data-part="done-title" tabIndex={-1}>
        {m.sealed_ceremony_done()}
      </h2>
      <p>{m.sealed_ceremony_done_words()}</p>
      <Form action={urls.adminPollOpen({ edition })}>
        {Object.entries(typed)
          .filter(([name]) => !made.includes(name))
          .map(([name, value]) => (
            <Hidden key={name} name={name} value={value} />
          ))}
        {made.map((name) => (
          <Hidden key={name} name={name} value="" />
        ))}
        <SubmitButton size="large">{m.sealed_ceremony_continue()}</SubmitButton>
      </Form>
      <p>
        <ButtonLink href={urls.adminPoll({ edition })} kind="quiet">
          {m.polls_office_cancel()}
        </ButtonLink>
      </p>
    </section>
  );
}

/** Words that wait until they are true. */
function Said({ part, words }: { part: string; words: string }) {
  return (
    <div role="alert">
      <div data-part={part} hidden>
        <Notice tone="danger">
          <p>{words}</p>
        </Notice>
      </div>
    </div>
  );
}
