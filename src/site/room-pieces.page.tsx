import type { Locale } from '../platform/locale/locale.ts';
import { FRENCH_PHONES } from '../platform/text/phone.ts';
import {
  CodeForm,
  PhoneCodeForm,
  PhoneForm,
  ProofForm,
  ProofState,
} from '../rooms/electorate/index.page.ts';
import { Column, Section } from '../ui/layout.tsx';

/** Parts of rooms that stand on pages of others, at the foot of `/_ui`. */
export function RoomPieces({ locale }: { locale: Locale }) {
  return (
    <>
      <Section title="Un code par SMS" id="code-par-sms">
        <Column>
          <PhoneForm action="#code-par-sms" countries={FRENCH_PHONES} locale={locale} />
          <PhoneCodeForm action="#code-par-sms" again="#code-par-sms" phone="06 12 34 56 78" />
        </Column>
      </Section>
      <Section title="Un code personnel" id="code-personnel-essai">
        <Column>
          <CodeForm action="#code-personnel-essai" />
        </Column>
      </Section>
      <Section title="Un justificatif" id="justificatif">
        <Column>
          <ProofForm action="#justificatif" asksEmail />
          <ProofState decision="waiting" next="#justificatif" again="#justificatif" />
          <ProofState
            decision={{ accepted: [], birthDate: '1971-05-03', livesHere: true }}
            next="#justificatif"
            again="#justificatif"
          />
          <ProofState
            decision={{ refused: 'unreadable', words: '', attemptsLeft: 2 }}
            next="#justificatif"
            again="#justificatif"
          />
        </Column>
      </Section>
    </>
  );
}
