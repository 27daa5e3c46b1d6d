import * as m from '../../paraglide/messages.js';
import { Card } from '../../ui/card.tsx';
import { EnvelopeBar } from '../../ui/envelope-bar.tsx';
import { ButtonLink } from '../../ui/form.tsx';
import { Section, Stack } from '../../ui/layout.tsx';
import { EmptyState, List } from '../../ui/list.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { StateBadge } from '../../ui/tag.tsx';
import { urls } from '../../urls.ts';
import { type Fund, fundStanding } from './fund.ts';
import { standingTones, standingWords } from './fund-words.page.ts';
import type { ShownMoney } from './money.page.tsx';

interface Props {
  /** Those that the reader sees. */
  funds: readonly Fund[];
  money: ReadonlyMap<string, ShownMoney>;
}

/** The funds of the movement, as everybody sees them; drafts for their office. */
export function FundsPage({ funds, money }: Props) {
  const of = (standing: ReturnType<typeof fundStanding>) =>
    funds.filter((fund) => fundStanding(fund) === standing);
  const [open, drafts, closed] = [of('open'), of('draft'), of('closed')];
  return (
    <Stack>
      <PageHeader title={m.funds_title()} lead={m.funds_lead()} />
      {open.length > 0 ? (
        <Cards funds={open} money={money} level={2} />
      ) : (
        <EmptyState
          icon="money"
          title={m.funds_none()}
          actions={<ButtonLink href={urls.groups()}>{m.funds_none_groups()}</ButtonLink>}
        >
          <p>{m.funds_none_words()}</p>
        </EmptyState>
      )}
      {drafts.length > 0 && (
        <Section title={m.funds_drafts()} lead={m.funds_drafts_lead()}>
          <Cards funds={drafts} money={money} level={3} />
        </Section>
      )}
      {closed.length > 0 && (
        <Section title={m.funds_closed_ones()}>
          <Cards funds={closed} money={money} level={3} />
        </Section>
      )}
    </Stack>
  );
}

function Cards({ funds, money, level }: Props & { level: 2 | 3 }) {
  return (
    <List look="rows">
      {funds.map((fund) => {
        const standing = fundStanding(fund);
        const { endowed = 0, remaining = 0 } = money.get(fund.id) ?? {};
        return (
          <Card
            key={fund.id}
            title={<bdi>{fund.name}</bdi>}
            href={urls.fund({ fund: fund.slug })}
            level={level}
            {...(fund.summary && { excerpt: fund.summary })}
            state={
              <StateBadge tone={standingTones[standing]}>{standingWords[standing]()}</StateBadge>
            }
            meta={[<bdi key="period">{m.funds_period_of({ period: fund.period })}</bdi>]}
            {...(endowed > 0 && {
              action: (
                <EnvelopeBar
                  id={`fonds-${fund.slug}`}
                  label={m.funds_endowed()}
                  totalCents={endowed}
                  usedCents={endowed - remaining}
                />
              ),
            })}
          />
        );
      })}
    </List>
  );
}
