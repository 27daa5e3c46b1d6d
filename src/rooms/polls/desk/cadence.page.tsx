import * as m from '../../../paraglide/messages.js';
import { formatDateTime } from '../../../ui/format.ts';
import { Stack } from '../../../ui/layout.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { Table } from '../../../ui/table.tsx';
import { urls } from '../../../urls.ts';
import type { VotePoint } from '../points/point.ts';
import type { Minute } from './desk.store.ts';

/** How much a point handed out in each minute, and nothing of for whom (integrity part 0, point 12). */
export function CadencePage(props: { point: VotePoint; minutes: readonly Minute[] }) {
  const { point, minutes } = props;
  return (
    <Stack>
      <PageHeader
        title={m.desk_cadence_title()}
        lead={m.desk_cadence_lead()}
        breadcrumb={[{ label: m.desk_title(), href: urls.desk({ point: point.id }) }]}
        kicker={<bdi>{point.name}</bdi>}
      />
      {minutes.length === 0 ? (
        <p>{m.desk_cadence_none()}</p>
      ) : (
        <Table
          caption={m.desk_cadence_caption()}
          columns={[
            { key: 'minute', label: m.desk_cadence_minute() },
            { key: 'papers', label: m.desk_cadence_papers(), numeric: true },
            { key: 'kiosks', label: m.desk_cadence_kiosks(), numeric: true },
          ]}
          rows={minutes.map(({ minute, papers, kiosks }) => ({
            minute: formatDateTime(minute),
            papers,
            kiosks,
          }))}
        />
      )}
    </Stack>
  );
}
