import * as m from '../paraglide/messages.js';
import { Card } from '../ui/card.tsx';
import { formatDateTime } from '../ui/format.ts';
import { Column } from '../ui/layout.tsx';
import { EmptyState, List } from '../ui/list.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { DescriptionList } from '../ui/table.tsx';
import { urls } from '../urls.ts';

/** A mail of the outbox, as it was sent. */
export interface KeptMail {
  /** Name of its file. */
  name: string;
  subject: string;
  from: string;
  to: string;
  replyTo: string;
  sentAt: Date | null;
  text: string;
}

export function MailsPage({ mails, limit }: { mails: readonly KeptMail[]; limit: number }) {
  return (
    <Column>
      <PageHeader title={m.site_mails_title()} lead={m.site_mails_lead()} />
      {mails.length === 0 ? (
        <EmptyState icon="mail" title={m.site_mails_empty_title()}>
          {m.site_mails_empty()}
        </EmptyState>
      ) : (
        <List label={m.site_mails_list()}>
          {mails.map((mail) => (
            <Card
              key={mail.name}
              title={titleOf(mail)}
              href={urls.mail({ mail: mail.name })}
              level={2}
              meta={[mail.to, mail.sentAt ? formatDateTime(mail.sentAt) : '']}
            />
          ))}
        </List>
      )}
      {mails.length === limit && <p>{m.site_mails_older({ count: limit })}</p>}
    </Column>
  );
}

export function MailPage({ mail }: { mail: KeptMail }) {
  const items = [
    { term: m.site_mails_from(), detail: mail.from },
    { term: m.site_mails_to(), detail: mail.to },
    { term: m.site_mails_reply(), detail: mail.replyTo },
    { term: m.site_mails_sent(), detail: mail.sentAt ? formatDateTime(mail.sentAt) : '' },
  ];
  return (
    <Column>
      <PageHeader
        title={titleOf(mail)}
        breadcrumb={[{ label: m.site_mails_title(), href: urls.mails() }]}
      />
      <DescriptionList items={items.filter((item) => item.detail !== '')} />
      <MailText text={mail.text} />
    </Column>
  );
}

export const titleOf = (mail: KeptMail): string => mail.subject || m.site_mails_unreadable();

/** Our own mails: every web address is a link, that of this machine too. */
function MailText({ text }: { text: string }) {
  return (
    <div class="prose">
      {text
        .trim()
        .split(/\n{2,}/)
        .map((paragraph, index) => (
          <p key={index}>
            {paragraph
              .split('\n')
              .map((line, number) => [
                number > 0 && <br />,
                ...line
                  .split(/(https?:\/\/[^\s<>"]+)/)
                  .map((piece, part) => (part % 2 === 1 ? <a href={piece}>{piece}</a> : piece)),
              ])}
          </p>
        ))}
    </div>
  );
}
