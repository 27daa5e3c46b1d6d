/** Gallery: notices, running text, type scale. */
import { Differences } from './differences.tsx';
import { ButtonForm, ButtonLink } from './form.tsx';
import { formatDate, formatDateTime, formatList, formatPercent } from './format.ts';
import { Panel, Section, Split, Stack } from './layout.tsx';
import { ConfirmPage } from './next-step.tsx';
import { Notice } from './notice.tsx';
import { Article, Money, Prose } from './text.tsx';

const moment = new Date('2026-11-22T17:00:00Z');

export function GalleryWords() {
  return (
    <>
      <Section title="Les messages" id="messages">
        <Stack>
          <Notice>
            Le vote se fait aussi sur papier, à la mairie et dans les deux médiathèques.
          </Notice>
          <Notice tone="success" title="Votre idée est publiée">
            Vous pouvez la modifier pendant 15 minutes, tant que personne ne la soutient.
          </Notice>
          <Notice
            tone="warning"
            title="Votre vote n’est pas encore déposé"
            actions={<ButtonLink href="#panier">Vérifier mon vote</ButtonLink>}
          >
            Vos trois projets sont gardés sur cet appareil.
          </Notice>
          <Notice tone="danger">
            Le vote est clos depuis le dimanche 22 novembre 2026 à 18 h.
          </Notice>
        </Stack>
      </Section>
      <Section title="Les différences" id="differences">
        <Differences
          before={'Une enveloppe de 100 000 € est consacrée aux projets.\nIl faut avoir 18 ans.'}
          after={
            'Une enveloppe de 120 000 € est consacrée aux projets.\nIl faut avoir 16 ans ou plus.'
          }
        />
      </Section>
      <Section title="La confirmation" id="confirmation">
        <ConfirmPage
          level={2}
          question="Retirer votre idée ?"
          cancelHref="#garder"
          cancelLabel="Garder mon idée"
          form={
            <ButtonForm action="#" kind="danger">
              Retirer mon idée
            </ButtonForm>
          }
        >
          <p>
            Elle ne sera plus soutenue ni étudiée. Son texte reste visible, avec la mention «
            retirée ».
          </p>
        </ConfirmPage>
      </Section>
      <Section title="Le texte courant" id="texte">
        <Split
          aside={
            <Panel tone="quiet" title="Un encadré calme">
              <p>
                Dates : {formatDate(moment)}, {formatDateTime(moment, 'short')}.
              </p>
              <p>
                Montants : <Money cents={4500000} />, <Money cents={1250} />, {formatPercent(0.325)}
                .
              </p>
              <p>{formatList(['eau', 'air', 'terre'])}</p>
            </Panel>
          }
        >
          <Prose
            text={
              'La parcelle derrière la médiathèque est en friche depuis six ans. On pourrait y planter une vingtaine d’arbres fruitiers.\nLes voisins sont prêts à l’entretenir.\n\nVoir l’exemple de Rennes : https://exemple.fr/vergers (en bas de la page). <b>Ceci n’est pas du gras</b> et javascript:alert(1) n’est pas un lien.'
            }
          />
          <Article>
            <p>Un texte de la mairie, avec une liste :</p>
            <ul>
              <li>déposer une idée ;</li>
              <li>
                soutenir celle d’une voisine ou <a href="#vote">voter</a>.
              </li>
            </ul>
          </Article>
        </Split>
      </Section>
    </>
  );
}
