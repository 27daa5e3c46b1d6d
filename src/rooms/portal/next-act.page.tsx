import * as m from '../../paraglide/messages.js';
import { ButtonLink } from '../../ui/form.tsx';
import { formatDateTime } from '../../ui/format.ts';
import { NextStep, type NextStepProps } from '../../ui/next-step.tsx';
import { urls } from '../../urls.ts';
import type { Edition } from '../spaces/index.ts';
import type { NextAct } from './next-act.ts';

interface Props {
  edition: Edition;
  act: NextAct;
  kicker: string;
  /** 1 on the home page, where it is the greatest thing of all and has its drawing. */
  level?: 1 | 2;
}

/** What to do now, in words of a resident, with its deadline and one button. */
export function NextActStep({ edition, act, kicker, level = 2 }: Props) {
  const step = describeAct(edition, act);
  return (
    <NextStep
      kicker={kicker}
      title={step.title}
      level={level}
      {...(level === 1 && { drawing: 'town' })}
      {...step.rest}
    >
      <p>{step.words}</p>
    </NextStep>
  );
}

/** The title alone: the h1 of the home page, and so the document's title. */
export function actTitle(edition: Edition, act: NextAct): string {
  return describeAct(edition, act).title;
}

function describeAct(
  edition: Edition,
  act: NextAct,
): { title: string; words: string; rest?: Pick<NextStepProps, 'deadline' | 'actions'> } {
  const at = { edition: edition.slug };
  const until = (date: Date | null) =>
    date ? { deadline: m.portal_until({ date: formatDateTime(date) }) } : {};
  switch (act.kind) {
    case 'soon':
      return {
        title: m.portal_soon_title(),
        words: m.portal_soon(),
        rest: {
          deadline: m.portal_from({ date: formatDateTime(act.from) }),
          actions: <ButtonLink href={urls.rules(at)}>{m.portal_read_rules()}</ButtonLink>,
        },
      };
    case 'deposit':
      return {
        title: m.portal_deposit_title(),
        words: m.portal_deposit(),
        rest: {
          ...until(act.until),
          actions: (
            <>
              <ButtonLink size="large" icon="idea" href={urls.depositStart(at)}>
                {m.portal_deposit_button()}
              </ButtonLink>
              <ButtonLink kind="secondary" href={urls.ideas(at)}>
                {m.portal_see_ideas()}
              </ButtonLink>
            </>
          ),
        },
      };
    case 'study':
      return {
        title: m.portal_study_title(),
        words: m.portal_study(),
        rest: {
          ...until(act.until),
          actions: <ButtonLink href={urls.ideas(at)}>{m.portal_see_ideas()}</ButtonLink>,
        },
      };
    case 'discover':
      return {
        title: m.portal_discover_title(),
        words: m.portal_discover(),
        rest: {
          ...(act.voteFrom && {
            deadline: m.portal_vote_from({ date: formatDateTime(act.voteFrom) }),
          }),
          actions: (
            <ButtonLink size="large" href={urls.projects(at)}>
              {m.portal_see_projects()}
            </ButtonLink>
          ),
        },
      };
    case 'vote':
      return {
        title: m.portal_vote_title(),
        words: m.portal_vote({ count: edition.maximumChoices }),
        rest: {
          ...until(act.until),
          actions: (
            <>
              <ButtonLink size="large" icon="vote" href={urls.vote(at)}>
                {m.portal_vote_button()}
              </ButtonLink>
              <ButtonLink kind="secondary" href={urls.projects(at)}>
                {m.portal_see_projects()}
              </ButtonLink>
            </>
          ),
        },
      };
    case 'counting':
      return { title: m.portal_counting_title(), words: m.portal_counting() };
    case 'results':
      return {
        title: m.portal_results_title(),
        words: m.portal_results(),
        rest: {
          actions: (
            <>
              <ButtonLink size="large" icon="trophy" href={urls.results(at)}>
                {m.portal_results_button()}
              </ButtonLink>
              {edition.archivedAt === null && (
                <ButtonLink kind="secondary" href={urls.deliveries(at)}>
                  {m.portal_see_deliveries()}
                </ButtonLink>
              )}
            </>
          ),
        },
      };
    case 'over':
      return { title: m.portal_over_title(), words: m.portal_over() };
  }
}
