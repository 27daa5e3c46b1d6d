import * as m from '../../../paraglide/messages.js';
import { Field } from '../../../ui/field.tsx';
import { Hidden, type Problems, SubmitButton } from '../../../ui/form.tsx';
import { Section } from '../../../ui/layout.tsx';
import { List } from '../../../ui/list.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { StateBadge } from '../../../ui/tag.tsx';
import { urls } from '../../../urls.ts';
import type { PaperRule } from '../settings.ts';
import { AddPerson, type DeclaredFields } from './add-person.page.tsx';
import { type Offer, offerActs } from './desk.ts';
import type { DeskPerson } from './desk-person.store.ts';
import { birthWords, stateWords } from './desk-words.page.ts';

export interface FoundProps {
  point: string;
  rule: PaperRule;
  profile: string;
  people: readonly DeskPerson[];
  /** Whether they were searched: not where the person was already chosen. */
  searched: boolean;
  /** Names of the points of this vote. */
  pointNames: ReadonlyMap<string, string>;
  /** Whether a kiosk stands at this point. */
  hasKiosk: boolean;
  /** null: nobody can be added on their word here. */
  declared: DeclaredFields | null;
  /** Typed in the envelope field that came back. */
  envelope: string;
  problems: Problems;
}

/** Who was found, each with what the roll says of them and what can be done. */
export function FoundPeople(props: FoundProps) {
  const { people, declared } = props;
  if (people.length === 0 && !props.searched)
    return declared && <AddPerson {...props} declared={declared} open={people.length === 0} />;
  return (
    <>
      <Section title={m.desk_found({ count: people.length })} id="personnes">
        {people.length === 0 ? (
          <p>{declared ? m.desk_found_none_add() : m.desk_found_none()}</p>
        ) : (
          <List label={m.desk_found({ count: people.length })}>
            {people.map((person, index) => (
              <FoundPerson
                key={index}
                {...props}
                person={person}
                place={index}
                focused={people.length === 1 && Object.keys(props.problems).length === 0}
              />
            ))}
          </List>
        )}
      </Section>
      {declared && <AddPerson {...props} declared={declared} open={people.length === 0} />}
    </>
  );
}

interface PersonProps extends FoundProps {
  person: DeskPerson;
  place: number;
  focused: boolean;
}

function FoundPerson(props: PersonProps) {
  const { person, pointNames } = props;
  const { state } = person;
  const pointId = 'pointId' in state ? state.pointId : null;
  const offer = person.tooYoung
    ? { paper: null, kiosk: null }
    : offerActs(state, { rule: props.rule, profile: props.profile });
  return (
    <div class="office-fact">
      <p>
        <strong dir="auto">{person.names}</strong>
      </p>
      <p>
        {person.birthDate
          ? m.desk_born({ date: birthWords(person.birthDate) })
          : m.desk_born_unknown()}
        {person.address && <span dir="auto"> · {person.address}</span>}
        {person.number && <span> · {m.desk_number({ number: person.number })}</span>}
      </p>
      <p>
        {person.tooYoung ? (
          <StateBadge tone="warning">{m.desk_state_too_young()}</StateBadge>
        ) : (
          <StateBadge tone={state.kind === 'not-voted' ? 'success' : 'warning'}>
            {stateWords(state, pointId ? (pointNames.get(pointId) ?? null) : null)}
          </StateBadge>
        )}
      </p>
      <Acts {...props} offer={offer} />
    </div>
  );
}

/** One form: the envelope's number, then what is done, the paper under the Enter key. */
function Acts(props: PersonProps & { offer: Offer }) {
  const { point, person, offer, focused, place } = props;
  const kiosk = props.hasKiosk ? offer.kiosk : null;
  if (!offer.paper && !kiosk) return null;
  const asksEnvelope = offer.paper !== null && props.rule === 'online-wins';
  const replaces = offer.paper === 'replace' || kiosk === 'replace';
  return (
    <form
      method="post"
      action={offer.paper ? urls.deskPaper({ point }) : urls.deskCode({ point })}
      class="form stack"
      noValidate
    >
      {'entry' in person.claimed ? (
        <Hidden name="entree" value={person.claimed.entry} />
      ) : (
        <>
          <Hidden name="noms" value={person.claimed.names} />
          <Hidden name="naissance-declaree" value={birthWords(person.claimed.birthDate)} />
          <Hidden name="adresse" value={person.claimed.address} />
        </>
      )}
      {replaces && <Hidden name="remplacer" value="oui" />}
      {replaces && <Replacing offer={offer} hasKiosk={props.hasKiosk} />}
      {asksEnvelope && (
        <Field
          name="enveloppe"
          id={`enveloppe-${place}`}
          label={m.desk_envelope()}
          hint={m.desk_envelope_hint()}
          value={props.envelope}
          autocomplete="off"
          width="short"
          problems={props.problems}
          focused={focused}
        />
      )}
      <div class="actions">
        {offer.paper && (
          <SubmitButton
            kind={offer.paper === 'first' ? 'primary' : 'secondary'}
            about={person.names}
            focused={focused && !asksEnvelope && offer.paper === 'first'}
          >
            {m.desk_give_paper()}
          </SubmitButton>
        )}
        {kiosk && (
          <SubmitButton kind="secondary" about={person.names} formAction={urls.deskCode({ point })}>
            {kiosk === 'first' ? m.desk_open_kiosk() : m.desk_open_kiosk_again()}
          </SubmitButton>
        )}
      </div>
    </form>
  );
}

function Replacing({ offer, hasKiosk }: { offer: Offer; hasKiosk: boolean }) {
  return (
    <Notice>
      {offer.paper === 'replace' && <p>{m.desk_replace_paper()}</p>}
      {offer.kiosk === 'replace' && hasKiosk && <p>{m.desk_replace_kiosk()}</p>}
    </Notice>
  );
}
