import * as m from '../../../paraglide/messages.js';
import { ButtonLink } from '../../../ui/form.tsx';
import { Stack } from '../../../ui/layout.tsx';
import { EmptyState } from '../../../ui/list.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { Table } from '../../../ui/table.tsx';
import { StateBadge } from '../../../ui/tag.tsx';
import { Money } from '../../../ui/text.tsx';
import { urls } from '../../../urls.ts';
import { type Fund, fundStanding } from '../fund.ts';
import { standingTones, standingWords } from '../fund-words.page.ts';
import type { ShownMoney } from '../money.page.tsx';

interface Props {
  funds: readonly Fund[];
  money: ReadonlyMap<string, ShownMoney>;
}

/** Every fund as the office sees it, drafts too. */
export function OfficeFundsPage({ funds, money }: Props) {
  const create = (
    <ButtonLink icon="plus" href={urls.adminNewFund()}>
      {m.funds_office_new()}
    </ButtonLink>
  );
  return (
    <Stack>
      <PageHeader
        title={m.funds_office_title()}
        lead={m.funds_office_lead()}
        breadcrumb={[{ label: m.site_nav_admin(), href: urls.admin() }]}
        {...(funds.length > 0 && { actions: create })}
      />
      {funds.length === 0 ? (
        <EmptyState icon="money" title={m.funds_office_none()} actions={create}>
          <p>{m.funds_office_none_words()}</p>
        </EmptyState>
      ) : (
        <Table
          caption={m.funds_office_title()}
          captionHidden
          columns={[
            { key: 'name', label: m.funds_name() },
            { key: 'state', label: m.funds_state() },
            { key: 'threshold', label: m.funds_threshold(), numeric: true },
            { key: 'endowed', label: m.funds_endowed(), numeric: true },
            { key: 'remaining', label: m.funds_remaining(), numeric: true },
          ]}
          rows={funds.map((fund) => {
            const standing = fundStanding(fund);
            const { endowed = 0, remaining = 0 } = money.get(fund.id) ?? {};
            return {
              name: (
                <>
                  <a href={urls.adminFund({ fund: fund.slug })}>
                    <bdi>{fund.name}</bdi>
                  </a>
                  <br />
                  <span class="hint">
                    <bdi>{fund.period}</bdi>
                  </span>
                </>
              ),
              state: (
                <StateBadge tone={standingTones[standing]}>{standingWords[standing]()}</StateBadge>
              ),
              threshold: fund.threshold,
              endowed: <Money cents={endowed} />,
              remaining: <Money cents={remaining} />,
            };
          })}
        />
      )}
    </Stack>
  );
}
