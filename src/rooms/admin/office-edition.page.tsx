import * as m from '../../paraglide/messages.js';
import { mayIn } from '../../platform/http/route.ts';
import type { Visitor } from '../../platform/http/visit.ts';
import { Stat, Stats } from '../../ui/charts.tsx';
import { ButtonLink } from '../../ui/form.tsx';
import { formatMoney, formatNumber } from '../../ui/format.ts';
import { Section, Split } from '../../ui/layout.tsx';
import { List } from '../../ui/list.tsx';
import { NextStep } from '../../ui/next-step.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { urls } from '../../urls.ts';
import { sayGap } from '../review/index.page.ts';
import { EditionPhaseLine, EditionState } from '../spaces/index.page.ts';
import { dueStepWords, dueWords, StepState } from './due-step.page.tsx';
import { type DueStep, listUrgentSteps } from './due-steps.ts';
import { EditionLinks } from './edition-links.page.tsx';
import type { OfficeEdition } from './edition-progress.routes.ts';

/** One edition in the back office: its steps in order, its counters, everything that can be done. */
export function OfficeEditionPage({
  office,
  visitor,
}: {
  office: OfficeEdition;
  visitor: Visitor;
}) {
  const { edition, now } = office;
  const at = { edition: edition.slug };
  const isOfficer = mayIn('officer', visitor, edition.id);
  return (
    <>
      <PageHeader
        title={edition.title}
        breadcrumb={[{ label: m.admin_title(), href: urls.admin() }]}
        meta={<EditionState edition={edition} now={now} />}
        {...(edition.openedAt && {
          actions: (
            <ButtonLink kind="secondary" icon="eye" href={urls.edition(at)}>
              {m.admin_see_public()}
            </ButtonLink>
          ),
        })}
      />
      <EditionPhaseLine edition={edition} now={now} compact />
      {isOfficer && <CurrentStep office={office} />}
      <Split aside={<EditionLinks office={office} visitor={visitor} />}>
        <Counters office={office} />
        {office.steps.length > 0 && (
          <Section title={m.admin_next_steps()}>
            <List ordered>
              {office.steps.map((step) => (
                <Step
                  key={step.kind}
                  step={step}
                  gaps={step.kind === 'declare-services' ? office.gaps : []}
                  {...(isOfficer && { at })}
                />
              ))}
            </List>
          </Section>
        )}
      </Split>
    </>
  );
}

/** The most urgent thing to do, the biggest on the page; else what is being waited for. */
function CurrentStep({ office }: { office: OfficeEdition }) {
  const step =
    listUrgentSteps([office])[0]?.step ?? office.steps.find(({ state }) => state === 'waiting');
  if (!step) return null;
  const words = dueStepWords[step.kind];
  const isWaiting = step.state === 'waiting';
  return (
    <NextStep
      kicker={isWaiting ? m.admin_under_way() : m.admin_today()}
      title={words.title()}
      {...(dueWords(step) && { deadline: dueWords(step) })}
      actions={
        <ButtonLink
          href={words.href({ edition: office.edition.slug })}
          kind={isWaiting ? 'secondary' : 'primary'}
        >
          {words.button()}
        </ButtonLink>
      }
    >
      <p>{words.words()}</p>
      {step.kind === 'declare-services' &&
        office.gaps.map((gap) => <p key={gap.kind}>{sayGap(gap)}</p>)}
    </NextStep>
  );
}

/** `at`: for those who may open its page, once it leads to something. */
function Step({
  step,
  gaps,
  at,
}: {
  step: DueStep;
  gaps: OfficeEdition['gaps'];
  at?: { edition: string };
}) {
  const words = dueStepWords[step.kind];
  const title = words.title();
  return (
    <div class="office-step">
      <p>
        {at && step.state !== 'later' ? (
          <a href={words.href(at)}>{title}</a>
        ) : (
          <strong>{title}</strong>
        )}{' '}
        <StepState state={step.state} />
      </p>
      {dueWords(step) && <p class="hint">{dueWords(step)}</p>}
      {gaps.map((gap) => (
        <p key={gap.kind}>{sayGap(gap)}</p>
      ))}
    </div>
  );
}

function Counters({ office }: { office: OfficeEdition }) {
  const { edition, ideas, ideasLeft, projects, cost, voters } = office;
  return (
    <Stats>
      <Stat
        value={formatNumber(ideas)}
        label={m.admin_stat_ideas({ count: ideas })}
        explanation={m.admin_stat_ideas_left({ count: ideasLeft })}
      />
      <Stat
        value={formatNumber(projects)}
        label={m.admin_stat_projects({ count: projects })}
        explanation={m.admin_stat_cost({
          cost: formatMoney(cost),
          envelope: formatMoney(edition.envelope),
        })}
      />
      {voters !== null && (
        <Stat value={formatNumber(voters)} label={m.admin_stat_voters({ count: voters })} />
      )}
    </Stats>
  );
}
