import * as m from '../../paraglide/messages.js';
import type { PreparedPart } from '../../platform/http/visit.ts';
import { Checkbox } from '../../ui/choices.tsx';
import { ErrorSummary, Form, type Problems, SubmitButton } from '../../ui/form.tsx';
import { formatMoney } from '../../ui/format.ts';
import { Column } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { DescriptionList } from '../../ui/table.tsx';
import { urls } from '../../urls.ts';
import type { Edition } from './edition.ts';
import type { OpeningRefusal } from './edition-opening.ts';
import { EditionPhaseLine } from './edition-phase-line.page.tsx';
import { EndStep } from './setup/part-frame.page.tsx';
import { partHref, partWords } from './setup/part-words.page.ts';
import { PARTS, type Part } from './setup/parts.ts';

const words: Record<OpeningRefusal, () => string> = {
  'already-open': m.spaces_opening_already_open,
  archived: m.spaces_opening_archived,
  'no-envelope': m.spaces_opening_no_envelope,
  'no-calendar': m.spaces_opening_no_calendar,
  'no-category': m.spaces_opening_no_category,
  'envelopes-make-another-whole': m.setup_opening_sum,
  'no-criterion': m.setup_opening_no_criterion,
  'rules-not-read': m.spaces_opening_rules_not_read,
};

/** What stands in the way of opening; the unread règlement is said beside its box. */
export function openingProblems(refusals: readonly OpeningRefusal[]): Problems {
  return Object.fromEntries(
    refusals.map((refusal) => [
      refusal === 'rules-not-read' ? 'rulesRead' : refusal,
      words[refusal](),
    ]),
  );
}

interface Props {
  edition: Edition;
  now: Date;
  /** What is missing before anybody has read anything. */
  missing: readonly OpeningRefusal[];
  problems: Problems;
  /** What rooms of higher floors settle, and what they miss: said, and no reason not to open. */
  prepared: readonly PreparedPart[];
}

/** Where each thing that is missing is mended. */
const mending: Partial<Record<OpeningRefusal, Part>> = {
  'no-envelope': 'budget',
  'envelopes-make-another-whole': 'budget',
  'no-calendar': 'calendar',
  'no-category': 'places',
  'no-criterion': 'criteria',
};

/** The last look before an edition becomes public (R35). */
export function EditionOpeningPage({ edition, now, missing, problems, prepared }: Props) {
  const at = { edition: edition.slug };
  return (
    <Column>
      <ErrorSummary
        problems={problems}
        ids={Object.fromEntries(Object.keys(mending).map((refusal) => [refusal, 'manque']))}
      />
      <EndStep which="opening" />
      <PageHeader
        title={m.spaces_opening_title()}
        lead={m.spaces_opening_lead()}
        breadcrumb={[
          { label: m.spaces_office(), href: urls.admin() },
          { label: edition.title, href: urls.adminEdition(at) },
          { label: m.spaces_settings_title(), href: urls.adminEditionSettings(at) },
        ]}
      />
      <DescriptionList
        items={[
          { term: m.spaces_form_title(), detail: <bdi>{edition.title}</bdi> },
          { term: m.spaces_form_envelope(), detail: formatMoney(edition.envelope) },
          {
            term: m.spaces_form_categories_short(),
            detail: edition.categories.map((category) => category.name).join(', '),
          },
          ...(edition.districts.length === 0
            ? []
            : [{ term: m.spaces_form_districts_short(), detail: edition.districts.join(', ') }]),
        ]}
      />
      <EditionPhaseLine edition={edition} now={now} />
      {edition.councilDecision === '' && (
        <Notice
          tone="warning"
          title={m.setup_opening_no_decision_title()}
          actions={<a href={partHref('rules', edition.slug)}>{partWords.rules.name()}</a>}
        >
          {m.setup_opening_no_decision()}
        </Notice>
      )}
      {prepared.map((one) => (
        <Lacking key={one.part} prepared={one} edition={edition} />
      ))}
      {missing.length > 0 ? (
        <div id="manque">
          <Notice tone="warning" title={m.spaces_opening_missing()}>
            <ul>
              {missing.map((refusal) => (
                <li key={refusal}>
                  {words[refusal]()} <Mend refusal={refusal} edition={edition} />
                </li>
              ))}
            </ul>
          </Notice>
        </div>
      ) : (
        <Form action={urls.adminEditionOpen(at)}>
          <p>
            <a href={urls.rules(at)}>{m.spaces_opening_read_rules()}</a>
          </p>
          <Checkbox
            name="rulesRead"
            label={m.spaces_opening_rules_read()}
            hint={m.spaces_opening_rules_read_hint()}
            problems={problems}
            required
          />
          <SubmitButton size="large">{m.spaces_opening_submit()}</SubmitButton>
        </Form>
      )}
      <p>
        <a href={urls.adminEditionSettings(at)}>{m.setup_all_parts()}</a>
        {' · '}
        <a href={urls.adminAbandonEdition(at)}>{m.setup_abandon()}</a>
      </p>
    </Column>
  );
}

/** What is missing in a part that may be settled later: a warning beside the opening, with the way to mend it. */
function Lacking({ prepared, edition }: { prepared: PreparedPart; edition: Edition }) {
  const part = PARTS.find((one) => one === prepared.part);
  if (!part || prepared.missing.length === 0) return null;
  return (
    <Notice
      tone="warning"
      title={m.setup_opening_lacking()}
      actions={<a href={partHref(part, edition.slug)}>{partWords[part].name()}</a>}
    >
      <ul>
        {prepared.missing.map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
      <p>{m.setup_opening_lacking_words()}</p>
    </Notice>
  );
}

function Mend({ refusal, edition }: { refusal: OpeningRefusal; edition: Edition }) {
  const part = mending[refusal];
  return part ? <a href={partHref(part, edition.slug)}>{partWords[part].name()}</a> : null;
}
