/** What a template's marks stand for. */
export interface SmsFields {
  /** E.164 */
  to: string;
  text: string;
  sender: string;
  /** The same at each try of one message: a gateway that knows it sends it once. */
  id: string;
}

export function isJson(template: string): boolean {
  return /^\s*[{[]/.test(template);
}

/**
 * `{to}` `{digits}` `{text}` `{sender}` `{id}`, each escaped for what the template is: a JSON document, or a
 * form or address. Filled in one pass: a mark inside a message stays what it is, text.
 */
export function fillTemplate(template: string, fields: SmsFields): string {
  const escape = isJson(template)
    ? (value: string) => JSON.stringify(value).slice(1, -1)
    : encodeURIComponent;
  const values: Record<string, string> = { ...fields, digits: fields.to.replace('+', '') };
  return template.replaceAll(/\{(to|digits|text|sender|id)\}/g, (_, mark: string) =>
    escape(values[mark]!),
  );
}
