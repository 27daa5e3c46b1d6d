import * as m from '../../../paraglide/messages.js';
import { Radios } from '../../../ui/choices.tsx';
import { Field, TextArea } from '../../../ui/field.tsx';
import {
  ButtonForm,
  ButtonLink,
  ErrorSummary,
  Fieldset,
  Form,
  Hidden,
  type Problems,
  SubmitButton,
} from '../../../ui/form.tsx';
import { formatNumber } from '../../../ui/format.ts';
import { Actions, Column, Panel, Section } from '../../../ui/layout.tsx';
import { MarkedField, MarksHelp } from '../../../ui/marked-field.tsx';
import { MarkedText } from '../../../ui/marked-text.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import type { PictureProps } from '../../../ui/picture.tsx';
import { DateText } from '../../../ui/text.tsx';
import {
  type EditorialPage,
  LONGEST,
  MOST_IN_MENU,
  type PageProblem,
  type PageProblems,
  type PageTexts,
  PLACES,
  type Place,
  type WrittenPage,
} from './editorial.ts';
import { PageState } from './office-pages.page.tsx';
import { FIELD_NAMES, PLACE_FIELD } from './page-form.ts';
import type { Shelf } from './shelf.ts';
import { addressesOf, crumbsOf } from './shelf-address.page.ts';

const tooLong = (max: number) => () => m.pages_problem_too_long({ max: formatNumber(max) });

const problemWords: Record<PageProblem, () => string> = {
  'title-missing': m.pages_problem_title,
  'title-too-long': tooLong(LONGEST.title),
  'summary-too-long': tooLong(LONGEST.summary),
  'body-missing': m.pages_problem_body,
  'body-too-long': tooLong(LONGEST.body),
  'english-title-missing': m.pages_problem_english_title,
  'english-body-missing': m.pages_problem_english_body,
};

export const sayProblems = (problems: PageProblems): Problems =>
  Object.fromEntries(
    Object.entries(problems).map(([field, problem]) => [
      FIELD_NAMES[field as keyof PageTexts],
      problemWords[problem](),
    ]),
  );

export const refusalWords = {
  'too-many': m.pages_problem_too_many,
  'menu-full': () => m.pages_problem_menu_full({ count: MOST_IN_MENU }),
  'changed-meanwhile': m.pages_problem_meanwhile,
} as const;

const placeWords: Record<Place, () => string> = {
  menu: m.pages_place_menu,
  footer: m.pages_place_footer,
  nowhere: m.pages_place_nowhere,
};

interface Props {
  shelf: Shelf;
  /** null: a page that is not there yet. */
  page: EditorialPage | null;
  typed: WrittenPage;
  problems: Problems;
  /** Version of the page that the text was begun from. */
  follows: number;
  /** Of the form, for a new page. */
  formId: string;
  /** What this person was writing, taken up again; `null`: the page as it stands, or what was just sent. */
  draftOf: Date | null;
  /** Revision of the draft that the server keeps; 0: none. */
  revision: number;
  /** What is shown was sent, and is kept in no draft yet. */
  unsaved: boolean;
  /** What somebody saved while this was being written. */
  conflict: EditorialPage | null;
  preview: boolean;
  /** Of a page that is there: what its text may place. */
  pictures: ReadonlyMap<number, PictureProps>;
}

