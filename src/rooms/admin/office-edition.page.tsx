import * as m from '../../paraglide/messages.js';
import { Stat, Stats } from '../../ui/charts.tsx';
import { ButtonLink } from '../../ui/form.tsx';
import { formatMoney, formatNumber } from '../../ui/format.ts';
import { Section, Split } from '../../ui/layout.tsx';
import { List } from '../../ui/list.tsx';
import { NextStep } from '../../ui/next-step.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { urls } from '../../urls.ts';
import { EditionPhaseLine, EditionState } from '../spaces/index.page.ts';
import { dueStepWords, dueWords, StepState } from './due-step.page.tsx';
import type { DueStep } from './due-steps.ts';
import { EditionLinks } from './edition-links.page.tsx';
import type { OfficeEdition } from './edition-progress.routes.ts';

/** One edition in the back office: its steps in order, its counters, everything that can be done. */
export function OfficeEditionPage({ office }: { office: OfficeEdition }) {
  const { edition, now } = office;
  const at = { edition: edition.slug };
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
      <CurrentStep steps={office.steps} at={at} />
      <Split aside={<EditionLinks office={office} />}>
        <Counters office={office} />
        {office.steps.length > 0 && (
          <Section title={m.admin_next_steps()}>
            <List ordered>
              {office.steps.map((step) => (
                <Step key={step.kind} step={step} />
              ))}
            </List>
          </Section>
        )}
      </Split>
    </>
  );
}

/** What is to be done now, the biggest thing on the page; else what is being waited for. */
function CurrentStep({ steps, at }: { steps: readonly DueStep[]; at: { edition: string } }) {
  const step = steps.find(({ state }) => state !== 'done' && state !== 'later');
  if (!step) return null;
  const words = dueStepWords[step.kind];
  return (
    <NextStep
      kicker={step.state === 'waiting' ? m.admin_under_way() : m.admin_today()}
      title={words.title()}
      {...(dueWords(step) && { deadline: dueWords(step) })}
      actions={
        <ButtonLink href={words.href(at)} kind={step.state === 'waiting' ? 'secondary' : 'primary'}>
          {words.button()}
        </ButtonLink>
      }
    >
      <p>{words.words()}</p>
    </NextStep>
  );
}

function Step({ step }: { step: DueStep }) {
  const words = dueStepWords[step.kind];
  return (
    <div class="office-step">
      <p>
        <strong>{words.title()}</strong> <StepState state={step.state} />
      </p>
      {dueWords(step) && <p class="hint">{dueWords(step)}</p>}
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
