import * as m from '../../paraglide/messages.js';
import { Column, Section, Split, Stack } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Picture } from '../../ui/picture.tsx';
import { DescriptionList, Table } from '../../ui/table.tsx';
import { Tag } from '../../ui/tag.tsx';
import { DateText, Money, Prose } from '../../ui/text.tsx';
import { urls } from '../../urls.ts';
import type { Fund } from '../funds/index.ts';
import { nameCounty } from '../groups/index.page.ts';
import type { Group, OwnGroup } from '../groups/index.ts';
import type { PromotionPause } from '../organisations/index.ts';
import type { Action, Line } from './action.ts';
import { ActionAside, CommitmentsPanel } from './catalogue-aside.page.tsx';
import { fundHref } from './catalogue-closed.page.tsx';
import type { ShownPicture } from './catalogue-picture.routes.ts';
import type { Commitment } from './commitment.ts';
import { CommittedGroups } from './commitment-list.page.tsx';
import { ActionState, kindLooks } from './commitment-words.page.tsx';
import { Experiences } from './experiences.page.tsx';
import type { Report } from './report.ts';

export interface ActionPageProps {
  fund: Fund;
  action: Action;
  lines: readonly Line[];
  picture: ShownPicture | null;
  commitments: readonly Commitment[];
  reports: readonly Report[];
  /** By id: who proposes, is committed, or tells. */
  groups: ReadonlyMap<string, Group>;
  /** Groups that the reader runs. */
  own: readonly OwnGroup[];
  /** null: nobody is signed in. */
  supported: boolean | null;
  /** What making it known is off for; null: it is not. */
  pause: PromotionPause | null;
  /** null: somebody is signed in. */
  signInHref: string | null;
  /** Of this page, in full, and short. */
  address: string;
  short: string;
}

/** An action that groups repeat: what it is, what it costs, who does it, and how it went (R13, R15, R16). */
export function ActionPage(props: ActionPageProps) {
  const { fund, action, groups, picture, lines } = props;
  const kind = kindLooks[action.kind || 'solidarity'];
  const proposer = groups.get(action.groupId);
  return (
    <Stack>
      <PageHeader
        title={action.title}
        lead={<bdi>{action.summary}</bdi>}
        breadcrumb={[
          { label: fund.name, href: fundHref(fund) },
          { label: m.commit_catalogue_title(), href: urls.fundActions({ fund: fund.slug }) },
        ]}
        meta={
          <>
            <Tag icon={kind.icon}>{kind.label()}</Tag>
            <ActionState action={action} />
          </>
        }
      />
      {action.state === 'archived' && <Notice tone="info">{m.commit_archived_words()}</Notice>}
      <Split aside={<ActionAside {...props} />}>
        <Stack>
          <CommitmentsPanel {...props} />
          {picture && (
            <Column>
              <Picture
                src={picture.src}
                srcset={`${picture.small} ${Math.min(picture.width, 640)}w, ${picture.src} ${picture.width}w`}
                sizes="(min-width: 60rem) 40rem, 100vw"
                alt={picture.alt}
                width={picture.width}
                height={picture.height}
                eager
              />
            </Column>
          )}
          <Prose text={action.description} />
          <DescriptionList
            items={[
              ...(proposer
                ? [
                    {
                      term: m.commit_proposed_by(),
                      detail: (
                        <a href={urls.group({ group: proposer.slug })}>
                          <bdi>{proposer.name}</bdi>
                        </a>
                      ),
                    },
                  ]
                : []),
              ...(proposer?.county
                ? [{ term: m.commit_county_of(), detail: nameCounty(proposer.county) }]
                : []),
              ...(action.publishedAt
                ? [
                    {
                      term: m.commit_published_on(),
                      detail: <DateText at={action.publishedAt} shape="day" />,
                    },
                  ]
                : []),
              ...(action.fundableAt
                ? [
                    {
                      term: m.commit_fundable_since(),
                      detail: <DateText at={action.fundableAt} shape="day" />,
                    },
                  ]
                : []),
            ]}
          />
          <Told title={m.commit_steps()} text={action.steps} />
          <Told title={m.commit_materials()} text={action.materials} />
          <Section title={m.commit_budget()} lead={m.commit_budget_lead()}>
            <Table
              caption={m.commit_budget_caption()}
              captionHidden
              columns={[
                { key: 'label', label: m.commit_line() },
                { key: 'amount', label: m.commit_amount(), numeric: true },
              ]}
              rows={lines.map(({ label, amount }) => ({
                label: <bdi>{label}</bdi>,
                amount: <Money cents={amount} />,
              }))}
              total={{
                label: m.commit_budget_total(),
                amount: <Money cents={action.maximum} />,
              }}
            />
          </Section>
          <Told
            title={m.commit_guide()}
            lead={m.commit_guide_lead()}
            text={action.reproduction}
            id="adaptation"
          />
          <Told title={m.commit_involvement()} text={action.involvement} />
          <Told title={m.commit_inclusion()} text={action.inclusion} />
          <CommittedGroups {...props} />
          <Experiences {...props} />
        </Stack>
      </Split>
    </Stack>
  );
}

/** A text of the action; nothing where nothing was written. */
function Told({
  title,
  text,
  ...more
}: {
  title: string;
  text: string;
  lead?: string;
  id?: string;
}) {
  if (text === '') return null;
  return (
    <Section title={title} {...more}>
      <Prose text={text} />
    </Section>
  );
}
