import { Fragment } from 'preact';
import * as m from '../../paraglide/messages.js';
import { Differences } from '../../ui/differences.tsx';
import { ButtonForm, Form, Hidden, SubmitButton } from '../../ui/form.tsx';
import { Column, Section } from '../../ui/layout.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { DateText, Prose } from '../../ui/text.tsx';
import { urls } from '../../urls.ts';
import type { CharterVersion } from '../organisations/index.ts';

interface AcceptCharterPageProps {
  next: string | undefined;
  charter: { version: number; body: string };
  /** The text that they accepted last, and what was said of each version since; null: none yet. */
  accepted: { version: number; body: string; since: readonly CharterVersion[] } | null;
}

/** Shown to members whose last acceptance is of an older version (R96). */
export function AcceptCharterPage({ next, charter, accepted }: AcceptCharterPageProps) {
  return (
    <Column>
      <PageHeader title={m.identity_accept_title()} lead={m.identity_accept_lead()} />
      {accepted && (
        <Section title={m.charter_changes_title()}>
          {accepted.since.map(
            ({ version, summary, publishedAt }) =>
              summary && (
                <Fragment key={version}>
                  <p class="hint">
                    {m.charter_version({ version })}, <DateText at={publishedAt} />
                  </p>
                  <Prose text={summary} />
                </Fragment>
              ),
          )}
          <p class="hint">{m.charter_changes_hint({ version: accepted.version })}</p>
          <Differences before={accepted.body} after={charter.body} />
        </Section>
      )}
      <Section title={m.charter_whole_title()}>
        <Prose text={charter.body} />
      </Section>
      <Form action={urls.acceptCharter({ vers: next })}>
        <Hidden name="version" value={charter.version} />
        <SubmitButton size="large">{m.identity_accept_submit()}</SubmitButton>
      </Form>
      <p>{m.identity_accept_refuse()}</p>
      <p>
        <a href={urls.ownData()}>{m.charter_own_data()}</a>
      </p>
      <ButtonForm kind="quiet" icon="sign-out" action={urls.signOut()}>
        {m.ui_sign_out()}
      </ButtonForm>
    </Column>
  );
}
