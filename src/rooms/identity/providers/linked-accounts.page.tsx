import * as m from '../../../paraglide/messages.js';
import { PasswordField } from '../../../ui/field.tsx';
import { ButtonLink, ErrorSummary, Form, SubmitButton } from '../../../ui/form.tsx';
import { formatDate } from '../../../ui/format.ts';
import { Column } from '../../../ui/layout.tsx';
import { List } from '../../../ui/list.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { urls } from '../../../urls.ts';
import { FIELDS, type Refusals, wordsOf } from '../words.page.ts';

export interface LinkLine {
  providerId: string;
  name: string;
  /** `YYYY-MM-DD`; null: not linked. */
  linkedOn: string | null;
}

/** « Comptes liés »: the other ways into one's account. */
export function LinkedAccountsPage({
  lines,
  email,
}: {
  lines: readonly LinkLine[];
  email: string;
}) {
  return (
    <Column>
      <PageHeader
        title={m.providers_linked_title()}
        lead={m.providers_linked_lead({ email })}
        breadcrumb={[{ label: m.identity_account_back(), href: urls.account() }]}
      />
      {lines.length === 0 ? (
        <p>{m.providers_linked_nothing()}</p>
      ) : (
        <List label={m.providers_linked_title()}>
          {lines.map((line) => (
            <OneLine key={line.providerId} line={line} />
          ))}
        </List>
      )}
    </Column>
  );
}

function OneLine({ line: { providerId, name, linkedOn } }: { line: LinkLine }) {
  const provider = { provider: providerId };
  return (
    <div class="card-words">
      <p>
        <strong>
          <bdi>{name}</bdi>
        </strong>
        <br />
        {linkedOn
          ? m.providers_linked_since({ day: formatDate(new Date(`${linkedOn}T12:00:00Z`), 'day') })
          : m.providers_linked_not()}
      </p>
      <p>
        {linkedOn ? (
          <ButtonLink
            kind="secondary"
            size="small"
            href={urls.unlinkAccount(provider)}
            about={name}
          >
            {m.providers_unlink()}
          </ButtonLink>
        ) : (
          <ButtonLink
            kind="secondary"
            size="small"
            href={urls.providerSignIn(provider, { vers: urls.linkedAccounts() })}
            about={name}
          >
            {m.providers_link()}
          </ButtonLink>
        )}
      </p>
    </div>
  );
}

interface UnlinkProps {
  provider: { id: string; name: string };
  email: string;
  hasPassword: boolean;
  refusals: Refusals;
}

/** Asked once: the account is then entered by password or by a code, which always remains. */
export function UnlinkPage({ provider, email, hasPassword, refusals }: UnlinkProps) {
  const problems = wordsOf(refusals);
  return (
    <Column>
      <PageHeader
        title={m.providers_unlink_title({ name: provider.name })}
        lead={m.providers_unlink_lead({ name: provider.name, email })}
        breadcrumb={[
          { label: m.identity_account_back(), href: urls.account() },
          { label: m.providers_linked_title(), href: urls.linkedAccounts() },
        ]}
      />
      <ErrorSummary problems={problems} />
      <Form action={urls.unlinkAccount({ provider: provider.id })}>
        {hasPassword && (
          <PasswordField
            name={FIELDS.currentPassword}
            label={m.identity_current_password()}
            autocomplete="current-password"
            problems={problems}
            required
          />
        )}
        <SubmitButton kind="danger">
          {m.providers_unlink_submit({ name: provider.name })}
        </SubmitButton>
      </Form>
    </Column>
  );
}
