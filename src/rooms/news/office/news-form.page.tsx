import * as m from '../../../paraglide/messages.js';
import { Field, Select, TextArea } from '../../../ui/field.tsx';
import {
  ButtonLink,
  ErrorSummary,
  Form,
  Hidden,
  type Problems,
  SubmitButton,
} from '../../../ui/form.tsx';
import { Column } from '../../../ui/layout.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { StateBadge } from '../../../ui/tag.tsx';
import { DateText } from '../../../ui/text.tsx';
import { urls } from '../../../urls.ts';
import type { PromotionPause } from '../../organisations/index.ts';
import { LONGEST, type News, type NewsState, type NewsText } from '../news.ts';
import type { NamedEdition } from '../news-cards.page.tsx';
import { NEWS_NAMES, newsAddress, newsStateLooks } from '../news-words.page.ts';
import { NewsPicturePart } from './news-picture.page.tsx';
import { PublishPart, type TypedMoment, WithdrawPart } from './news-publish.page.tsx';

export interface TypedNews extends NewsText {
  /** Id; '' : the whole organisation. */
  edition: string;
  correction: string;
}

interface Props {
  /** null: not written yet. */
  news: News | null;
  state: NewsState | null;
  typed: TypedNews;
  /** What was typed in the other forms of the page. */
  others: { alt: string; reason: string; pause: string; moment: TypedMoment; when: string };
  editions: readonly NamedEdition[];
  /** Whether the writer may speak for the whole organisation. */
  everywhere: boolean;
  pause: PromotionPause | null;
  problems: Problems;
  conflict: boolean;
}

/** An item as its writers have it: its words, its picture, from when it is shown, and how it is taken back. */
export function NewsFormPage(props: Props) {
  const { news, state, problems, conflict } = props;
  return (
    <Column>
      <ErrorSummary
        problems={problems}
        labels={{
          [NEWS_NAMES.title]: m.news_field_title(),
          [NEWS_NAMES.summary]: m.news_field_summary(),
          [NEWS_NAMES.body]: m.news_field_body(),
        }}
        {...(conflict && { title: m.deliver_conflict_title() })}
      />
      {conflict && <Notice tone="warning">{m.deliver_conflict_words()}</Notice>}
      <PageHeader
        title={news ? m.news_office_item() : m.news_office_new()}
        breadcrumb={[
          { label: m.site_nav_admin(), href: urls.admin() },
          { label: m.news_title(), href: urls.adminNews() },
        ]}
        {...(news &&
          state && {
            meta: (
              <>
                <StateBadge tone={newsStateLooks[state].tone}>
                  {newsStateLooks[state].words()}
                </StateBadge>
                {news.showsAt && <DateText at={news.showsAt} shape="moment" />}
              </>
            ),
            actions: (
              <>
                <ButtonLink
                  kind="secondary"
                  icon="eye"
                  href={urls.adminNewsPreview({ news: news.number })}
                >
                  {m.news_preview()}
                </ButtonLink>
                {state === 'shown' && (
                  <ButtonLink kind="quiet" href={newsAddress(news)}>
                    {m.news_public_page()}
                  </ButtonLink>
                )}
              </>
            ),
          })}
      />
      {news && state === 'withdrawn' ? (
        <Notice tone="warning" title={m.news_withdrawn_title()}>
          <p>
            <bdi>{news.withdrawReason}</bdi>
          </p>
        </Notice>
      ) : (
        <WordsForm {...props} />
      )}
      {news && state && state !== 'withdrawn' && (
        <>
          <NewsPicturePart news={news} alt={props.others.alt} problems={problems} />
          {state !== 'shown' && (
            <PublishPart news={news} typed={props.others} pause={props.pause} problems={problems} />
          )}
          {state !== 'draft' && (
            <WithdrawPart news={news} reason={props.others.reason} problems={problems} />
          )}
        </>
      )}
    </Column>
  );
}

function WordsForm({ news, state, typed, editions, everywhere, problems }: Props) {
  return (
    <Form action={news ? urls.adminNewsItem({ news: news.number }) : urls.adminNewNews()}>
      {news && <Hidden name="version" value={news.version} />}
      <Field
        name={NEWS_NAMES.title}
        label={m.news_field_title()}
        value={typed.title}
        problems={problems}
        autocomplete="off"
        required
      />
      <Select
        name={NEWS_NAMES.edition}
        label={m.news_field_edition()}
        options={editions.map(({ id, title }) => ({ value: id, label: title }))}
        {...(everywhere && { empty: m.news_whole_organisation() })}
        value={typed.edition}
        problems={problems}
      />
      <TextArea
        name={NEWS_NAMES.summary}
        label={m.news_field_summary()}
        hint={m.news_field_summary_hint()}
        value={typed.summary}
        limit={LONGEST.summary}
        rows={3}
        problems={problems}
      />
      <TextArea
        name={NEWS_NAMES.body}
        label={m.news_field_body()}
        hint={m.news_field_body_hint()}
        value={typed.body}
        limit={LONGEST.body}
        rows={12}
        problems={problems}
      />
      {state === 'shown' && (
        <Field
          name={NEWS_NAMES.correction}
          label={m.news_field_correction()}
          hint={m.news_field_correction_hint()}
          value={typed.correction}
          problems={problems}
          autocomplete="off"
        />
      )}
      <SubmitButton kind={news ? 'secondary' : 'primary'}>
        {state === 'shown' ? m.news_save_correction() : m.news_save()}
      </SubmitButton>
      {!news && <p class="hint">{m.news_save_hint()}</p>}
    </Form>
  );
}
