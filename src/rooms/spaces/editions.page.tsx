import * as m from '../../paraglide/messages.js';
import { Card } from '../../ui/card.tsx';
import { ButtonLink } from '../../ui/form.tsx';
import { formatDate, formatMoney } from '../../ui/format.ts';
import { Section } from '../../ui/layout.tsx';
import { EmptyState, List } from '../../ui/list.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { StateBadge } from '../../ui/tag.tsx';
import { urls } from '../../urls.ts';
import { currentStep, type Edition, findPhase, phaseState } from './edition.ts';
import { stepWords } from './step-words.page.ts';

interface Props {
  /** Public ones, newest first. */
  editions: readonly Edition[];
  now: Date;
  canPrepare: boolean;
}

/** Every edition of the organisation: the one under way first, the past ones for ever (R80). */
export function EditionsPage({ editions, now, canPrepare }: Props) {
  const live = editions.filter((edition) => edition.archivedAt === null);
  const archived = editions.filter((edition) => edition.archivedAt !== null);
  return (
    <>
      <PageHeader
        title={m.spaces_editions_title()}
        lead={m.spaces_editions_lead()}
        {...(editions.length > 0 && {
          actions: (
            <>
              <ButtonLink kind="quiet" icon="camera" href={urls.globalDelivery({ vue: 'vitrine' })}>
                {m.showcase_title()}
              </ButtonLink>
              <ButtonLink kind="quiet" icon="construction" href={urls.globalDelivery()}>
                {m.programme_all_link()}
              </ButtonLink>
            </>
          ),
        })}
      />
      {editions.length === 0 && (
        <EmptyState
          icon="calendar-days"
          title={m.spaces_editions_none_title()}
          {...(canPrepare && {
            actions: <ButtonLink href={urls.adminNewEdition()}>{m.spaces_prepare()}</ButtonLink>,
          })}
        >
          <p>{m.spaces_editions_none()}</p>
        </EmptyState>
      )}
      {live.length > 0 && (
        <Section title={m.spaces_editions_live()}>
          <Editions editions={live} now={now} />
        </Section>
      )}
      {archived.length > 0 && (
        <Section title={m.spaces_editions_archived()} lead={m.spaces_editions_archived_lead()}>
          <Editions editions={archived} now={now} />
        </Section>
      )}
    </>
  );
}

function Editions({ editions, now }: { editions: readonly Edition[]; now: Date }) {
  return (
    <List look="cards">
      {editions.map((edition) => (
        <Card
          key={edition.id}
          title={edition.title}
          href={urls.edition({ edition: edition.slug })}
          state={<EditionState edition={edition} now={now} />}
          excerpt={edition.summary}
          figure={m.spaces_envelope_of({ amount: formatMoney(edition.envelope) })}
          meta={yearsOf(edition)}
        />
      ))}
    </List>
  );
}

/** Where an edition stands, in two words. */
export function EditionState({ edition, now }: { edition: Edition; now: Date }) {
  if (edition.archivedAt !== null)
    return <StateBadge icon="archive">{m.spaces_archived()}</StateBadge>;
  if (edition.openedAt === null)
    return (
      <StateBadge tone="warning" icon="eye-off">
        {m.spaces_not_public()}
      </StateBadge>
    );
  const step = currentStep(edition, now);
  const phase = step && findPhase(edition, step);
  if (!phase) return <StateBadge icon="check-check">{m.spaces_over()}</StateBadge>;
  return phaseState(phase, now) === 'current' ? (
    <StateBadge tone="now">{stepWords[phase.step].name()}</StateBadge>
  ) : (
    <StateBadge>
      {m.spaces_step_soon({
        step: stepWords[phase.step].name(),
        date: formatDate(phase.startsAt, 'short'),
      })}
    </StateBadge>
  );
}

function yearsOf(edition: Edition): string[] {
  const first = edition.phases[0];
  return first ? [m.spaces_since({ date: formatDate(first.startsAt, 'month') })] : [];
}
