import * as m from '../../paraglide/messages.js';
import { getLocale } from '../../paraglide/runtime.js';
import { Field, TextArea } from '../../ui/field.tsx';
import { Filters } from '../../ui/filters.tsx';
import { ErrorSummary, Form, type Problems, SubmitButton } from '../../ui/form.tsx';
import { Column, Section, Stack } from '../../ui/layout.tsx';
import { EmptyState, Pagination } from '../../ui/list.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Tag } from '../../ui/tag.tsx';
import { DateText, Prose } from '../../ui/text.tsx';
import { urls } from '../../urls.ts';
import { type HelpRequest, LENGTHS, type Lesson } from './request.ts';
import { categoryIcons, categoryWords, requestSegment } from './request-words.page.ts';

export interface TypedLesson {
  question: string;
  reponse: string;
}

interface Place {
  space: { slug: string; title: string };
  component: { slug: string; title: string };
}

const crumbs = ({ space, component }: Place) => [
  { label: space.title, href: urls.space({ space: space.slug }) },
  {
    label: component.title,
    href: urls.spaceRequests({ space: space.slug, component: component.slug }),
  },
];

/** A solved request is written anew for everybody of the space. */
export function LessonFormPage({
  request,
  typed,
  problems,
  ...place
}: Place & { request: HelpRequest; typed: TypedLesson; problems: Problems }) {
  const at = { request: requestSegment(request) };
  return (
    <Column>
      <ErrorSummary problems={problems} />
      <PageHeader
        title={m.mutual_teach_title()}
        lead={m.mutual_teach_lead()}
        breadcrumb={[...crumbs(place), { label: request.title, href: urls.helpRequest(at) }]}
      />
      <Notice tone="warning" title={m.mutual_teach_names()}>
        {m.mutual_teach_names_words()}
      </Notice>
      <Form action={urls.writeLesson(at)}>
        <Field
          name="question"
          label={m.mutual_lesson_question()}
          value={typed.question}
          problems={problems}
          required
        />
        <TextArea
          name="reponse"
          label={m.mutual_lesson_answer()}
          value={typed.reponse}
          limit={LENGTHS.lessonAnswer}
          rows={10}
          problems={problems}
          required
        />
        <SubmitButton size="large">{m.mutual_teach_submit()}</SubmitButton>
      </Form>
    </Column>
  );
}

/** What was learnt in a component, found by its words. */
export function LessonsPage({
  lessons,
  next,
  words,
  ...place
}: Place & { lessons: readonly Lesson[]; next: number | null; words: string }) {
  const at = { space: place.space.slug, component: place.component.slug };
  return (
    <Column>
      <PageHeader
        title={m.mutual_lessons_title()}
        lead={m.mutual_lessons_lead()}
        breadcrumb={crumbs(place)}
      />
      <Filters
        action={urls.lessons(at)}
        search={{ name: 'q', label: m.mutual_lessons_search(), value: words }}
      />
      {lessons.length === 0 ? (
        <EmptyState
          icon={words ? 'search' : 'book'}
          title={words ? m.mutual_lessons_not_found() : m.mutual_lessons_none()}
          {...(words && { actions: <a href={urls.lessons(at)}>{m.mutual_lessons_all()}</a> })}
        >
          {words ? m.mutual_lessons_not_found_words() : m.mutual_lessons_none_words()}
        </EmptyState>
      ) : (
        <Stack>
          {lessons.map((lesson) => (
            <LessonItem key={lesson.id} lesson={lesson} />
          ))}
        </Stack>
      )}
      <Pagination nextHref={next === null ? undefined : urls.lessons(at, { apres: next })} />
    </Column>
  );
}

function LessonItem({ lesson }: { lesson: Lesson }) {
  const lang = lesson.lang === getLocale() ? {} : { lang: lesson.lang };
  return (
    <Section title={lesson.question} id={`savoir-${lesson.number}`}>
      <p>
        <Tag icon={categoryIcons[lesson.category]}>{categoryWords[lesson.category]()}</Tag>{' '}
        <span class="hint">
          <DateText at={lesson.writtenAt} />
        </span>
      </p>
      <Prose text={lesson.answer} {...lang} />
    </Section>
  );
}
