/** Gallery: every field, at rest and with a problem; every button. */
import { Checkbox, Checkboxes, Radios } from './choices.tsx';
import { DateField } from './date-field.tsx';
import { Field, FileField, OutputField, PasswordField, Select, TextArea } from './field.tsx';
import {
  ButtonForm,
  ButtonLink,
  ErrorSummary,
  Fieldset,
  Form,
  type Problems,
  SubmitButton,
} from './form.tsx';
import { Actions, Column, Section } from './layout.tsx';
import { PictureFields } from './picture-fields.tsx';

const problems: Problems = {
  email: 'Écrivez une adresse de courriel complète, comme camille@exemple.fr.',
  naissance: 'Le 31 février n’existe pas : vérifiez le jour et le mois.',
  quartier: 'Choisissez votre quartier.',
  charte: 'Acceptez la charte pour créer votre compte.',
};

const districts = [
  { value: 'centre', label: 'Centre' },
  { value: 'tilleuls', label: 'Les Tilleuls' },
];

export function GalleryForms() {
  return (
    <>
      <Section title="Un formulaire" id="formulaire">
        <Form action="#" label="Formulaire au repos">
          <Field
            name="titre"
            label="Titre de votre idée"
            hint="En quelques mots : on doit comprendre sans lire la suite."
            required
            value="Un verger partagé"
          />
          <TextArea
            name="recit"
            label="Votre idée"
            hint="Où, pour qui, pourquoi ?"
            limit={1500}
            required
            value="La parcelle est en friche depuis six ans 🌳."
          />
          <Radios
            name="categorie"
            label="Catégorie"
            look="cards"
            value="nature"
            options={[
              {
                value: 'nature',
                label: 'Nature en ville',
                hint: 'Arbres, jardins, eau, animaux',
                icon: 'nature',
              },
              {
                value: 'mobilites',
                label: 'Mobilités',
                hint: 'Marche, vélo, transports',
                icon: 'bike',
              },
              { value: 'culture', label: 'Culture', hint: 'Fêtes, arts, lecture', icon: 'culture' },
            ]}
          />
          <Radios
            name="faisable"
            label="Faisable techniquement"
            look="row"
            value="oui"
            options={[
              { value: 'oui', label: 'Oui' },
              { value: 'conditions', label: 'Sous conditions' },
              { value: 'non', label: 'Non' },
            ]}
          />
          <Select name="lieu" label="Quartier" options={districts} empty width="medium" />
          <DateField name="date" label="Votre date de naissance" example="31 8 1951" birth />
          <DateField
            name="ouverture"
            label="Ouverture du vote"
            value={{ day: '7', month: '11', year: '2026', time: '09:00' }}
            withTime
          />
          <Field
            name="cout"
            label="Coût estimé"
            suffix="€"
            width="short"
            inputMode="decimal"
            value="24 000"
          />
          <FileField
            name="photo"
            label="Un document"
            hint="PDF, 10 Mo au plus."
            accept="application/pdf"
          />
          <PictureFields
            limits={{
              types: ['image/jpeg', 'image/png'],
              bytes: 10 * 1024 * 1024,
              characters: 300,
            }}
            alt=""
            problems={{}}
          />
          <PasswordField
            name="secret"
            label="Mot de passe"
            hint="12 caractères au moins ; une phrase convient très bien."
            autocomplete="new-password"
            required
          />
          <Checkboxes
            name="nouvelles"
            label="Recevoir des nouvelles"
            values={['idee']}
            options={[
              { value: 'idee', label: 'De mon idée' },
              {
                value: 'ville',
                label: 'De toute l’édition',
                hint: 'Une lettre par mois, pas plus.',
              },
            ]}
          />
          <Checkbox
            name="accord"
            label={
              <>
                J’accepte la <a href="#charte">charte de participation</a>
              </>
            }
            required
          />
          <Actions>
            <SubmitButton>Continuer</SubmitButton>
            <SubmitButton kind="quiet" name="enregistrer" value="1">
              Enregistrer et finir plus tard
            </SubmitButton>
          </Actions>
        </Form>
      </Section>
      <Section title="Le même, revenu avec des points à corriger" id="erreurs">
        <Column>
          <ErrorSummary problems={problems} ids={{ charte: 'charte' }} />
          <Form action="#" label="Formulaire à corriger">
            <Field
              name="email"
              label="Adresse de courriel"
              type="email"
              autocomplete="email"
              value="camille@"
              problems={problems}
              required
            />
            <DateField
              name="naissance"
              label="Date de naissance"
              value={{ day: '31', month: '2', year: '1951' }}
              problems={problems}
              birth
            />
            <Radios
              name="lieu-dit"
              label="Quartier"
              options={districts}
              problems={problems}
              required
            />
            <TextArea
              name="long"
              label="Texte trop long"
              limit={20}
              rows={3}
              value="Ce texte compte plus de vingt caractères."
            />
            <Checkbox name="charte" label="J’accepte la charte" problems={problems} required />
            <SubmitButton>Créer mon compte</SubmitButton>
          </Form>
        </Column>
      </Section>
      <Section title="Les groupes et les boutons" id="boutons">
        <Column>
          <Fieldset
            legend="Votre adresse"
            hint="Elle sert à savoir si vous pouvez voter, rien d’autre."
            id="adresse"
          >
            <Field name="rue" label="Rue et numéro" autocomplete="street-address" />
            <Field
              name="code"
              label="Code reçu par courriel"
              width="short"
              inputMode="numeric"
              autocomplete="one-time-code"
            />
            <OutputField label="Commune">Fleury</OutputField>
          </Fieldset>
        </Column>
        <div class="stack">
          <Actions>
            <ButtonLink href="#1">Déposer mon idée</ButtonLink>
            <ButtonLink href="#2" kind="secondary" icon="search">
              Voir les idées
            </ButtonLink>
            <ButtonLink href="#3" kind="quiet">
              Comment ça marche
            </ButtonLink>
            <ButtonForm action="#" kind="danger" icon="delete">
              Retirer mon idée
            </ButtonForm>
          </Actions>
          <Actions>
            <ButtonLink href="#4" size="large" icon="vote">
              Déposer mon vote
            </ButtonLink>
            <ButtonLink href="#5" size="small" kind="secondary">
              Petit bouton
            </ButtonLink>
            <ButtonForm action="#" kind="secondary" icon="support" pressed>
              Soutenue
            </ButtonForm>
          </Actions>
        </div>
      </Section>
    </>
  );
}
