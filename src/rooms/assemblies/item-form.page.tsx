import * as m from '../../paraglide/messages.js';
import { Radios } from '../../ui/choices.tsx';
import { Field, OptionalNumber, TextArea } from '../../ui/field.tsx';
import {
  ButtonForm,
  ErrorSummary,
  Form,
  Hidden,
  type Problems,
  SubmitButton,
} from '../../ui/form.tsx';
import { Column } from '../../ui/layout.tsx';
import { urls } from '../../urls.ts';
import { ASSEMBLY_LENGTHS, type Item } from './assembly.ts';
import { AssemblyHeader, type AssemblyPlace, addressOf } from './frame.page.tsx';

/** A point as it was typed. */
export type TypedItem = Record<'genre' | 'titre' | 'texte' | 'duree', string>;

interface Props {
  place: AssemblyPlace;
  /** null: a new one. */
  item: Item | null;
  typed: TypedItem;
  problems: Problems;
  version: number;
}

export function ItemFormPage({ place, item, typed, problems, version }: Props) {
  const at = addressOf(place);
  return (
    <Column>
      <ErrorSummary problems={problems} />
      <AssemblyHeader
        place={place}
        title={item ? m.assembly_item_change_title() : m.assembly_item_add()}
      />
      <Form action={item ? urls.assemblyItem({ ...at, item: item.id }) : urls.newAssemblyItem(at)}>
        <Hidden name="version" value={version} />
        <Radios
          name="genre"
          label={m.assembly_field_kind()}
          value={typed.genre}
          problems={problems}
          required
          options={[
            {
              value: 'resolution',
              label: m.assembly_resolution(),
              hint: m.assembly_resolution_hint(),
            },
            {
              value: 'discussion',
              label: m.assembly_discussion(),
              hint: m.assembly_discussion_hint(),
            },
          ]}
        />
        <Field
          name="titre"
          label={m.assembly_field_item_title()}
          value={typed.titre}
          problems={problems}
          required
        />
        <TextArea
          name="texte"
          label={m.assembly_field_text()}
          hint={m.assembly_field_marked_hint()}
          value={typed.texte}
          limit={ASSEMBLY_LENGTHS.itemBody}
          rows={10}
          problems={problems}
        />
        <OptionalNumber
          name="duree"
          label={m.assembly_field_minutes()}
          hint={m.assembly_field_minutes_hint()}
          typed={typed}
          problems={problems}
        />
        <SubmitButton size="large">{item ? m.assembly_save() : m.assembly_item_add()}</SubmitButton>
      </Form>
      {item && (
        <ButtonForm
          action={urls.assemblyItemRemove({ ...at, item: item.id })}
          kind="danger"
          icon="delete"
        >
          {m.assembly_item_remove()}
        </ButtonForm>
      )}
    </Column>
  );
}
