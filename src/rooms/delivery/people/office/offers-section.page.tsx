import * as m from '../../../../paraglide/messages.js';
import { TextArea } from '../../../../ui/field.tsx';
import { Form, SubmitButton } from '../../../../ui/form.tsx';
import { Section } from '../../../../ui/layout.tsx';
import { List } from '../../../../ui/list.tsx';
import { urls } from '../../../../urls.ts';
import { LONGEST_ANSWER } from '../help.ts';
import { OfferWords } from '../space.page.tsx';
import type { PeopleProps } from './people.page.tsx';

/** Offers of help: each is answered once, by a letter. */
export function OffersSection({ at, offers, names, typed, problems }: PeopleProps) {
  return (
    <Section title={m.together_offers_title()} lead={m.together_offers_lead()} id="aides">
      {offers.length === 0 ? (
        <p>{m.together_offers_none()}</p>
      ) : (
        <List>
          {offers.map((offer) => {
            const name = names.get(offer.personId) ?? '';
            const isTyped = typed.id === offer.id;
            return (
              <OfferWords key={offer.id} offer={{ ...offer, name }}>
                {offer.answeredAt === null && (
                  <Form action={urls.adminOffer({ ...at, offer: offer.id })}>
                    <TextArea
                      name="answer"
                      id={`answer-${offer.id}`}
                      label={m.together_answer_words()}
                      hint={m.together_answer_hint()}
                      value={isTyped ? typed.words : ''}
                      limit={LONGEST_ANSWER}
                      rows={4}
                      problems={isTyped ? problems : {}}
                      required
                    />
                    <SubmitButton kind="secondary" about={name}>
                      {m.together_answer_send()}
                    </SubmitButton>
                  </Form>
                )}
              </OfferWords>
            );
          })}
        </List>
      )}
    </Section>
  );
}
