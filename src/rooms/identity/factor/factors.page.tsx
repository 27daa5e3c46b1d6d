import * as m from '../../../paraglide/messages.js';
import { ButtonForm, ButtonLink } from '../../../ui/form.tsx';
import { Actions, Column, Section } from '../../../ui/layout.tsx';
import { List } from '../../../ui/list.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { urls } from '../../../urls.ts';
import { countFactors, type Factors, formatRecoveryCode, type Passkey } from './factor.ts';
import { dayText } from './factor-words.page.ts';

interface Props {
  factors: Factors;
  /** Whether a role waits for one. */
  needed: boolean;
  next: string | undefined;
}

/** One's application, passkeys and recovery codes. */
export function FactorsPage({ factors, needed, next }: Props) {
  const { appAddedOn, passkeys, recoveryCodes } = factors;
  const some = countFactors(factors) > 0;
  return (
    <Column>
      <PageHeader
        title={m.factor_title()}
        lead={m.factor_lead()}
        breadcrumb={[{ label: m.identity_account_back(), href: urls.account() }]}
      />
      {needed && !some && (
        <Notice tone="warning" title={m.factor_needed_title()}>
          {m.factor_needed()}
        </Notice>
      )}
      <Section title={m.factor_app_title()} lead={m.factor_app_lead()}>
        {appAddedOn === null ? (
          <ButtonForm
            icon="lock"
            kind={some ? 'secondary' : 'primary'}
            action={urls.accountAppStart({ vers: next })}
          >
            {m.factor_app_start()}
          </ButtonForm>
        ) : (
          <>
            <p>{m.factor_app_added({ day: dayText(appAddedOn) })}</p>
            <Actions>
              <ButtonLink
                kind="secondary"
                href={urls.accountRemoveFactor({ factor: 'application' })}
              >
                {m.factor_app_remove()}
              </ButtonLink>
            </Actions>
          </>
        )}
      </Section>
      <Section title={m.factor_passkeys_title()} lead={m.factor_passkeys_lead()}>
        {passkeys.length > 0 && (
          <List label={m.factor_passkeys_list()}>
            {passkeys.map((passkey) => (
              <PasskeyLine key={passkey.id} passkey={passkey} />
            ))}
          </List>
        )}
        <Actions>
          <ButtonLink kind="secondary" icon="plus" href={urls.accountNewPasskey({ vers: next })}>
            {m.factor_passkey_add()}
          </ButtonLink>
        </Actions>
      </Section>
      {some && (
        <Section title={m.factor_codes_title()}>
          <p>{m.factor_codes_left({ count: recoveryCodes })}</p>
          <Actions>
            <ButtonLink kind="secondary" href={urls.accountRecoveryCodes()}>
              {m.factor_codes_renew()}
            </ButtonLink>
          </Actions>
        </Section>
      )}
    </Column>
  );
}

function PasskeyLine({ passkey: { id, name, addedOn, signsIn } }: { passkey: Passkey }) {
  return (
    <div class="card-words">
      <p>
        <strong>
          <bdi>{name}</bdi>
        </strong>
        <br />
        {m.factor_passkey_added({ day: dayText(addedOn) })}
        {signsIn && (
          <>
            <br />
            {m.factor_passkey_signs_in()}
          </>
        )}
      </p>
      <Actions>
        <ButtonLink
          kind="secondary"
          size="small"
          href={urls.accountPasskey({ passkey: id })}
          about={name}
        >
          {m.factor_passkey_rename()}
        </ButtonLink>
        <ButtonLink
          kind="secondary"
          size="small"
          href={urls.accountRemoveFactor({ factor: id })}
          about={name}
        >
          {m.factor_passkey_remove()}
        </ButtonLink>
      </Actions>
    </div>
  );
}

interface GivenCodesProps {
  codes: readonly string[];
  /** Given with the first factor, or asked for anew. */
  first: boolean;
  next: string | undefined;
}

/** Shown once: the answer to the form that made them. */
export function GivenCodesPage({ codes, first, next }: GivenCodesProps) {
  return (
    <Column>
      <PageHeader
        title={m.factor_given_title()}
        lead={first ? m.factor_given_lead() : m.factor_given_again_lead()}
      />
      <List label={m.factor_given_list()} ordered>
        {codes.map((code) => (
          <code key={code}>{formatRecoveryCode(code)}</code>
        ))}
      </List>
      <Actions>
        <ButtonLink size="large" href={next ?? urls.accountFactors()}>
          {m.factor_given_go_on()}
        </ButtonLink>
      </Actions>
    </Column>
  );
}
