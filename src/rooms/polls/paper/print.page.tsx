import * as m from '../../../paraglide/messages.js';
import { Radios } from '../../../ui/choices.tsx';
import { Field, Select } from '../../../ui/field.tsx';
import { ErrorSummary, Form, type Problems, SubmitButton } from '../../../ui/form.tsx';
import { Section, Stack } from '../../../ui/layout.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { urls } from '../../../urls.ts';
import type { Edition } from '../../spaces/index.ts';
import type { Poll } from '../poll.ts';
import {
  type BatchCover,
  COVER_LENGTH,
  listSheetDistricts,
  type SheetField,
} from './ballot-sheet.ts';

export type TypedSheet = Record<SheetField, string>;

interface Props {
  edition: Edition;
  poll: Poll;
  typed: TypedSheet;
  cover: BatchCover;
  problems: Problems;
}

export const sheetProblems: Record<SheetField, () => string> = {
  format: m.printed_problem_format,
  letters: m.printed_problem_letters,
  lang: m.printed_problem_lang,
  district: m.printed_problem_district,
};

export const coverProblems: Record<keyof BatchCover, () => string> = {
  point: () => m.printed_problem_point({ most: COVER_LENGTH.point }),
  batch: () => m.printed_problem_batch({ most: COVER_LENGTH.batch }),
};

/** What an office prints before people vote on paper: the ballots, and the covers of their batches. */
export function PrintPage(props: Props) {
  const { edition, cover, problems } = props;
  const at = { edition: edition.slug };
  return (
    <Stack>
      <ErrorSummary problems={problems} />
      <PageHeader
        title={m.printed_title()}
        lead={m.printed_lead()}
        breadcrumb={[
          { label: m.site_nav_admin(), href: urls.admin() },
          { label: edition.title, href: urls.adminEdition(at) },
          { label: m.polls_office_title(), href: urls.adminPoll(at) },
        ]}
      />
      <Section title={m.printed_ballot_title()}>
        <BallotForm {...props} />
      </Section>
      <Section title={m.printed_cover_title()} lead={m.printed_cover_lead()}>
        <Form action={urls.adminPollCoverPdf(at)} method="get" label={m.printed_cover_title()}>
          <Field
            name="point"
            label={m.printed_cover_point()}
            hint={m.printed_optional()}
            value={cover.point}
            problems={problems}
            width="medium"
          />
          <Field
            name="batch"
            label={m.printed_cover_batch()}
            hint={m.printed_optional()}
            value={cover.batch}
            problems={problems}
            width="short"
          />
          <SubmitButton kind="secondary" icon="download">
            {m.printed_cover_make()}
          </SubmitButton>
        </Form>
      </Section>
    </Stack>
  );
}

function BallotForm({ edition, poll, typed, problems }: Props) {
  const districts = listSheetDistricts(poll);
  const at = { edition: edition.slug };
  return (
    <Form action={urls.adminPollBallotPdf(at)} method="get" label={m.printed_ballot_title()}>
      {districts.length > 0 && (
        <Select
          name="district"
          label={m.printed_district()}
          hint={m.printed_district_hint()}
          empty
          value={typed.district}
          problems={problems}
          options={districts.map(({ key, label }) => ({ value: key, label }))}
          width="medium"
        />
      )}
      <Radios
        name="format"
        label={m.printed_format()}
        value={typed.format}
        problems={problems}
        options={[
          { value: 'A4', label: m.printed_format_a4() },
          { value: 'A5', label: m.printed_format_a5() },
        ]}
      />
      <Radios
        name="letters"
        label={m.printed_letters()}
        value={typed.letters}
        problems={problems}
        options={[
          { value: 'normal', label: m.printed_letters_normal() },
          {
            value: 'large',
            label: m.printed_letters_large(),
            hint: m.printed_letters_large_hint(),
          },
        ]}
      />
      <Radios
        name="lang"
        label={m.printed_lang()}
        hint={m.printed_lang_hint()}
        value={typed.lang}
        problems={problems}
        options={[
          { value: 'fr', label: <span lang="fr">Français</span> },
          { value: 'en', label: <span lang="en">English</span> },
        ]}
      />
      <SubmitButton icon="download">{m.printed_make()}</SubmitButton>
    </Form>
  );
}
