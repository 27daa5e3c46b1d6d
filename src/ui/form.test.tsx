import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import { Checkbox, Checkboxes, Radios } from './choices.tsx';
import { DateField } from './date-field.tsx';
import { Field, FileField, PasswordField, Select, TextArea } from './field.tsx';
import type { FieldBasics } from './field-frame.tsx';
import { ButtonForm, ErrorSummary, Form } from './form.tsx';

const options = [
  { value: 'a', label: 'Un' },
  { value: 'b', label: 'Deux', hint: 'Plus loin' },
];

const fields: Record<string, (basics: FieldBasics) => VNode> = {
  Field: (basics) => <Field {...basics} />,
  TextArea: (basics) => <TextArea {...basics} limit={1500} />,
  PasswordField: (basics) => <PasswordField {...basics} autocomplete="new-password" />,
  Select: (basics) => <Select {...basics} options={options} empty />,
  FileField: (basics) => <FileField {...basics} accept="image/png" />,
  DateField: (basics) => <DateField {...basics} />,
  Radios: (basics) => <Radios {...basics} options={options} />,
  Checkboxes: (basics) => <Checkboxes {...basics} options={options} />,
  Checkbox: (basics) => <Checkbox {...basics} />,
};

/** Ids named by aria-describedby and for, and whether they exist. */
function danglingReferences(html: string): string[] {
  const ids = [...html.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]!);
  const named = [...html.matchAll(/ (?:for|aria-describedby|aria-labelledby)="([^"]+)"/g)].flatMap(
    (match) => match[1]!.split(' '),
  );
  expect(new Set(ids).size).toBe(ids.length);
  return named.filter((id) => !ids.includes(id));
}

describe.each(Object.entries(fields))('%s', (_name, make) => {
  const calm = renderToString(
    make({ name: 'ville', label: 'Votre ville', hint: 'Où vous dormez' }),
  );
  const wrong = renderToString(
    make({ name: 'ville', label: 'Votre ville', required: true, problems: { ville: 'Dites où.' } }),
  );

  test('label, hint and problem are tied to the control', () => {
    expect(danglingReferences(calm)).toEqual([]);
    expect(danglingReferences(wrong)).toEqual([]);
    expect(calm).toContain('id="ville-hint"');
    expect(calm).toMatch(/aria-describedby="[^"]*ville-hint/);
    expect(wrong).toMatch(/aria-describedby="[^"]*ville-error/);
    expect(wrong).toMatch(/id="ville-error".*Dites où\./s);
  });

  test('the summary leads to a control of that id', () => {
    expect(wrong).toMatch(/<(input|textarea|select)[^>]* id="ville"/);
  });

  test('what is required says so in words, what is not says nothing', () => {
    expect(wrong).toContain('(obligatoire)');
    expect(calm).not.toContain('obligatoire');
  });

  test('a problem of another field leaves it calm', () => {
    const other = renderToString(
      make({ name: 'ville', label: 'Ville', problems: { nom: 'Non.' } }),
    );
    expect(other).not.toContain('aria-invalid');
    expect(other).not.toContain('problem');
  });

  test('W14: a field named like an object member finds no problem there', () => {
    const odd = renderToString(make({ name: 'constructor', label: 'X', problems: {} }));
    expect(odd).not.toContain('class="problem"');
  });

  test('W1: what was typed comes back as text', () => {
    const html = renderToString(
      make({ name: 'ville', label: '<b>', hint: '<i>', problems: { ville: '<u>' } }),
    );
    expect(html).not.toMatch(/<[biu]>/);
  });
});

describe('values come back', () => {
  test('in every kind of field, except a password', () => {
    expect(renderToString(<Field name="a" label="A" value={'"><script>'} />)).toContain(
      'value="&quot;>&lt;script>"',
    );
    expect(renderToString(<TextArea name="a" label="A" value={'</textarea><b>'} />)).toContain(
      '>&lt;/textarea>&lt;b></textarea>',
    );
    expect(renderToString(<Select name="a" label="A" options={options} value="b" />)).toMatch(
      /<option value="b"[^>]*selected/,
    );
    expect(renderToString(<Radios name="a" label="A" options={options} value="b" />)).toMatch(
      /value="b"[^>]*checked/,
    );
    const date = renderToString(<DateField name="a" label="A" value={{ day: '31', month: 'x' }} />);
    expect(date).toMatch(/name="a-day"[^>]*value="31"/);
    expect(date).toMatch(/name="a-month"[^>]*value="x"/);
  });
});

describe('ErrorSummary', () => {
  test('nothing when nothing is wrong', () => {
    expect(renderToString(<ErrorSummary problems={{}} />)).toBe('');
    expect(renderToString(<ErrorSummary />)).toBe('');
  });

  test('one link per field, none for the form itself, and the right number of things', () => {
    const html = renderToString(
      <ErrorSummary problems={{ nom: 'Écrivez votre nom.', form: 'Le dépôt est clos.' }} />,
    );
    expect(html).toContain('Il y a 2 points à corriger');
    expect(html).toContain('<a href="#nom">Écrivez votre nom.</a>');
    expect(html).toContain('<li>Le dépôt est clos.</li>');
    expect(html).toMatch(/role="alert" tabindex="-1"/i);
  });
});

test('forms post unless told otherwise, and leave checking to the server', () => {
  expect(renderToString(<Form action="/x">y</Form>)).toMatch(/method="post"[^>]*novalidate/i);
  expect(
    renderToString(
      <ButtonForm action="/x" values={{ id: 3 }}>
        Aller
      </ButtonForm>,
    ),
  ).toContain('<input type="hidden" name="id" value="3"');
});
