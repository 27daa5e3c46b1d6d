import * as m from '../../paraglide/messages.js';
import { Card } from '../../ui/card.tsx';
import { ButtonForm, ButtonLink } from '../../ui/form.tsx';
import { formatDate, formatDateTime } from '../../ui/format.ts';
import { Column } from '../../ui/layout.tsx';
import { List } from '../../ui/list.tsx';
import { ConfirmPage } from '../../ui/next-step.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { urls } from '../../urls.ts';
import { findPhase } from '../spaces/index.page.ts';
import type { Edition } from '../spaces/index.ts';
import type { Draft } from './draft.ts';

/** What one finds who had begun already, or who comes too early or too late. */
export function depositStartTitle(edition: Edition, open: boolean, now: Date): string {
  if (open) return m.ideas_start_title();
  const phase = findPhase(edition, 'collection');
  return phase && phase.startsAt > now ? m.ideas_start_soon() : m.ideas_start_closed();
}

export function DepositStartPage(props: {
  edition: Edition;
  open: boolean;
  now: Date;
  drafts: readonly Draft[];
}) {
  const { edition, open, now, drafts } = props;
  const at = { edition: edition.slug };
  const phase = findPhase(edition, 'collection');
  const soon = phase !== null && phase.startsAt > now;
  return (
    <Column>
      <PageHeader
        kicker={<bdi>{edition.title}</bdi>}
        title={depositStartTitle(edition, open, now)}
        lead={
          open
            ? m.ideas_start_drafts_lead()
            : phase && soon
              ? m.ideas_start_soon_lead({ date: formatDate(phase.startsAt) })
              : phase?.endsAt && m.ideas_start_closed_lead({ date: formatDateTime(phase.endsAt) })
        }
        actions={
          open ? (
            <ButtonLink href={urls.depositStart(at, { nouvelle: 'oui' })} icon="plus">
              {m.ideas_start_new()}
            </ButtonLink>
          ) : (
            <ButtonLink href={urls.ideas(at)}>{m.ideas_back_to_list()}</ButtonLink>
          )
        }
      />
      {drafts.length > 0 && (
        <>
          <h2>{m.ideas_start_drafts()}</h2>
          <List look="rows">
            {drafts.map((draft) => (
              <Card
                key={draft.id}
                level={3}
                title={draft.title || m.ideas_start_untitled()}
                href={urls.depositText({ ...at, draft: draft.id })}
                meta={[m.ideas_start_saved({ date: formatDateTime(draft.savedAt) })]}
              />
            ))}
          </List>
        </>
      )}
    </Column>
  );
}

export function DepositAbandonPage({ edition, draft }: { edition: Edition; draft: Draft }) {
  const at = { edition: edition.slug, draft: draft.id };
  return (
    <ConfirmPage
      question={m.ideas_abandon_title()}
      form={
        <ButtonForm action={urls.depositAbandon(at)} kind="danger">
          {m.ideas_abandon_confirm()}
        </ButtonForm>
      }
      cancelHref={urls.depositText(at)}
      cancelLabel={m.ideas_abandon_cancel()}
    >
      <p>{m.ideas_abandon_explained({ title: draft.title || m.ideas_start_untitled() })}</p>
    </ConfirmPage>
  );
}
