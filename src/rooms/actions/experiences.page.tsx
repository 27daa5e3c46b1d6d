import * as m from '../../paraglide/messages.js';
import { formatDate } from '../../ui/format.ts';
import { Grid, Section, Stack } from '../../ui/layout.tsx';
import { Picture } from '../../ui/picture.tsx';
import { Prose } from '../../ui/text.tsx';
import { urls } from '../../urls.ts';
import type { Fund } from '../funds/index.ts';
import type { Group, OwnGroup } from '../groups/index.ts';
import type { Action } from './action.ts';
import { actionSegment } from './action-address.ts';
import { noonOf } from './commitment-list.page.tsx';
import type { Report, ReportPicture } from './report.ts';

interface Props {
  fund: Fund;
  action: Action;
  reports: readonly Report[];
  groups: ReadonlyMap<string, Group>;
  own: readonly OwnGroup[];
}

/** What groups that did it tell the others, the newest first: shared, never ranked (R16, R28). */
export function Experiences({ fund, action, reports, groups, own }: Props) {
  const at = { fund: fund.slug, action: actionSegment(action) };
  return (
    <Section title={m.commit_experiences()} id="experiences" lead={m.commit_experiences_lead()}>
      {reports.length === 0 ? (
        <p>{m.commit_experiences_none()}</p>
      ) : (
        <Stack>
          {reports.map((report) => {
            const group = groups.get(report.groupId);
            return (
              <article key={report.id} id={report.id} class="panel panel-plain">
                <h3 class="panel-title">
                  <bdi>{group?.name}</bdi>
                </h3>
                <p class="hint">
                  {formatDate(noonOf(report.heldOn), 'day')} · <bdi>{report.place}</bdi> ·{' '}
                  {m.groups_people_count({ count: report.people })}
                </p>
                <h4>{m.commit_worked()}</h4>
                <Prose text={report.worked} />
                {report.harder && (
                  <>
                    <h4>{m.commit_harder()}</h4>
                    <Prose text={report.harder} />
                  </>
                )}
                {report.pictures.length > 0 && (
                  <Grid min="small">
                    {report.pictures.map((picture) => (
                      <ReportPhoto key={picture.fileId} at={at} report={report} picture={picture} />
                    ))}
                  </Grid>
                )}
                {group && own.some(({ id }) => id === group.id) && (
                  <p>
                    <a
                      class="standalone-link"
                      href={urls.actionReport({ ...at, group: group.slug, report: report.id })}
                    >
                      {m.commit_report_change()}
                    </a>
                  </p>
                )}
              </article>
            );
          })}
        </Stack>
      )}
    </Section>
  );
}

export function ReportPhoto({
  at,
  report,
  picture,
}: {
  at: { fund: string; action: string };
  report: Pick<Report, 'id'>;
  picture: ReportPicture;
}) {
  const of = { ...at, report: report.id, file: picture.fileId };
  const whole = urls.actionReportPhoto(of);
  const small = urls.actionReportPhoto(of, { taille: 'petite' });
  return (
    <Picture
      src={whole}
      srcset={`${small} ${Math.min(picture.width, 640)}w, ${whole} ${picture.width}w`}
      sizes="(min-width: 60rem) 20rem, 100vw"
      alt={picture.alt}
      width={picture.width}
      height={picture.height}
    />
  );
}
