import * as m from '../../paraglide/messages.js';
import { Fieldset } from '../../ui/form.tsx';
import { PlaceFields, type PlaceFieldsProps } from '../ideas/index.page.ts';

/** Where an idea typed for somebody is: as on the web, and never required. */
export function EntryPlace({ place, hint }: { place: PlaceFieldsProps | null; hint: string }) {
  return (
    place && (
      <Fieldset legend={m.entry_place()} hint={hint} id="where">
        <PlaceFields {...place} />
      </Fieldset>
    )
  );
}
