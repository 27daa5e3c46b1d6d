import * as m from '../../../paraglide/messages.js';
import { ButtonLink } from '../../../ui/form.tsx';
import { formatTime } from '../../../ui/format.ts';
import { Stack } from '../../../ui/layout.tsx';
import { EmptyState, List } from '../../../ui/list.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { StateBadge } from '../../../ui/tag.tsx';
import { urls } from '../../../urls.ts';
import type { PointOfToday } from './serving.store.ts';

/** The points of today, the reader's own shifts first. */
export function DesksPage({ points }: { points: readonly PointOfToday[] }) {
  return (
    <Stack>
      <PageHeader title={m.desk_list_title()} lead={m.desk_list_lead()} />
      {points.length === 0 ? (
        <EmptyState icon="calendar" title={m.desk_list_none_title()}>
          <p>{m.desk_list_none()}</p>
        </EmptyState>
      ) : (
        <List label={m.desk_list_title()}>
          {points.map((point) => (
            <div key={`${point.id} ${point.opensAt.getTime()}`} class="office-step">
              <p>
                <strong dir="auto">{point.name}</strong>
                {point.isOwn && <StateBadge tone="info">{m.desk_list_own()}</StateBadge>}
                {point.isOpen && <StateBadge tone="now">{m.desk_list_open()}</StateBadge>}
              </p>
              <p>
                {m.points_hours({
                  from: formatTime(point.opensAt),
                  to: formatTime(point.closesAt),
                })}
                <span dir="auto"> · {point.address}</span>
              </p>
              {point.isOpen && (
                <ButtonLink
                  href={urls.desk({ point: point.id })}
                  kind={point.isOwn ? 'primary' : 'secondary'}
                  about={point.name}
                >
                  {m.desk_list_go()}
                </ButtonLink>
              )}
            </div>
          ))}
        </List>
      )}
    </Stack>
  );
}
