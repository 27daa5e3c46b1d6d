import type { ComponentProps } from 'preact';
import * as m from '../../paraglide/messages.js';
import { excerptOf } from '../../platform/text/excerpt.ts';
import { Card } from '../../ui/card.tsx';
import { ButtonLink } from '../../ui/form.tsx';
import { formatDate } from '../../ui/format.ts';
import { Section, Stack } from '../../ui/layout.tsx';
import { EmptyState, List, Pagination } from '../../ui/list.tsx';
import { MarkedText } from '../../ui/marked-text.tsx';
import { splitMarkup, wordsOf } from '../../ui/markup.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import { StateBadge } from '../../ui/tag.tsx';
import { urls } from '../../urls.ts';
import { SpaceFrame } from '../consultations/index.page.ts';
import type { ListedDossier } from './dossier.store.ts';
import { hrefOf, reachWords, standingWords } from './dossier-words.page.ts';

type Frame = ComponentProps<typeof SpaceFrame>;

export interface Framed {
  space: Frame['space'] & { slug: string };
  component: { id: string; slug: string; title: string; introduction: string };
  beside: Pick<Frame, 'theme' | 'tabs'>;
}

interface Props extends Framed {
  dossiers: readonly ListedDossier[];
  isClosed: boolean;
  next: string | null;
  mayOpen: boolean;
}

/** The dossiers of a network: those that are worked on, and on demand those that are closed. */
export function DossiersPage(props: Props) {
  const { space, component, beside, dossiers, isClosed, mayOpen } = props;
  const at = { space: space.slug, component: component.slug };
  const open = mayOpen && (
    <ButtonLink icon="plus" href={urls.newDossier(at)}>
      {m.dossiers_open()}
    </ButtonLink>
  );
  const label = isClosed ? m.dossiers_closed_title() : m.dossiers_open_title();
  return (
    <SpaceFrame space={space} {...beside} current={component.id}>
      <Stack>
        <PageHeader title={component.title} lead={m.dossiers_lead()} actions={open} />
        {component.introduction && <MarkedText text={component.introduction} />}
        <Section
          title={label}
          action={
            <a href={urls.dossiers(at, isClosed ? {} : { etat: 'clos' })}>
              {isClosed ? m.dossiers_see_open() : m.dossiers_see_closed()}
            </a>
          }
        >
          {dossiers.length === 0 ? (
            <EmptyState
              icon="archive"
              level={3}
              title={isClosed ? m.dossiers_none_closed() : m.dossiers_none()}
              actions={!isClosed && open}
            >
              <p>{isClosed ? m.dossiers_none_closed_words() : m.dossiers_none_words()}</p>
            </EmptyState>
          ) : (
            <List look="rows" label={label}>
              {dossiers.map((dossier) => (
                <DossierCard key={dossier.id} {...props} dossier={dossier} />
              ))}
            </List>
          )}
          <Pagination
            nextHref={
              props.next
                ? urls.dossiers(at, { etat: isClosed ? 'clos' : undefined, apres: props.next })
                : undefined
            }
          />
        </Section>
      </Stack>
    </SpaceFrame>
  );
}

function DossierCard({ space, component, dossier }: Props & { dossier: ListedDossier }) {
  const { standing, tasks, tasksDone, closedAt } = dossier;
  return (
    <Card
      title={dossier.title}
      href={hrefOf({ space, component, dossier })}
      level={3}
      lang={dossier.lang}
      excerpt={excerptOf(wordsOf(splitMarkup(dossier.purpose)))}
      state={
        standing && (
          <StateBadge tone={standing === 'invited' ? 'now' : 'info'} icon="user">
            {standingWords[standing]()}
          </StateBadge>
        )
      }
      meta={[
        ...(closedAt ? [m.dossiers_closed_on({ date: formatDate(closedAt) })] : []),
        m.dossiers_count_members({ count: dossier.members }),
        ...(tasks > 0 ? [m.dossiers_count_tasks({ done: tasksDone, count: tasks })] : []),
        ...(dossier.reach === 'members' ? [reachWords.members()] : []),
        ...(dossier.isHidden ? [m.dossiers_hidden()] : []),
      ]}
    />
  );
}
