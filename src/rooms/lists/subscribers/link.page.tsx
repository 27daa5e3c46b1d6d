import { ButtonForm } from '../../../ui/form.tsx';
import { Column } from '../../../ui/layout.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { Prose } from '../../../ui/text.tsx';

/** What a link asks, with one button: looking at it changes nothing. */
export function AskedPage(props: {
  title: string;
  words: string;
  /** What it is about, as it was written. */
  quoted?: { subject: string; body: string };
  action: string;
  button: string;
}) {
  const { title, words, quoted, action, button } = props;
  return (
    <Column>
      <PageHeader title={title} lead={words} />
      {quoted && (
        <blockquote>
          <p>
            <strong>
              <bdi>{quoted.subject}</bdi>
            </strong>
          </p>
          <Prose text={quoted.body} />
        </blockquote>
      )}
      <ButtonForm action={action}>{button}</ButtonForm>
    </Column>
  );
}

/** What came of it, or why nothing can. */
export function AnsweredPage({ title, words }: { title: string; words: string }) {
  return (
    <Column>
      <PageHeader title={title} lead={words} />
    </Column>
  );
}
