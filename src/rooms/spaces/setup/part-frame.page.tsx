import type { ComponentChildren } from 'preact';
import * as m from '../../../paraglide/messages.js';
import { ErrorSummary, Form, Hidden, type Problems, SubmitButton } from '../../../ui/form.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Actions, Column } from '../../../ui/layout.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { Steps } from '../../../ui/phase-line.tsx';
import { urls } from '../../../urls.ts';
import type { Edition } from '../edition.ts';
import { fieldLabels } from '../edition-form-words.page.ts';
import { partHref, partWords } from './part-words.page.ts';
import { PARTS, type Part, partBefore } from './parts.ts';

/** The choice of a preset comes first, the opening last. */
const STEPS = PARTS.length + 2;

interface Props {
  edition: Edition;
  part: Part;
  problems: Problems;
  /** Of the version the form was made from. */
  mark: string;
  /** true: somebody saved another version meanwhile; `problems` then say what they saved. */
  conflict: boolean;
  upload?: boolean;
  /** Another button, after the one that saves: Enter in a field sends the first. */
  more?: ComponentChildren;
  /** What stands above the form. */
  before?: ComponentChildren;
  /** What stands under the form. */
  after?: ComponentChildren;
  children: ComponentChildren;
}

/** One part of an edition: a step of the wizard while it is being prepared, its settings later on. */
export function PartFrame({ edition, part, problems, mark, conflict, ...props }: Props) {
  const at = { edition: edition.slug };
  const preparing = edition.openedAt === null;
  const earlier = partBefore(part);
  return (
    <Column>
      <ErrorSummary
        problems={problems}
        labels={fieldLabels()}
        {...(conflict && { title: m.spaces_conflict_title() })}
      />
      {conflict && <Notice tone="warning">{m.spaces_conflict_words()}</Notice>}
      {preparing && (
        <Steps
          current={PARTS.indexOf(part) + 2}
          total={STEPS}
          name={partWords[part].name()}
          label={m.setup_label()}
        />
      )}
      <PageHeader
        title={partWords[part].name()}
        lead={partWords[part].lead()}
        breadcrumb={[
          { label: m.spaces_office(), href: urls.admin() },
          { label: edition.title, href: urls.adminEdition(at) },
          { label: m.spaces_settings_title(), href: urls.adminEditionSettings(at) },
        ]}
      />
      {!preparing && <Notice>{m.spaces_settings_lead_open()}</Notice>}
      {props.before}
      <Form action={partHref(part, edition.slug)} {...(props.upload && { upload: true })}>
        <Hidden name="mark" value={mark} />
        {props.children}
        <Actions>
          <SubmitButton size="large">
            {preparing ? m.setup_continue() : m.spaces_settings_submit()}
          </SubmitButton>
          {props.more}
          {preparing && (
            <SubmitButton kind="quiet" name="act" value="leave">
              {m.setup_leave()}
            </SubmitButton>
          )}
        </Actions>
      </Form>
      {props.after}
      {preparing && (
        <p>
          {earlier && (
            <>
              <a href={partHref(earlier, edition.slug)}>
                <Icon name="arrow-left" /> {partWords[earlier].name()}
              </a>
              {' · '}
            </>
          )}
          <a href={urls.adminEditionSettings(at)}>{m.setup_all_parts()}</a>
        </p>
      )}
    </Column>
  );
}

/** The first and the last step of the wizard stand on pages of their own. */
export function EndStep({ which }: { which: 'preset' | 'opening' }) {
  return (
    <Steps
      current={which === 'preset' ? 1 : STEPS}
      total={STEPS}
      name={which === 'preset' ? m.setup_part_preset() : m.setup_part_opening()}
      label={m.setup_label()}
    />
  );
}
