import * as m from '../../paraglide/messages.js';
import { formatDateTime } from '../../ui/format.ts';
import { Column } from '../../ui/layout.tsx';
import { EmptyState, List, Pagination } from '../../ui/list.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { urls } from '../../urls.ts';

export interface MyLetter {
  id: string;
  subject: string;
  queuedAt: Date;
}

const CRUMBS = () => [{ label: m.myspace_title(), href: urls.mySpace() }];

/** What one was written, the newest first. */
export function MyLettersPage(props: {
  letters: readonly MyLetter[];
  nextHref?: string | undefined;
}) {
  return (
    <Column>
      <PageHeader title={m.myspace_letters()} breadcrumb={CRUMBS()} />
      {props.letters.length === 0 ? (
        <EmptyState icon="mail" title={m.myspace_no_letter_title()}>
          <p>{m.myspace_no_letter()}</p>
        </EmptyState>
      ) : (
        <LetterLines letters={props.letters} />
      )}
      <Pagination nextHref={props.nextHref} />
    </Column>
  );
}

export function LetterLines({ letters }: { letters: readonly MyLetter[] }) {
  return (
    <List>
      {letters.map(({ id, subject, queuedAt }) => (
        <p key={id}>
          <a href={urls.myLetter({ letter: id })}>
            <bdi>{subject}</bdi>
          </a>{' '}
          <span class="hint">{formatDateTime(queuedAt)}</span>
        </p>
      ))}
    </List>
  );
}

export function MyLetterPage({ letter }: { letter: MyLetter & { body: string } }) {
  return (
    <Column>
      <PageHeader
        title={letter.subject}
        lead={formatDateTime(letter.queuedAt)}
        breadcrumb={[...CRUMBS(), { label: m.myspace_letters(), href: urls.myLetters() }]}
      />
      <div class="prose">
        {letter.body === '' ? (
          <p>{m.letters_forgotten()}</p>
        ) : (
          letter.body.split(/\n{2,}/).map((paragraph, index) => (
            <p key={index} class="kept-lines">
              {paragraph}
            </p>
          ))
        )}
      </div>
    </Column>
  );
}
