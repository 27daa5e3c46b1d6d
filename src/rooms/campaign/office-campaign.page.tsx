import * as m from '../../paraglide/messages.js';
import { ButtonLink } from '../../ui/form.tsx';
import { formatNumber } from '../../ui/format.ts';
import { EmptyState } from '../../ui/list.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Table } from '../../ui/table.tsx';
import { urls } from '../../urls.ts';
import { PromotionPauseNotice } from '../organisations/index.page.ts';
import type { PromotionPause } from '../organisations/index.ts';
import type { Edition } from '../spaces/index.ts';

interface Props {
  edition: Edition;
  /** What all of it is switched off for, but in the office; null: it is not. */
  pause: PromotionPause | null;
  /** Of the frozen list, in order of number; empty while it is not frozen. */
  lines: readonly { number: number; title: string; readings: number; downloads: number }[];
}

/** The kits of all projects, how often their pages are read and their kits taken; never a vote (R49, R51). */
export function OfficeCampaignPage({ edition, pause, lines }: Props) {
  const at = { edition: edition.slug };
  return (
    <>
      <PageHeader
        title={m.campaign_office_title()}
        lead={m.campaign_office_lead()}
        breadcrumb={[
          { label: m.spaces_office(), href: urls.admin() },
          { label: edition.title, href: urls.adminEdition(at) },
        ]}
        {...(edition.openedAt !== null && {
          actions: (
            <ButtonLink kind="secondary" icon="eye" href={urls.press(at)}>
              {m.campaign_office_press()}
            </ButtonLink>
          ),
        })}
      />
      {pause && (
        <>
          <PromotionPauseNotice pause={pause} />
          <p>{m.campaign_office_paused()}</p>
        </>
      )}
      {lines.length === 0 ? (
        <EmptyState
          icon="megaphone"
          title={m.campaign_office_none_title()}
          actions={
            <ButtonLink href={urls.adminProjects(at)}>{m.campaign_office_list()}</ButtonLink>
          }
        >
          <p>{m.campaign_office_none()}</p>
        </EmptyState>
      ) : (
        <>
          <p>{m.campaign_office_detail()}</p>
          <p>
            <ButtonLink kind="secondary" icon="download" href={urls.adminCampaignZip(at)} download>
              {m.campaign_zip_all({ count: lines.length })}
            </ButtonLink>
          </p>
          <p class="hint">{m.campaign_zip_hint()}</p>
          <Table
            caption={m.campaign_office_table()}
            captionHidden
            columns={[
              { key: 'project', label: m.campaign_office_project() },
              { key: 'readings', label: m.campaign_readings_head(), numeric: true },
              { key: 'downloads', label: m.campaign_office_taken(), numeric: true },
            ]}
            rows={lines.map(({ number, title, readings, downloads }) => ({
              project: (
                <a href={urls.projectShare({ ...at, project: number })}>
                  {m.projects_mark({ number })} <bdi>{title}</bdi>
                </a>
              ),
              readings: formatNumber(readings),
              downloads: formatNumber(downloads),
            }))}
          />
        </>
      )}
    </>
  );
}
