import * as m from '../../paraglide/messages.js';
import { ButtonLink } from '../../ui/form.tsx';
import { formatDateTime } from '../../ui/format.ts';
import { NextStep } from '../../ui/next-step.tsx';
import { componentWords } from './component-words.page.ts';
import type { SpaceStep } from './shown.ts';

/** What can be done in a space now, until when, and the button that leads there. */
export function SpaceStepBlock({ step }: { step: SpaceStep }) {
  const until = (date: Date | null) =>
    date ? { deadline: m.participation_act_until({ date: formatDateTime(date) }) } : {};
  switch (step.kind) {
    case 'act': {
      const { kind, title, href, closesAt } = step.component;
      return (
        <NextStep
          kicker={m.participation_now()}
          title={componentWords[kind].act()}
          {...until(closesAt)}
          actions={
            <ButtonLink size="large" icon={componentWords[kind].icon} href={href}>
              {m.participation_act_go()}
            </ButtonLink>
          }
        >
          <p>{m.participation_act_where({ title })}</p>
        </NextStep>
      );
    }
    case 'choose-theme':
      return (
        <NextStep
          kicker={m.participation_now()}
          title={m.participation_act_choose_title()}
          {...until(step.until)}
          actions={
            <ButtonLink size="large" icon="arrow-down" href="#themes">
              {m.participation_act_choose_button()}
            </ButtonLink>
          }
        >
          <p>{m.participation_act_choose()}</p>
        </NextStep>
      );
    case 'soon':
      return (
        <NextStep
          title={m.participation_act_soon_title()}
          deadline={m.participation_act_from({ date: formatDateTime(step.from) })}
        >
          <p>{m.participation_act_soon()}</p>
        </NextStep>
      );
    case 'over':
      return (
        <NextStep title={m.participation_act_over_title()}>
          <p>{m.participation_act_over()}</p>
        </NextStep>
      );
    case 'read':
      return null;
  }
}
