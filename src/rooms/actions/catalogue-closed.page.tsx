import * as m from '../../paraglide/messages.js';
import { ButtonLink } from '../../ui/form.tsx';
import { Actions, Column } from '../../ui/layout.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { urls } from '../../urls.ts';
import type { Fund } from '../funds/index.ts';

interface Props {
  fund: Fund;
  /** null: somebody is signed in. */
  signInHref: string | null;
}

/** Whom the actions of a fund are for, to whoever they are not shown to (R13). */
export function ClosedCatalogue({ fund, signInHref }: Props) {
  return (
    <Column>
      <PageHeader
        title={m.commit_closed_title()}
        lead={fund.visibleTo === 'members' ? m.commit_closed_members() : m.commit_closed_groups()}
        breadcrumb={[
          { label: m.funds_title(), href: urls.funds() },
          { label: fund.name, href: fundHref(fund) },
        ]}
      />
      <p>{m.commit_closed_money()}</p>
      <Actions>
        {signInHref ? (
          <ButtonLink href={signInHref}>{m.groups_sign_in()}</ButtonLink>
        ) : (
          <ButtonLink href={urls.groups({ certifie: 'oui' })}>{m.commit_closed_find()}</ButtonLink>
        )}
      </Actions>
    </Column>
  );
}

export const fundHref = ({ slug }: Pick<Fund, 'slug'>): string => urls.fund({ fund: slug });
