import * as m from '../../paraglide/messages.js';
import { Select } from '../../ui/field.tsx';
import { ButtonForm, Form, type Problems, SubmitButton } from '../../ui/form.tsx';
import { Section } from '../../ui/layout.tsx';
import { urls } from '../../urls.ts';

export interface ProxyPanelProps {
  at: { space: string; component: string; assembly: string };
  /** Who holds the reader's; null: nobody. */
  holder: string | null;
  /** Whose the reader holds, in words. */
  givers: readonly string[];
  /** Who may hold one more. */
  candidates: readonly { value: string; label: string }[];
  chosen: string;
  problems: Problems;
}

/** Being voted for by somebody else (« donner pouvoir »), and whom one votes for. */
export function ProxyPanel({ at, holder, givers, candidates, chosen, problems }: ProxyPanelProps) {
  return (
    <Section title={m.assembly_proxies()} id="pouvoirs" lead={m.assembly_proxies_lead()}>
      {givers.length > 0 && (
        <p>{m.assembly_proxies_held({ count: givers.length, names: givers.join(', ') })}</p>
      )}
      {holder ? (
        <>
          <p>{m.assembly_proxy_given({ name: holder })}</p>
          <ButtonForm
            action={urls.assemblyProxy(at)}
            values={{ geste: 'reprendre' }}
            kind="secondary"
          >
            {m.assembly_proxy_withdraw()}
          </ButtonForm>
        </>
      ) : (
        givers.length === 0 &&
        candidates.length > 0 && (
          <Form action={urls.assemblyProxy(at)}>
            <Select
              name="a"
              label={m.assembly_proxy_to()}
              hint={m.assembly_proxy_hint()}
              empty
              value={chosen}
              options={[...candidates]}
              problems={problems}
              required
            />
            <SubmitButton kind="secondary">{m.assembly_proxy_give()}</SubmitButton>
          </Form>
        )
      )}
    </Section>
  );
}
