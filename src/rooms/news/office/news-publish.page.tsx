import * as m from '../../../paraglide/messages.js';
import { Radios } from '../../../ui/choices.tsx';
import { DateField } from '../../../ui/date-field.tsx';
import { TextArea } from '../../../ui/field.tsx';
import { Form, type Problems, SubmitButton } from '../../../ui/form.tsx';
import { Section } from '../../../ui/layout.tsx';
import { urls } from '../../../urls.ts';
import { PromotionPauseNotice } from '../../organisations/index.page.ts';
import type { PromotionPause } from '../../organisations/index.ts';
import { LONGEST, type News } from '../news.ts';
import { NEWS_NAMES } from '../news-words.page.ts';

export interface TypedMoment {
  day: string;
  month: string;
  year: string;
  time: string;
}

interface Props {
  news: News;
  typed: { pause: string; moment: TypedMoment; when: string };
  /** In force now; one that begins before the date chosen is told of when the form comes back. */
  pause: PromotionPause | null;
  problems: Problems;
}

/** Now, or from a date on: the date decides by itself. */
export function PublishPart({ news, typed, pause, problems }: Props) {
  return (
    <Section
      title={news.showsAt ? m.news_publish_otherwise() : m.news_publish()}
      lead={m.news_publish_lead()}
      id="publier"
    >
      <Form action={urls.adminNewsPublish({ news: news.number })}>
        <Radios
          name="quand"
          label={m.news_when()}
          value={typed.when || 'maintenant'}
          options={[
            { value: 'maintenant', label: m.news_when_now() },
            { value: 'date', label: m.news_when_date() },
          ]}
          problems={problems}
        />
        <DateField
          name={NEWS_NAMES.date}
          label={m.news_when_from()}
          hint={m.news_when_from_hint()}
          value={typed.moment}
          withTime
          problems={problems}
        />
        {pause && (
          <>
            <PromotionPauseNotice pause={pause} />
            <PauseReason value={typed.pause} problems={problems} />
          </>
        )}
        <SubmitButton size="large" icon="megaphone">
          {m.news_publish()}
        </SubmitButton>
      </Form>
    </Section>
  );
}

/** During a pre-electoral period one informs and does not promote: the writer says why this informs. */
export function PauseReason(props: { value: string; problems: Problems; name?: string }) {
  const { value, problems, name = NEWS_NAMES.pause } = props;
  return (
    <TextArea
      name={name}
      label={m.news_pause_reason()}
      hint={m.news_pause_reason_hint()}
      value={value}
      limit={LONGEST.reason}
      rows={3}
      problems={problems}
      required
    />
  );
}

export function WithdrawPart(props: { news: News; reason: string; problems: Problems }) {
  return (
    <Section title={m.news_withdraw()} lead={m.news_withdraw_lead()} id="retirer">
      <Form action={urls.adminNewsWithdraw({ news: props.news.number })}>
        <TextArea
          name={NEWS_NAMES.reason}
          label={m.news_withdraw_reason()}
          hint={m.news_withdraw_reason_hint()}
          value={props.reason}
          limit={LONGEST.reason}
          rows={3}
          problems={props.problems}
          required
        />
        <SubmitButton kind="danger">{m.news_withdraw()}</SubmitButton>
      </Form>
    </Section>
  );
}
