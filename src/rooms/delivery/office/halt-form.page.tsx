import * as m from '../../../paraglide/messages.js';
import { Radios } from '../../../ui/choices.tsx';
import { TextArea } from '../../../ui/field.tsx';
import { ButtonForm, Form, SubmitButton } from '../../../ui/form.tsx';
import { Section } from '../../../ui/layout.tsx';
import { urls } from '../../../urls.ts';
import { type HaltAct, LONGEST_REASON, refuseHalt } from '../advance.ts';
import { currentStage } from '../realisation.ts';
import type { OfficeDeliveryProps } from './office-delivery.page.tsx';

export interface TypedHalt {
  act: string;
  reason: string;
}

const actWords: Record<Exclude<HaltAct, 'resume'>, { name: () => string; hint: () => string }> = {
  suspend: { name: m.deliver_halt_suspend, hint: m.deliver_halt_suspend_hint },
  abandon: { name: m.deliver_halt_abandon, hint: m.deliver_halt_abandon_hint },
};

/** What stops a realisation, or takes it up again. Abandoning is said by officers. */
export function HaltForm(props: OfficeDeliveryProps) {
  const { edition, number, realisation, isOfficer, typedHalt, problems } = props;
  const at = { edition: edition.slug, project: number };
  const standing = { halted: realisation.halt?.kind ?? null, stage: currentStage(realisation) };
  const acts = (['suspend', 'abandon'] as const).filter(
    (act) => (isOfficer || act !== 'abandon') && refuseHalt(standing, act, 'x') === null,
  );
  if (acts.length === 0 && standing.halted === null) return null;
  return (
    <Section title={m.deliver_halt_title()} id="arret">
      {standing.halted !== null && (isOfficer || standing.halted === 'suspended') && (
        <>
          <p>{m.deliver_resume_words()}</p>
          <ButtonForm
            action={urls.adminDeliveryHalt(at)}
            values={{ act: 'resume' }}
            kind="secondary"
          >
            {m.deliver_resume()}
          </ButtonForm>
        </>
      )}
      {acts.length > 0 && (
        <Form action={urls.adminDeliveryHalt(at)}>
          <Radios
            name="act"
            label={m.deliver_halt_label()}
            value={acts.find((act) => act === typedHalt.act) ?? acts[0]}
            options={acts.map((act) => ({
              value: act,
              label: actWords[act].name(),
              hint: actWords[act].hint(),
            }))}
          />
          <TextArea
            name="reason"
            label={m.deliver_halt_reason()}
            hint={m.deliver_halt_reason_hint()}
            value={typedHalt.reason}
            limit={LONGEST_REASON}
            rows={4}
            problems={problems}
          />
          <SubmitButton kind="danger">{m.deliver_halt_submit()}</SubmitButton>
        </Form>
      )}
    </Section>
  );
}
