import * as m from '../../../paraglide/messages.js';
import { ButtonForm, ButtonLink } from '../../../ui/form.tsx';
import { formatDateTime } from '../../../ui/format.ts';
import { Actions, Section } from '../../../ui/layout.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { DescriptionList } from '../../../ui/table.tsx';
import { urls } from '../../../urls.ts';
import type { PollState } from '../poll.ts';
import type { Signatory } from './bureau.ts';
import type { PlannedPublication } from './publication.ts';

/** What is planned and who signs. */
export interface Proclamation {
  plan: PlannedPublication | null;
  bureau: readonly Signatory[];
}

interface Props {
  /** Slug. */
  edition: string;
  proclamation: Proclamation;
  nicknames: ReadonlyMap<string, string>;
}

/** The publication that waits for its minute, with a way to change or give it up. */
export function PlannedNotice({ edition, proclamation: { plan }, nicknames }: Props) {
  if (!plan) return null;
  const at = { edition };
  return (
    <Notice
      title={m.proclamation_planned({ date: formatDateTime(plan.publishesAt) })}
      actions={
        <>
          <ButtonLink href={urls.adminPollPublish(at)} kind="secondary">
            {m.proclamation_change()}
          </ButtonLink>
          <ButtonForm action={urls.adminPollCancelPublication(at)} kind="quiet">
            {m.proclamation_cancel()}
          </ButtonForm>
        </>
      }
    >
      <p>
        {m.proclamation_planned_by({
          name: nicknames.get(plan.askedBy ?? '') ?? '—',
          date: formatDateTime(plan.askedAt),
        })}
      </p>
    </Notice>
  );
}

/** The minutes: who signs them, and the files from the count on. */
export function MinutesPart(props: Props & { state: PollState }) {
  const { state } = props;
  const { bureau } = props.proclamation;
  const at = { edition: props.edition };
  const counted = state === 'counted' || state === 'published';
  return (
    <Section title={m.proclamation_minutes()} lead={m.proclamation_minutes_lead()}>
      {bureau.length === 0 ? (
        <p>{m.proclamation_bureau_none()}</p>
      ) : (
        <DescriptionList
          items={bureau.map(({ name, function: title }) => ({ term: title, detail: name }))}
        />
      )}
      <Actions>
        {counted && (
          <>
            <ButtonLink href={urls.adminPollMinutes(at)} kind="secondary" icon="download">
              {m.proclamation_download_pdf()}
            </ButtonLink>
            <ButtonLink href={urls.adminPollMinutesCsv(at)} kind="secondary" icon="download">
              {m.proclamation_download_csv()}
            </ButtonLink>
          </>
        )}
        {state !== 'published' && state !== 'locked' && (
          <ButtonLink href={urls.adminPollBureau(at)} kind="quiet" icon="edit">
            {m.proclamation_bureau_edit()}
          </ButtonLink>
        )}
      </Actions>
    </Section>
  );
}
