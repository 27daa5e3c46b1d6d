import { dayInParis } from '../../platform/clock/paris.ts';
import { PhaseLine } from '../../ui/phase-line.tsx';
import { urls } from '../../urls.ts';
import { daysBetween } from './calendar.ts';
import { currentStep, type Edition, hasBegun, phaseState, type Step } from './edition.ts';
import { stepWords } from './step-words.page.ts';

interface Props {
  edition: Edition;
  now: Date;
  compact?: boolean;
}

/** Time made visible: the five steps with their dates, and where the edition stands. */
export function EditionPhaseLine({ edition, now, compact }: Props) {
  if (edition.phases.length === 0) return null;
  const here = currentStep(edition, now);
  const current = edition.phases.find((phase) => phase.step === here);
  const isOn = current !== undefined && phaseState(current, now) === 'current';
  return (
    <PhaseLine
      {...(compact && { compact })}
      label={edition.title}
      {...(isOn &&
        current.endsAt && {
          daysLeft: daysBetween(dayInParis(now), dayInParis(lastMoment(current.endsAt))),
        })}
      phases={edition.phases.map((phase) => ({
        name: stepWords[phase.step].name(),
        from: phase.startsAt,
        ...(phase.endsAt && { to: lastMoment(phase.endsAt) }),
        // of two steps that overlap, only the later one is « here »
        state:
          phaseState(phase, now) === 'current' && phase.step !== here
            ? 'past'
            : phaseState(phase, now),
        ...(hasBegun(edition, phase.step, now) && linkTo(phase.step, edition.slug)),
      }))}
    />
  );
}

/** A step that ends at midnight has the day before as its last day. */
function lastMoment(endsAt: Date): Date {
  return new Date(endsAt.getTime() - 1);
}

function linkTo(step: Step, slug: string): { href: string } | undefined {
  const at = { edition: slug };
  switch (step) {
    case 'collection':
      return { href: urls.ideas(at) };
    case 'study':
      return undefined;
    case 'campaign':
      return { href: urls.projects(at) };
    case 'vote':
      return { href: urls.vote(at) };
    case 'delivery':
      return { href: urls.deliveries(at) };
  }
}
