import * as m from '../../paraglide/messages.js';
import { Card } from '../../ui/card.tsx';
import { Stat, Stats } from '../../ui/charts.tsx';
import { ButtonLink } from '../../ui/form.tsx';
import { formatNumber } from '../../ui/format.ts';
import { Section, Stack } from '../../ui/layout.tsx';
import { List } from '../../ui/list.tsx';
import { MarkedText } from '../../ui/marked-text.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { urls } from '../../urls.ts';
import { FollowButton, type Following } from '../notifications/index.page.ts';
import { categoryLook } from '../spaces/index.page.ts';
import { CoOrganisers } from './co-organisers.page.tsx';
import { ComponentCards } from './component-cards.page.tsx';
import { countWords, spaceKindWords } from './component-words.page.ts';
import { FamilyNav, type FamilyProps } from './family.page.tsx';
import { type ShownComponent, type SpaceFigures, type SpaceStep, sumByKind } from './shown.ts';
import type { CoOrganiser, Space, Theme } from './space.ts';
import { SpaceBadges } from './space-frame.page.tsx';
import { SpaceStepBlock } from './space-step.page.tsx';
import { datesOf, SpaceCards } from './spaces.page.tsx';

interface Props {
  space: Space & Pick<FamilyProps, 'family'>;
  themes: readonly Theme[];
  /** Of every theme and of none, in order. */
  components: readonly ShownComponent[];
  coOrganisers: readonly CoOrganiser[];
  step: SpaceStep;
  figures: SpaceFigures;
  following: Following;
  mayManage: boolean;
}

/** A space: what can be done there now, what it is about, its themes, and who organises it. */
export function SpacePage(props: Props) {
  const { space, themes, components, coOrganisers, step, figures, following, mayManage } = props;
  const poles = space.family?.poles ?? [];
  const whole = components.filter(({ themeId }) => themeId === null);
  return (
    <Stack>
      <PageHeader
        title={space.title}
        kicker={spaceKindWords[space.kind]()}
        {...(space.summary && { lead: space.summary })}
        breadcrumb={[{ label: m.participation_title(), href: urls.spaces() }]}
        meta={
          <>
            <SpaceBadges space={space} />
            {datesOf(space).map((words) => (
              <span key={words}>{words}</span>
            ))}
          </>
        }
        {...(mayManage && {
          actions: (
            <ButtonLink
              kind="secondary"
              icon="settings"
              href={urls.adminSpace({ space: space.slug })}
            >
              {m.participation_manage()}
            </ButtonLink>
          ),
        })}
      />
      <FamilyNav space={space} family={space.family} />
      <SpaceStepBlock step={step} />
      {space.introduction && <MarkedText text={space.introduction} />}
      <Figures figures={figures} />
      <p>{readersWords(space)}</p>
      {themes.length > 0 && (
        <Section title={m.participation_themes()} id="themes">
          <List look="cards">
            {themes.map((theme, index) => (
              <ThemeCard
                key={theme.id}
                theme={theme}
                number={index + 1}
                themes={themes}
                space={space}
                components={components.filter(({ themeId }) => themeId === theme.id)}
              />
            ))}
          </List>
        </Section>
      )}
      {space.parentId === null && poles.length > 0 && (
        <Section title={m.participation_poles()}>
          <SpaceCards spaces={poles} />
        </Section>
      )}
      {whole.length > 0 && (
        <Section title={themes.length > 0 ? m.participation_whole() : m.participation_here()}>
          <ComponentCards components={whole} />
        </Section>
      )}
      <Section title={m.follow_panel()}>
        <FollowButton
          target={{ kind: 'space', id: space.id }}
          about={space.title}
          hint={m.follow_space_hint()}
          {...following}
        />
      </Section>
      {coOrganisers.length > 0 && <CoOrganisers coOrganisers={coOrganisers} />}
    </Stack>
  );
}

function readersWords(space: Space): string {
  if (space.kind === 'network') return m.participation_for_network();
  return space.isPrivate ? m.participation_for_members() : m.participation_for_everybody();
}

/** Participants, proposals, supports and comments (R102); before anybody came there is nothing to count. */
function Figures({
  figures: { people, proposals, supports, comments },
}: {
  figures: SpaceFigures;
}) {
  if (people + proposals + supports + comments === 0) return <p>{m.participation_nobody()}</p>;
  return (
    <Stats>
      <Stat value={formatNumber(people)} label={m.participation_figure_people({ count: people })} />
      <Stat
        value={formatNumber(proposals)}
        label={m.participation_figure_proposals({ count: proposals })}
      />
      <Stat
        value={formatNumber(supports)}
        label={m.participation_figure_supports({ count: supports })}
      />
      <Stat
        value={formatNumber(comments)}
        label={m.participation_figure_comments({ count: comments })}
      />
    </Stats>
  );
}

interface ThemeCardProps {
  theme: Theme;
  number: number;
  themes: readonly Theme[];
  space: Space;
  components: readonly ShownComponent[];
}

/** A theme and what is in it: figures where rooms count, else the names of its components. */
function ThemeCard({ theme, number, themes, space, components }: ThemeCardProps) {
  const look = categoryLook(
    { categories: themes.map(({ id, slug, title: name, icon }) => ({ id, slug, name, icon })) },
    theme.id,
  )!;
  const sums = sumByKind(components).map(([kind, count]) => countWords(kind, count));
  const uncounted = components.filter(({ count }) => count === null).map(({ title }) => title);
  return (
    <Card
      title={theme.title}
      href={urls.theme({ space: space.slug, theme: theme.slug })}
      category={{
        label: m.participation_theme_number({ number }),
        icon: look.icon,
        tint: look.tint,
      }}
      picture={{ drawn: look.drawn }}
      excerpt={theme.summary}
      meta={[...sums, ...uncounted]}
    />
  );
}
