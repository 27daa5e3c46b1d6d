import * as m from '../../../paraglide/messages.js';
import { ButtonLink } from '../../../ui/form.tsx';
import { Actions, Section } from '../../../ui/layout.tsx';
import { urls } from '../../../urls.ts';

interface Props {
  providers: readonly { id: string; name: string }[];
  next: string | undefined;
}

/** « Continuer avec … », one button a provider; nothing when there is none. */
export function ContinueWith({ providers, next }: Props) {
  if (providers.length === 0) return null;
  return (
    <Section title={m.providers_other_account()} lead={m.providers_other_account_lead()}>
      <Actions>
        {providers.map(({ id, name }) => (
          <ButtonLink
            key={id}
            kind="secondary"
            href={urls.providerSignIn({ provider: id }, { vers: next })}
          >
            {m.providers_continue({ name })}
          </ButtonLink>
        ))}
      </Actions>
    </Section>
  );
}
