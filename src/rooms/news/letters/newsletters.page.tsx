import * as m from '../../../paraglide/messages.js';
import { ButtonLink } from '../../../ui/form.tsx';
import { Stack } from '../../../ui/layout.tsx';
import { EmptyState, Pagination } from '../../../ui/list.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { Table } from '../../../ui/table.tsx';
import { StateBadge } from '../../../ui/tag.tsx';
import { DateText } from '../../../ui/text.tsx';
import { urls } from '../../../urls.ts';
import type { Newsletter, SendingState } from './newsletter.ts';
import { sendingLooks } from './newsletter-words.page.ts';
import type { Plan } from './plan.ts';

interface Props {
  newsletters: readonly (Newsletter & { plan: Plan | null; state: SendingState })[];
  next: string | null;
  /** Of the whole organisation, accounts and addresses. */
  subscribers: number;
}

export function NewslettersPage({ newsletters, next, subscribers }: Props) {
  const add = (
    <ButtonLink href={urls.adminNewNewsletter()} icon="plus">
      {m.newsletter_office_new()}
    </ButtonLink>
  );
  return (
    <Stack>
      <PageHeader
        title={m.newsletter_office_title()}
        lead={m.newsletter_office_lead({ count: subscribers })}
        breadcrumb={[
          { label: m.site_nav_admin(), href: urls.admin() },
          { label: m.news_title(), href: urls.adminNews() },
        ]}
        actions={
          <>
            {add}
            <ButtonLink kind="quiet" icon="eye" href={urls.subscribe()}>
              {m.newsletter_public_page()}
            </ButtonLink>
          </>
        }
      />
      {newsletters.length === 0 ? (
        <EmptyState icon="mail" title={m.newsletter_office_none()} actions={add}>
          <p>{m.newsletter_office_none_words()}</p>
        </EmptyState>
      ) : (
        <Table
          caption={m.newsletter_office_title()}
          columns={[
            { key: 'subject', label: m.newsletter_subject() },
            { key: 'when', label: m.newsletter_when() },
            { key: 'written', label: m.newsletter_readers(), numeric: true },
            { key: 'state', label: m.meetings_state() },
          ]}
          rows={newsletters.map(({ id, own, sending, plan, state }) => ({
            subject: (
              <a href={urls.adminNewsletter({ newsletter: id })}>
                <bdi>{own.fr.subject}</bdi>
              </a>
            ),
            when: sayWhen(sending?.begunAt ?? plan?.sendsAt),
            written: sending ? String(sending.written) : '–',
            state: (
              <StateBadge tone={sendingLooks[state].tone}>{sendingLooks[state].words()}</StateBadge>
            ),
          }))}
        />
      )}
      <Pagination nextHref={next ? urls.adminNewsletters({ apres: next }) : undefined} />
    </Stack>
  );
}

/** When its sending began, or is to begin. */
const sayWhen = (at: Date | undefined) => (at ? <DateText at={at} shape="moment" /> : '–');
