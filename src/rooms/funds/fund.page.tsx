import * as m from '../../paraglide/messages.js';
import { fileSegment } from '../../platform/files/upload.ts';
import { ButtonLink } from '../../ui/form.tsx';
import { formatDate, formatMoney } from '../../ui/format.ts';
import { Section, Split, Stack } from '../../ui/layout.tsx';
import { EmptyState, List } from '../../ui/list.tsx';
import { MarkedText } from '../../ui/marked-text.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { DescriptionList } from '../../ui/table.tsx';
import { StateBadge } from '../../ui/tag.tsx';
import { urls } from '../../urls.ts';
import { sizeWords } from '../guides/index.page.ts';
import { type Fund, type FundLink, fundStanding } from './fund.ts';
import { standingTones, standingWords, visibleWords } from './fund-words.page.ts';
import { FundMoneyChart, type ShownMoney } from './money.page.tsx';
import type { ThresholdChange } from './threshold.ts';
import { ThresholdHistory } from './threshold-history.page.tsx';

/** A document as pages show it. */
export interface ShownDocument {
  title: string;
  file: { fileId: string; mediaType: string; bytes: number };
}

interface Props {
  fund: Fund;
  money: ShownMoney;
  links: readonly FundLink[];
  documents: readonly ShownDocument[];
  /** The newest first. */
  changes: readonly ThresholdChange[];
  nicknames: ReadonlyMap<string, string>;
  /** What the reader may do besides. */
  may: { settle: boolean; endow: boolean };
}

/** A fund as everybody sees it: its money first. */
export function FundPage(props: Props) {
  const { fund, money, changes, nicknames } = props;
  const standing = fundStanding(fund);
  return (
    <Stack>
      <PageHeader
        title={fund.name}
        {...(fund.summary && { lead: fund.summary })}
        breadcrumb={[{ label: m.funds_title(), href: urls.funds() }]}
        meta={
          <>
            <StateBadge tone={standingTones[standing]}>{standingWords[standing]()}</StateBadge>
            <bdi>{m.funds_period_of({ period: fund.period })}</bdi>
          </>
        }
        actions={<Gestures {...props} />}
      />
      {standing === 'draft' && (
        <Notice tone="info" title={m.funds_draft_notice()}>
          <p>{m.funds_draft_notice_words()}</p>
        </Notice>
      )}
      {fund.closedAt && (
        <Notice tone="info" title={m.funds_closed_since({ date: formatDate(fund.closedAt) })}>
          <p>{m.funds_closed_words()}</p>
        </Notice>
      )}
      <Section title={m.funds_money()} lead={m.funds_money_lead()} id="argent">
        {money.endowed > 0 ? (
          <FundMoneyChart money={money} id="argent-du-fonds" />
        ) : (
          <EmptyState icon="money" title={m.funds_money_none()} level={3}>
            <p>{m.funds_money_none_words()}</p>
          </EmptyState>
        )}
      </Section>
      <Split aside={<Allowed fund={fund} />}>
        <Stack>
          {fund.presentation && (
            <Section title={m.funds_presentation()}>
              <MarkedText text={fund.presentation} />
            </Section>
          )}
          <Section title={m.funds_rules()} id="regles">
            {fund.rules ? <MarkedText text={fund.rules} /> : <p>{m.funds_rules_none()}</p>}
          </Section>
          <Sources {...props} />
        </Stack>
      </Split>
      <Section
        title={m.funds_threshold_history()}
        lead={m.funds_threshold_history_lead()}
        id="seuil"
      >
        <ThresholdHistory changes={changes} nicknames={nicknames} />
      </Section>
    </Stack>
  );
}

function Gestures({ fund, may }: Props) {
  const at = { fund: fund.slug };
  const isOpen = fundStanding(fund) === 'open';
  return (
    <>
      {fund.openedAt && (
        <ButtonLink icon="solidarity" href={urls.fundActions(at)}>
          {m.funds_see_actions()}
        </ButtonLink>
      )}
      {isOpen && (
        <ButtonLink kind="secondary" icon="plus" href={urls.proposeAction(at)}>
          {m.propose_title()}
        </ButtonLink>
      )}
      {may.settle && (
        <ButtonLink kind="secondary" icon="settings" href={urls.adminFund(at)}>
          {m.funds_office_link()}
        </ButtonLink>
      )}
      {may.endow && (
        <ButtonLink kind="secondary" icon="money" href={urls.fundEndowment(at)}>
          {m.funds_endow_link()}
        </ButtonLink>
      )}
    </>
  );
}

/** Cap, threshold and what else groups must know before they propose. */
export function Allowed({ fund }: { fund: Fund }) {
  return (
    <Section title={m.funds_allows()}>
      <DescriptionList
        look="stack"
        items={[
          { term: m.funds_cap(), detail: m.funds_cap_words({ cap: formatMoney(fund.cap) }) },
          {
            term: m.funds_threshold(),
            detail: m.funds_threshold_words({ count: fund.threshold }),
          },
          {
            term: m.funds_proposer(),
            detail: fund.countProposer ? m.funds_proposer_counts() : m.funds_proposer_apart(),
          },
          {
            term: m.funds_repeats(),
            detail: fund.allowRepeats ? m.funds_repeats_many() : m.funds_repeats_once(),
          },
          { term: m.funds_visible(), detail: visibleWords[fund.visibleTo]() },
        ]}
      />
    </Section>
  );
}

function Sources({ links, documents }: Props) {
  if (links.length === 0 && documents.length === 0) return null;
  return (
    <Section title={m.funds_sources()} id="textes">
      <List label={m.funds_sources()}>
        {links.map(({ label, address }) => (
          <p key={address}>
            <a href={address} rel="noopener">
              <bdi>{label}</bdi>
            </a>
          </p>
        ))}
        {documents.map(({ title, file }) => (
          <p key={file.fileId}>
            <a href={urls.file({ file: fileSegment(file) })}>
              <bdi>{title}</bdi>
            </a>{' '}
            <span class="hint">{sizeWords(file.bytes)}</span>
          </p>
        ))}
      </List>
    </Section>
  );
}
