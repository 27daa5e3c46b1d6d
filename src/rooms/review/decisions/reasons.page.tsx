import * as m from '../../../paraglide/messages.js';
import { Checkbox } from '../../../ui/choices.tsx';
import { Field } from '../../../ui/field.tsx';
import {
  ErrorSummary,
  Fieldset,
  Form,
  Hidden,
  type Problems,
  SubmitButton,
} from '../../../ui/form.tsx';
import { Column } from '../../../ui/layout.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { urls } from '../../../urls.ts';
import type { Edition } from '../../spaces/index.ts';
import { decisionCrumbs } from './words.page.tsx';

/** A line of the list as it was typed. */
export interface TypedReasonLine {
  id: string;
  french: string;
  english: string;
  isInadmissible: boolean;
  isOffered: boolean;
  position: string;
}

interface Props {
  edition: Edition;
  lines: readonly TypedReasonLine[];
  problems: Problems;
}

/** The reasons of an edition: words in both languages, order, offered or not. Empty lines add nothing. */
export function ReasonsPage({ edition, lines, problems }: Props) {
  const at = { edition: edition.slug };
  return (
    <Column>
      <ErrorSummary problems={problems} />
      <PageHeader
        title={m.decide_reasons_title()}
        lead={m.decide_reasons_lead()}
        breadcrumb={decisionCrumbs(edition)}
      />
      <Form action={urls.adminRefusalReasons(at)}>
        <Hidden name="lignes" value={lines.length} />
        {lines.map((line, index) => (
          <Fieldset key={index} legend={line.french || m.decide_reasons_new({ number: index + 1 })}>
            <Hidden name={`id-${index}`} value={line.id} />
            <Field
              name={`french-${index}`}
              label={m.decide_reasons_french()}
              value={line.french}
              problems={problems}
            />
            <Field
              name={`english-${index}`}
              label={m.decide_reasons_english()}
              value={line.english}
              problems={problems}
            />
            <Field
              name={`position-${index}`}
              label={m.decide_reasons_position()}
              value={line.position}
              inputMode="numeric"
              width="short"
              problems={problems}
            />
            <Checkbox
              name={`inadmissible-${index}`}
              label={m.decide_reasons_inadmissible()}
              hint={m.decide_reasons_inadmissible_hint()}
              checked={line.isInadmissible}
            />
            <Checkbox
              name={`offered-${index}`}
              label={m.decide_reasons_offered()}
              hint={m.decide_reasons_offered_hint()}
              checked={line.isOffered}
            />
          </Fieldset>
        ))}
        <SubmitButton size="large">{m.decide_reasons_submit()}</SubmitButton>
      </Form>
    </Column>
  );
}
