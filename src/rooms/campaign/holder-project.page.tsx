import * as m from '../../paraglide/messages.js';
import { BarChart, Stat, Stats } from '../../ui/charts.tsx';
import { formatDate, formatNumber } from '../../ui/format.ts';
import { Section } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { urls } from '../../urls.ts';
import { hasBegun } from '../spaces/index.page.ts';
import type { Piece } from './piece.ts';
import type { ReadingDay } from './reading.ts';
import { type SharedProject, ShareTools } from './share.page.tsx';

interface Props extends SharedProject {
  readings: { total: number; days: readonly ReadingDay[] };
  downloads: ReadonlyMap<Piece, number>;
}

/** What a holder has in hand to be a relay of the campaign: tools, and how often the page is read; never votes (R49). */
export function HolderProjectPage(props: Props) {
  const { edition, now, project, readings, downloads } = props;
  const taken = [...downloads.values()].reduce((sum, one) => sum + one, 0);
  const isPublic = hasBegun(edition, 'campaign', now);
  return (
    <>
      <PageHeader
        title={m.campaign_holder_title()}
        kicker={m.projects_number({ number: project.number })}
        lead={<bdi>{project.title}</bdi>}
        breadcrumb={[{ label: m.myspace_title(), href: urls.mySpace() }]}
      />
      {!isPublic && <Notice tone="info">{m.campaign_not_public_yet()}</Notice>}
      <Section title={m.campaign_readings()} lead={m.campaign_readings_lead()}>
        <Stats>
          <Stat
            value={formatNumber(readings.total)}
            label={m.campaign_readings_label({ count: readings.total })}
            explanation={m.campaign_readings_more()}
          />
          <Stat
            value={formatNumber(taken)}
            label={m.campaign_taken_label({ count: taken })}
            explanation={m.campaign_taken_more()}
          />
        </Stats>
      </Section>
      <ShareTools {...props} />
      {readings.days.length > 0 && (
        <BarChart
          id="lectures"
          title={m.campaign_days()}
          description={m.campaign_days_lead({ count: readings.days.length })}
          labelHead={m.guides_column_day()}
          valueHead={m.campaign_readings_head()}
          bars={readings.days.map(({ day, readings: value }) => ({
            label: formatDate(new Date(`${day}T12:00:00Z`), 'short'),
            value,
            valueWords: formatNumber(value),
          }))}
        />
      )}
    </>
  );
}
