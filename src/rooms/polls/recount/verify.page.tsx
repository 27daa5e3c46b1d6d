import type { ComponentChildren } from 'preact';
import * as m from '../../../paraglide/messages.js';
import { Checkbox } from '../../../ui/choices.tsx';
import { FileField, TextArea } from '../../../ui/field.tsx';
import { ButtonLink, Form, SubmitButton } from '../../../ui/form.tsx';
import { Icon, type IconName } from '../../../ui/icon.tsx';
import { Column, Section } from '../../../ui/layout.tsx';
import { Notice, type NoticeTone } from '../../../ui/notice.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { urls } from '../../../urls.ts';
import { EditionFrame } from '../../spaces/index.page.ts';
import type { Edition } from '../../spaces/index.ts';
import type { Poll } from '../poll.ts';

interface Props {
  edition: Edition;
  now: Date;
  poll: Poll;
  locale: 'fr' | 'en';
}

/** How anyone verifies a published poll: here with scripts, or with the verifier alone and no site at all. */
export function VerifyPage({ edition, now, poll, locale }: Props) {
  const at = { edition: edition.slug };
  return (
    <EditionFrame edition={edition} now={now} current="results">
      <Column>
        <PageHeader
          title={m.verify_title()}
          lead={poll.profile === 'P0' ? m.verify_lead_public() : m.verify_lead()}
        />
        <Section title={m.verify_here()}>
          <verify-bundle
            data-bundle={urls.resultBundle(at)}
            data-verifier={urls.verifierFile()}
            data-locale={locale}
          >
            <div data-part="plain">
              <Notice>
                <p>{m.verify_plain()}</p>
              </Notice>
            </div>
            <VerifyForm edition={edition.slug} />
            <ReportParts />
          </verify-bundle>
        </Section>
        <Section title={m.verify_yourself()} lead={m.verify_yourself_words()}>
          <div class="prose">
            <ol>
              <li>
                {m.verify_yourself_bundle()}{' '}
                <a href={urls.resultBundle(at)} download>
                  {m.verify_download_bundle()}
                </a>
              </li>
              <li>
                {m.verify_yourself_tool()}{' '}
                <a href={urls.verifierFile()} download="verify.mjs">
                  {m.verify_download_tool()}
                </a>
              </li>
              <li>
                {m.verify_yourself_run()} <Command text={m.verify_command(at)} />
              </li>
              <li>
                {m.verify_yourself_receipt()} <Command text={m.verify_command_receipt(at)} />
              </li>
            </ol>
          </div>
        </Section>
        <Section title={m.verify_what()}>
          <div class="prose">
            <ul>
              <li>{m.verify_what_terms()}</li>
              <li>{m.verify_what_ballots()}</li>
              <li>{m.verify_what_box()}</li>
              <li>{m.verify_what_roll()}</li>
              <li>{m.verify_what_count()}</li>
              <li>{m.verify_what_receipts()}</li>
            </ul>
          </div>
        </Section>
        <Section title={m.verify_not()}>
          <div class="prose">
            <p>{m.verify_not_words()}</p>
          </div>
        </Section>
        <p>
          <ButtonLink href={urls.results(at)} kind="secondary" icon="arrow-left">
            {m.verify_back()}
          </ButtonLink>
        </p>
      </Column>
    </EditionFrame>
  );
}

/** Shown where scripts run: it is never sent anywhere. */
function VerifyForm({ edition }: { edition: string }) {
  return (
    <div class="stack" data-part="form" hidden>
      <p>{m.verify_here_words()}</p>
      <Form action={urls.verifyResult({ edition })} method="get" label={m.verify_here()}>
        <TextArea
          name="receipts"
          label={m.verify_receipts()}
          hint={m.verify_receipts_hint()}
          rows={2}
        />
        <FileField
          name="file"
          label={m.verify_file()}
          hint={m.verify_file_hint()}
          accept=".zip,application/zip"
        />
        <Checkbox name="full" label={m.verify_full()} />
        <SubmitButton icon="check">{m.verify_button()}</SubmitButton>
      </Form>
      <div class="stack" data-part="progress" hidden>
        <label>
          {m.verify_progress()} <progress max="1" />
        </label>
        <button type="button" class="button button-secondary" data-part="stop">
          {m.verify_stop()}
        </button>
      </div>
      <p role="status" data-part="status" />
    </div>
  );
}

/** What the report is put together from, and every word that the script says. */
function ReportParts() {
  return (
    <div class="stack" data-part="report" hidden>
      <h3 tabIndex={-1}>{m.verify_report()}</h3>
      <Verdict verdict="sound" tone="success" title={m.verify_sound()}>
        {m.verify_sound_words()}
      </Verdict>
      <Verdict verdict="faults" tone="danger" title={m.verify_faults()}>
        {m.verify_faults_words()}
      </Verdict>
      <Verdict verdict="incomplete" tone="warning" title={m.verify_incomplete()}>
        {m.verify_incomplete_words()}
      </Verdict>
      <Verdict verdict="unusable" tone="warning" title={m.verify_unusable()}>
        {''}
      </Verdict>
      <ul class="list list-rows checks" data-part="checks" />
      <div class="prose" data-part="notes" />
      <Mark mark="ok" icon="success" words={m.verify_mark_ok()} />
      <Mark mark="fault" icon="alert" words={m.verify_mark_fault()} />
      <Mark mark="unknown" icon="help" words={m.verify_mark_unknown()} />
      <Saying name="fetch" words={m.verify_step_fetch()} />
      <Saying name="files" words={m.verify_step_files()} />
      <Saying name="ballots" words={m.verify_step_ballots()} />
      <Saying name="heads" words={m.verify_step_heads()} />
      <Saying name="count" words={m.verify_step_count()} />
      <Saying name="done" words={m.verify_done()} />
      <Saying name="stopped" words={m.verify_stopped()} />
      <Saying name="no-fetch" words={m.verify_no_fetch()} />
      <Saying name="no-worker" words={m.verify_no_worker()} />
    </div>
  );
}

function Verdict(props: {
  verdict: string;
  tone: NoticeTone;
  title: string;
  children: ComponentChildren;
}) {
  return (
    <div data-verdict={props.verdict} hidden>
      <Notice tone={props.tone} title={props.title}>
        <p>{props.children}</p>
      </Notice>
    </div>
  );
}

function Mark({ mark, icon, words }: { mark: string; icon: IconName; words: string }) {
  return (
    <template data-mark={mark}>
      <span class={`check-mark check-${mark}`}>
        <Icon name={icon} />
        <span class="visually-hidden">{words}</span>
      </span>
    </template>
  );
}

function Saying({ name, words }: { name: string; words: string }) {
  return <template data-say={name}>{words}</template>;
}

function Command({ text }: { text: string }) {
  return (
    <code class="machine-words" translate={false}>
      {text}
    </code>
  );
}
