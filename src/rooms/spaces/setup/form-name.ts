/**
 * A form that makes an edition carries a key of its own: sent twice, by a double click or a reload, it makes one
 * (`edition_made_once`). Sent again with another choice it is another form.
 */

export const FORM_KEY = 'formulaire';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What the database keeps of a form; null: it carried no key of ours, and each post of it makes an edition. */
export function nameForm(key: string, choice: string): string | null {
  return UUID.test(key) && choice.length <= 60 ? `${key} ${choice}` : null;
}
