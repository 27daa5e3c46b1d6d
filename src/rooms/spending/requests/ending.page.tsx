import * as m from '../../../paraglide/messages.js';
import { Checkbox } from '../../../ui/choices.tsx';
import { TextArea } from '../../../ui/field.tsx';
import { ButtonLink, Form, Hidden, SubmitButton } from '../../../ui/form.tsx';
import { Actions, Section } from '../../../ui/layout.tsx';
import { List } from '../../../ui/list.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { urls } from '../../../urls.ts';
import { type Missing, REQUEST_LENGTHS, stepOf } from '../request-form.ts';
import { type StepFrame, StepPage } from './frame.page.tsx';
import { RequestSheet, type SheetProps } from './sheet.page.tsx';
import { missingWords, stepAddresses } from './words.page.ts';

interface Props extends StepFrame {
  sheet: SheetProps;
  /** The visitor may check what another treasurer sent. */
  checks: boolean;
  words: string;
}

/** Fifth step: what lacks, both statements, and how it goes on: sent, checked by another, answered. */
export function EndingPage({ sheet, checks, words, ...frame }: Props) {
  const { request, missing } = frame;
  const at = { request: String(request.number) };
  const lacking = missing.filter((one) => one !== 'charter' && one !== 'honour');
  return (
    <StepPage step="ending" {...frame}>
      {(lacking.length > 0 || request.state === 'draft') && (
        <Lacking missing={lacking} number={request.number} />
      )}
      {request.state === 'draft' && <Swear {...frame} isWhole={lacking.length === 0} />}
      {request.state === 'peer-review' && (
        <>
          <Section title={m.requests_sheet()}>
            <RequestSheet {...sheet} />
          </Section>
          <Check {...frame} checks={checks} words={words} />
        </>
      )}
      {request.state === 'info-needed' && <Answer {...frame} words={words} />}
      {request.state !== 'info-needed' && (
        <Actions>
          <ButtonLink kind="quiet" icon="delete" href={urls.requestDeletion(at)}>
            {m.requests_delete()}
          </ButtonLink>
        </Actions>
      )}
    </StepPage>
  );
}

function Lacking({ missing, number }: { missing: readonly Missing[]; number: number }) {
  if (missing.length === 0) return <Notice tone="success">{m.requests_ending_complete()}</Notice>;
  return (
    <Section title={m.requests_ending_missing()}>
      <List label={m.requests_ending_missing()}>
        {missing.map((one) => (
          <a key={one} href={stepAddresses[stepOf[one]]({ request: String(number) })}>
            {missingWords[one]()}
          </a>
        ))}
      </List>
    </Section>
  );
}

function Swear({ request, problems, isWhole }: StepFrame & { isWhole: boolean }) {
  return (
    <Form action={urls.requestEnding({ request: String(request.number) })}>
      <Hidden name="version" value={request.version} />
      <h3>{m.requests_ending_swear()}</h3>
      <Checkbox
        name="charte"
        label={m.requests_ending_charter()}
        checked={request.charterAt !== null}
        problems={problems}
      />
      <Checkbox
        name="honneur"
        label={m.requests_ending_honour()}
        checked={request.honourAt !== null}
        problems={problems}
      />
      <p class="hint">{m.requests_ending_sent_hint()}</p>
      <Actions>
        {isWhole && (
          <SubmitButton size="large" name="geste" value="envoyer">
            {m.requests_ending_send()}
          </SubmitButton>
        )}
        <SubmitButton kind="secondary" name="geste" value="enregistrer">
          {m.requests_save()}
        </SubmitButton>
      </Actions>
    </Form>
  );
}

function Check({ request, problems, checks, words }: StepFrame & Pick<Props, 'checks' | 'words'>) {
  const action = urls.requestCheck({ request: String(request.number) });
  return (
    <Section title={checks ? m.requests_check() : m.requests_check_by_other()}>
      {checks ? (
        <>
          <p>{m.requests_check_words()}</p>
          <Form action={action} label={m.requests_check_yes()}>
            <Hidden name="version" value={request.version} />
            <Actions>
              <SubmitButton size="large" name="geste" value="confirmer">
                {m.requests_check_yes()}
              </SubmitButton>
            </Actions>
          </Form>
          <Form action={action} label={m.requests_check_back()}>
            <Hidden name="version" value={request.version} />
            <TextArea
              name="message"
              label={m.requests_check_back_words()}
              hint={m.requests_check_back_hint()}
              value={words}
              limit={REQUEST_LENGTHS.words}
              rows={3}
              problems={problems}
            />
            <Actions>
              <SubmitButton kind="secondary" name="geste" value="renvoyer">
                {m.requests_check_back()}
              </SubmitButton>
            </Actions>
          </Form>
        </>
      ) : (
        <>
          <p>{m.requests_check_other()}</p>
          <Form action={action}>
            <Hidden name="version" value={request.version} />
            <Actions>
              <SubmitButton kind="secondary" name="geste" value="reprendre">
                {m.requests_take_back()}
              </SubmitButton>
            </Actions>
          </Form>
        </>
      )}
    </Section>
  );
}

function Answer({ request, problems, words }: StepFrame & Pick<Props, 'words'>) {
  return (
    <Form action={urls.requestAnswer({ request: String(request.number) })}>
      <Hidden name="version" value={request.version} />
      <TextArea
        name="message"
        label={m.requests_answer()}
        hint={m.requests_answer_hint()}
        value={words}
        limit={REQUEST_LENGTHS.words}
        rows={4}
        problems={problems}
      />
      <Actions>
        <SubmitButton size="large">{m.requests_answer_send()}</SubmitButton>
      </Actions>
    </Form>
  );
}
