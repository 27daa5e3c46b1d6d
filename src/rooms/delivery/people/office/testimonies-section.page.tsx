import * as m from '../../../../paraglide/messages.js';
import { TextArea } from '../../../../ui/field.tsx';
import { ButtonForm, Form, Hidden, SubmitButton } from '../../../../ui/form.tsx';
import { formatDate } from '../../../../ui/format.ts';
import { Section } from '../../../../ui/layout.tsx';
import { List } from '../../../../ui/list.tsx';
import { Picture } from '../../../../ui/picture.tsx';
import { StateBadge } from '../../../../ui/tag.tsx';
import { Prose } from '../../../../ui/text.tsx';
import { urls } from '../../../../urls.ts';
import { LONGEST_TESTIMONY, type Testimony, testimonyStateOf } from '../testimony.ts';
import { testimonyLooks } from '../words.page.ts';
import type { PeopleProps } from './people.page.tsx';

/** What holders wrote: accepted, it stands on the public page; returned, its author is told why. */
export function TestimoniesSection(props: PeopleProps) {
  const { testimonies } = props;
  return (
    <Section
      title={m.together_testimonies_title()}
      lead={m.together_testimonies_lead()}
      id="temoignages"
    >
      {testimonies.length === 0 ? (
        <p>{m.together_testimonies_none()}</p>
      ) : (
        <List>
          {testimonies.map((testimony) => (
            <One key={testimony.id} {...props} testimony={testimony} />
          ))}
        </List>
      )}
    </Section>
  );
}

function One({ at, names, typed, problems, testimony }: PeopleProps & { testimony: Testimony }) {
  const { id, picture, body, version } = testimony;
  const state = testimonyStateOf(testimony);
  const name = names.get(testimony.personId) || m.together_somebody();
  const action = urls.adminTestimony({ ...at, testimony: id });
  const isTyped = typed.id === id;
  return (
    <article class="stack">
      <p>
        <strong>
          <bdi>{name}</bdi>
        </strong>{' '}
        · {formatDate(testimony.writtenAt, 'day')}{' '}
        <StateBadge tone={testimonyLooks[state].tone}>{testimonyLooks[state].words()}</StateBadge>
      </p>
      <Prose text={body} />
      {picture && (
        <Picture
          src={urls.adminTestimonyPicture({ ...at, testimony: id })}
          alt={picture.alt}
          width={picture.width ?? 1}
          height={picture.height ?? 1}
          caption={m.ui_picture_alt_is({ alt: picture.alt })}
        />
      )}
      {state === 'returned' ? (
        <p class="hint">{m.together_returned_because({ reason: testimony.returnReason })}</p>
      ) : (
        <>
          {state === 'waiting' && (
            <ButtonForm
              action={action}
              values={{ act: 'accept', version }}
              icon="check"
              about={name}
            >
              {m.together_testimony_accept()}
            </ButtonForm>
          )}
          <details class="disclosure" open={isTyped}>
            <summary>{m.together_testimony_return()}</summary>
            <Form action={action}>
              <Hidden name="act" value="return" />
              <Hidden name="version" value={version} />
              <TextArea
                name="reason"
                id={`reason-${id}`}
                label={m.together_return_reason()}
                hint={m.together_return_hint()}
                value={isTyped ? typed.words : ''}
                limit={LONGEST_TESTIMONY.reason}
                rows={3}
                problems={isTyped ? problems : {}}
                required
              />
              <SubmitButton kind="secondary" about={name}>
                {m.together_testimony_return()}
              </SubmitButton>
            </Form>
          </details>
        </>
      )}
    </article>
  );
}
