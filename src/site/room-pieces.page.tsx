import type { Locale } from '../platform/locale/locale.ts';
import { FRENCH_PHONES } from '../platform/text/phone.ts';
import { PhoneCodeForm, PhoneForm } from '../rooms/electorate/index.page.ts';
import { Column, Section } from '../ui/layout.tsx';

/** Parts of rooms that stand on pages of others, at the foot of `/_ui`. */
export function RoomPieces({ locale }: { locale: Locale }) {
  return (
    <Section title="Un code par SMS" id="code-par-sms">
      <Column>
        <PhoneForm action="#code-par-sms" countries={FRENCH_PHONES} locale={locale} />
        <PhoneCodeForm action="#code-par-sms" again="#code-par-sms" phone="06 12 34 56 78" />
      </Column>
    </Section>
  );
}
