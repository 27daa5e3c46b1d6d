import * as m from '../../../paraglide/messages.js';
import { ButtonForm, ButtonLink, ErrorSummary, type Problems } from '../../../ui/form.tsx';
import { Actions, Column } from '../../../ui/layout.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { urls } from '../../../urls.ts';
import type { Volunteer } from './help.ts';

interface Props {
  at: { edition: string; project: number };
  project: string;
  /** The reader's own place; null: they never asked. */
  own: Volunteer | null;
  members: number;
  isOpen: boolean;
  problems: Problems;
}

/** « Comité de suivi »: what it is, how many are of it, and one's own place in it. */
export function CommitteePage({ at, project, own, members, isOpen, problems }: Props) {
  const accepted = own !== null && own.acceptedAt !== null;
  return (
    <Column>
      <ErrorSummary problems={problems} />
      <PageHeader
        title={m.together_committee_title()}
        kicker={<bdi>{project}</bdi>}
        lead={m.together_committee_lead()}
        breadcrumb={[
          { label: m.delivery_project_title({ title: project }), href: urls.delivery(at) },
        ]}
      />
      <p>{m.together_committee_count({ count: members })}</p>
      {own ? (
        <>
          <Notice tone={accepted ? 'success' : 'info'}>
            {accepted ? m.together_committee_in() : m.together_committee_waiting()}
          </Notice>
          <Actions>
            {accepted && (
              <ButtonLink href={urls.deliveryTeam(at)}>{m.together_space_open()}</ButtonLink>
            )}
            <ButtonForm kind="secondary" action={urls.deliveryCommitteeLeave(at)}>
              {accepted ? m.together_committee_leave() : m.together_committee_take_back()}
            </ButtonForm>
          </Actions>
        </>
      ) : isOpen ? (
        <>
          <p>{m.together_committee_names()}</p>
          <ButtonForm size="large" action={urls.deliveryCommittee(at)}>
            {m.together_committee_join()}
          </ButtonForm>
        </>
      ) : (
        <Notice>{m.together_refused_committee()}</Notice>
      )}
    </Column>
  );
}
