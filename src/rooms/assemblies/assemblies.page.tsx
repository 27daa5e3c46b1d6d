import * as m from '../../paraglide/messages.js';
import { Card } from '../../ui/card.tsx';
import { ButtonLink } from '../../ui/form.tsx';
import { Stack } from '../../ui/layout.tsx';
import { EmptyState, List, Pagination } from '../../ui/list.tsx';
import { MarkedText } from '../../ui/marked-text.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { StateBadge } from '../../ui/tag.tsx';
import { urls } from '../../urls.ts';
import { SpaceFrame } from '../consultations/index.page.ts';
import { placeWords, timeWords } from '../meetings/index.page.ts';
import type { Meeting } from '../meetings/index.ts';
import { type Assembly, stateOf } from './assembly.ts';
import { stateTones, stateWords } from './assembly-words.page.ts';

type FrameProps = Omit<Parameters<typeof SpaceFrame>[0], 'children' | 'current'>;

interface Props {
  frame: FrameProps;
  component: { id: string; slug: string; title: string; introduction: string };
  assemblies: readonly { assembly: Assembly; meeting: Meeting }[];
  next: string | null;
  mayRun: boolean;
}

/** The assemblies of a space, the newest first. */
export function AssembliesPage({ frame, component, assemblies, next, mayRun }: Props) {
  const at = { space: frame.space.slug, component: component.slug };
  const prepare = mayRun && (
    <ButtonLink icon="plus" href={urls.newAssembly(at)}>
      {m.assembly_new()}
    </ButtonLink>
  );
  return (
    <SpaceFrame {...frame} current={component.id}>
      <Stack>
        <PageHeader title={component.title} {...(assemblies.length > 0 && { actions: prepare })} />
        {component.introduction && <MarkedText text={component.introduction} />}
        {assemblies.length === 0 ? (
          <EmptyState
            icon="citizens"
            title={m.assembly_none()}
            {...(prepare && { actions: prepare })}
          >
            <p>{mayRun ? m.assembly_none_to_make() : m.assembly_none_words()}</p>
          </EmptyState>
        ) : (
          <List look="cards">
            {assemblies.map(({ assembly, meeting }) => (
              <Card
                key={assembly.id}
                level={2}
                title={assembly.title}
                href={urls.assembly({ ...at, assembly: assembly.slug })}
                category={{ label: m.assembly_one(), icon: 'citizens' }}
                state={
                  <StateBadge tone={stateTones[stateOf(assembly)]}>
                    {stateWords[stateOf(assembly)]()}
                  </StateBadge>
                }
                meta={[timeWords(meeting), placeWords(meeting)]}
              />
            ))}
          </List>
        )}
        <Pagination nextHref={next ? urls.assemblies(at, { apres: next }) : undefined} />
      </Stack>
    </SpaceFrame>
  );
}
