import * as m from '../../../paraglide/messages.js';
import { Checkbox, Radios } from '../../../ui/choices.tsx';
import { ButtonForm, ErrorSummary, Form, type Problems, SubmitButton } from '../../../ui/form.tsx';
import { Column, Section } from '../../../ui/layout.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { urls } from '../../../urls.ts';
import { DELIVERIES } from '../list.ts';
import { ListFrame, type SeenPlace } from '../list-frame.page.tsx';
import { deliveryWords } from '../list-words.page.ts';

/** Names of the fields. */
export const SUBSCRIPTION_NAMES = { delivery: 'rythme', showsAddress: 'adresse-visible' } as const;

interface Props {
  seen: SeenPlace;
  typed: { delivery: string; showsAddress: boolean };
  /** Where letters go. */
  email: string;
  problems: Problems;
}

/** Asking for a list, and choosing how one reads it; leaving it is one gesture. */
export function SubscriptionPage({ seen, typed, email, problems }: Props) {
  const { at, subscription } = seen;
  const title = subscription ? m.lists_settings_title() : m.lists_subscribe_title();
  return (
    <ListFrame seen={seen}>
      <Column>
        <PageHeader
          title={title}
          lead={subscription ? m.lists_settings_lead() : m.lists_subscribe_lead()}
          breadcrumb={[{ label: seen.component.title, href: urls.spaceList(at) }]}
        />
        {subscription?.pausedAt && (
          <Notice
            tone="warning"
            title={m.lists_paused_title()}
            actions={
              <ButtonForm action={urls.listResume(at)} kind="secondary">
                {m.lists_resume()}
              </ButtonForm>
            }
          >
            <p>{m.lists_paused_words({ email })}</p>
          </Notice>
        )}
        <ErrorSummary problems={problems} />
        <Form action={urls.listSubscription(at)}>
          <Radios
            name={SUBSCRIPTION_NAMES.delivery}
            label={m.lists_delivery_label()}
            hint={m.lists_delivery_hint({ email })}
            value={typed.delivery}
            options={DELIVERIES.map((delivery) => ({
              value: delivery,
              label: deliveryWords[delivery].name(),
              hint: deliveryWords[delivery].hint(),
            }))}
            problems={problems}
            required
          />
          <Checkbox
            name={SUBSCRIPTION_NAMES.showsAddress}
            label={m.lists_shows_address()}
            hint={m.lists_shows_address_hint()}
            checked={typed.showsAddress}
            problems={problems}
          />
          <SubmitButton>
            {subscription ? m.lists_settings_submit() : m.lists_subscribe_submit()}
          </SubmitButton>
        </Form>
        {subscription && (
          <Section title={m.lists_leave_title()}>
            <p>{m.lists_leave_words()}</p>
            <ButtonForm action={urls.listUnsubscribe(at)} kind="secondary">
              {m.lists_leave()}
            </ButtonForm>
          </Section>
        )}
      </Column>
    </ListFrame>
  );
}
