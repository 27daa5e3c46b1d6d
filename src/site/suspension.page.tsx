import * as m from '../paraglide/messages.js';
import { type Page, page } from '../platform/http/visit.ts';
import { ButtonLink } from '../ui/form.tsx';
import { formatDateTime } from '../ui/format.ts';
import { Column } from '../ui/layout.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { urls } from '../urls.ts';

/** What a suspended account is answered where it would publish: until when, and what it may do meanwhile. */
export const suspendedPage = (until: Date): Page =>
  page({
    title: m.moderation_suspended_title(),
    status: 403,
    body: (
      <Column>
        <PageHeader
          title={m.moderation_suspended_title()}
          lead={m.moderation_suspended_lead({ until: formatDateTime(until) })}
          actions={<ButtonLink href={urls.mySpace()}>{m.moderation_suspended_back()}</ButtonLink>}
        />
        <p>{m.moderation_suspended_may()}</p>
      </Column>
    ),
  });