/** Where scripts run a draft is kept as one types; sending works without. */
export function PageFormPage(props: Props) {
  const { shelf, page, typed, problems, preview, conflict, unsaved } = props;
  const to = addressesOf(shelf);
  const slug = page?.slug ?? 'nouvelle';
  return (
    <Column>
      <ErrorSummary problems={problems} />
      <PageHeader
        title={page ? page.title : m.pages_new()}
        {...(page ? { lang: 'fr' } : { lead: m.pages_new_lead() })}
        breadcrumb={crumbsOf(shelf)}
        {...(page && {
          meta: <PageState page={page} />,
          actions: <Gestures shelf={shelf} page={page} />,
        })}
      />
      {conflict && (
        <Section title={m.pages_conflict_saved()}>
          <Panel>
            <p>
              <strong lang="fr">{conflict.title}</strong>
            </p>
            <MarkedText text={conflict.body} lang="fr" pictures={props.pictures} />
          </Panel>
        </Section>
      )}
      {props.draftOf && (
        <Notice
          title={m.pages_draft_title()}
          actions={
            <ButtonForm action={to.dropDraft(slug)} kind="secondary" size="small">
              {m.pages_draft_drop()}
            </ButtonForm>
          }
        >
          {m.pages_draft_words()} <DateText at={props.draftOf} shape="moment" />
        </Notice>
      )}
      {preview && <Notice title={m.pages_preview_title()}>{m.pages_preview_words()}</Notice>}
      <draft-autosave
        data-address={to.draft(slug)}
        data-draft={`page-${page?.id ?? shelf.componentId ?? 'nouvelle'}`}
        data-saved-at={`${props.follows}.${props.revision}`}
        data-unsaved={unsaved || undefined}
        data-saved={m.pages_autosave_saved()}
        data-offline={m.propose_autosave_offline()}
        data-signed-out={m.propose_autosave_signed_out()}
        data-restored={m.propose_autosave_restored()}
        data-elsewhere={m.pages_autosave_elsewhere()}
      >
        <Form action={page ? to.form(slug) : to.fresh()}>
          <Hidden name="suit" value={props.follows} />
          <Hidden name="formulaire" value={props.formId} />
          <Texts
            typed={{ title: typed.title, summary: typed.summary, body: typed.body }}
            names={FIELD_NAMES}
            problems={problems}
            preview={preview}
            pictures={props.pictures}
          />
          <MarksHelp />
          {page && (
            <p>
              <a href={to.pictures(slug)}>{m.pages_pictures_title()}</a>
            </p>
          )}
          <Fieldset legend={m.pages_english()} id="anglais" hint={m.pages_english_hint()}>
            <Texts
              typed={{ title: typed.titleEn, summary: typed.summaryEn, body: typed.bodyEn }}
              names={{
                title: FIELD_NAMES.titleEn,
                summary: FIELD_NAMES.summaryEn,
                body: FIELD_NAMES.bodyEn,
              }}
              problems={problems}
              preview={preview}
              pictures={props.pictures}
              english
            />
          </Fieldset>
          {shelf.kind === 'organisation' && (
            <Radios
              name={PLACE_FIELD}
              label={m.pages_field_place()}
              hint={m.pages_field_place_hint({ count: MOST_IN_MENU })}
              value={typed.shownIn}
              problems={problems}
              options={PLACES.map((place) => ({ value: place, label: placeWords[place]() }))}
            />
          )}
          <p class="hint" data-autosave role="status" />
          <Actions>
            <SubmitButton size="large">{m.pages_save()}</SubmitButton>
            <SubmitButton size="large" kind="secondary" name="geste" value="apercu" icon="eye">
              {m.pages_see_preview()}
            </SubmitButton>
          </Actions>
        </Form>
      </draft-autosave>
    </Column>
  );
}

interface TextsProps {
  typed: Record<'title' | 'summary' | 'body', string>;
  names: Record<'title' | 'summary' | 'body', string>;
  problems: Problems;
  preview: boolean;
  pictures: Props['pictures'];
  english?: boolean;
}

function Texts({ typed, names, problems, preview, pictures, english = false }: TextsProps) {
  const lang = english ? 'en' : 'fr';
  return (
    <>
      <Field
        name={names.title}
        label={english ? m.pages_field_title_en() : m.pages_field_title()}
        value={typed.title}
        problems={problems}
        required={!english}
      />
      <TextArea
        name={names.summary}
        label={english ? m.pages_field_summary_en() : m.pages_field_summary()}
        hint={m.pages_field_summary_hint()}
        value={typed.summary}
        problems={problems}
        rows={2}
        limit={LONGEST.summary}
        lang={lang}
      />
      <MarkedField
        name={names.body}
        label={english ? m.pages_field_body_en() : m.pages_field_body()}
        hint={m.pages_field_body_hint()}
        value={typed.body}
        lang={lang}
        problems={problems}
        rows={english ? 10 : 16}
        required={!english}
        preview={preview}
        pictures={pictures}
        toolbarLabel={english ? m.pages_toolbar_en() : m.pages_toolbar()}
      />
    </>
  );
}

function Gestures({ shelf, page }: { shelf: Shelf; page: EditorialPage }) {
  const to = addressesOf(shelf);
  const shown = page.publishedAt !== null;
  return (
    <>
      <ButtonForm
        action={to.show(page.slug)}
        values={{ publier: shown ? 'non' : 'oui' }}
        kind={shown ? 'secondary' : 'primary'}
      >
        {shown ? m.pages_unpublish() : m.pages_publish()}
      </ButtonForm>
      <ButtonLink kind="quiet" icon="eye" href={to.read(page.slug)}>
        {m.pages_see()}
      </ButtonLink>
      <ButtonLink kind="quiet" icon="clock" href={to.versions(page.slug)}>
        {m.pages_versions_title()}
      </ButtonLink>
    </>
  );
}
