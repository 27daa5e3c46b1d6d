import type { ComponentChildren } from 'preact';
import * as m from '../../paraglide/messages.js';
import { fileSegment, SMALL_WIDTH } from '../../platform/files/upload.ts';
import type { RelatedLink } from '../../platform/http/visit.ts';
import { ButtonLink } from '../../ui/form.tsx';
import { formatDateTime, formatMoney, formatPercent } from '../../ui/format.ts';
import { Panel, Split } from '../../ui/layout.tsx';
import { MapFigure, type MapGround } from '../../ui/map.tsx';
import { NextStep } from '../../ui/next-step.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Picture } from '../../ui/picture.tsx';
import { DescriptionList } from '../../ui/table.tsx';
import { Tag } from '../../ui/tag.tsx';
import { Money, Prose } from '../../ui/text.tsx';
import { urls } from '../../urls.ts';
import { Attachments } from '../ideas/index.page.ts';
import type { Attachment } from '../ideas/index.ts';
import { FollowButton } from '../notifications/index.page.ts';
import {
  categoryLook,
  EditionFrame,
  findPhase,
  isOpen,
  RelatedLinks,
} from '../spaces/index.page.ts';
import type { Edition } from '../spaces/index.ts';
import { districtWords } from './district-words.page.ts';
import type { Project } from './project.ts';

interface Props {
  edition: Edition;
  now: Date;
  project: Project;
  /** false before an election: nothing is put forward. */
  canShare: boolean;
  /** Names that may be shown. */
  holders: readonly string[];
  /** Pictures and documents, in order; the first picture stands above its words. */
  files: readonly Attachment[];
  /** The ideas it comes from, then what became of it. */
  links: readonly RelatedLink[];
  ground: MapGround;
  /** Of its members and of the office; null for anybody else. */
  team: ComponentChildren;
  following: { followers: number; isFollowing: boolean };
  signedIn: boolean;
}

/** One project of the frozen list: what, where, how much, whose, and where it comes from (R50, R188). */
export function ProjectPage(props: Props) {
  const { edition, now, project, holders, files, links, ground, team } = props;
  const picture = files.find(({ width, height }) => width !== null && height !== null) ?? null;
  const look = categoryLook(edition, project.categoryId);
  return (
    <EditionFrame edition={edition} now={now} current="projects">
      <PageHeader
        title={project.title}
        kicker={m.projects_number({ number: project.number ?? 0 })}
        meta={
          look && (
            <Tag icon={look.icon} tint={look.tint}>
              {look.label}
            </Tag>
          )
        }
      />
      <Split
        aside={
          <>
            <Panel>
              <DescriptionList
                look="stack"
                items={[
                  {
                    term: m.projects_cost(),
                    detail: (
                      <>
                        <Money cents={project.cost} currency={edition.currency} />
                        {edition.envelope > 0 && (
                          <>
                            {', '}
                            {m.projects_cost_share({
                              share: formatPercent(project.cost / edition.envelope),
                              amount: formatMoney(edition.envelope, edition.currency),
                            })}
                          </>
                        )}
                      </>
                    ),
                  },
                  ...(edition.districts.length === 0
                    ? []
                    : [
                        {
                          term: m.projects_district(),
                          detail: <bdi>{districtWords(project)}</bdi>,
                        },
                      ]),
                  ...(project.place === '' || project.place === project.district
                    ? []
                    : [{ term: m.projects_place(), detail: <bdi>{project.place}</bdi> }]),
                  ...(holders.length === 0
                    ? []
                    : [
                        {
                          term: m.projects_holder(),
                          detail: holders.map((name) => (
                            <div key={name}>
                              <bdi>{name}</bdi>
                            </div>
                          )),
                        },
                      ]),
                ]}
              />
            </Panel>
            {project.point && (
              <MapFigure
                ground={ground}
                size="small"
                label={m.territory_place_of_label({ place: project.place || project.title })}
                pins={[
                  {
                    ...project.point,
                    key: 'project',
                    mark: '',
                    label: project.place || project.title,
                  },
                ]}
              />
            )}
            <VoteStep edition={edition} now={now} />
          </>
        }
      >
        {picture && picture.width !== null && picture.height !== null && (
          <Picture
            src={urls.file({ file: fileSegment(picture) })}
            srcset={`${urls.file({ file: fileSegment(picture, 'small') })} ${Math.min(picture.width, SMALL_WIDTH)}w, ${urls.file({ file: fileSegment(picture) })} ${picture.width}w`}
            sizes="(min-width: 60rem) 40rem, 100vw"
            alt={picture.alt || m.projects_picture_of({ title: project.title })}
            width={picture.width}
            height={picture.height}
            eager
          />
        )}
        <Prose text={project.summary} />
        <Attachments title={project.title} attachments={files.filter((file) => file !== picture)} />
      </Split>
      {props.canShare && (
        <p>
          <ButtonLink
            kind="secondary"
            icon="share"
            href={urls.projectShare({ edition: edition.slug, project: project.number ?? 0 })}
          >
            {m.campaign_share_title()}
          </ButtonLink>
        </p>
      )}
      {edition.archivedAt === null && (
        <FollowButton
          target={{ kind: 'project', id: project.id }}
          about={project.title}
          hint={m.projects_follow_hint()}
          {...props.following}
          signedIn={props.signedIn}
        />
      )}
      {team}
      <RelatedLinks links={links} />
      <p>
        <a href={urls.projects({ edition: edition.slug })}>{m.projects_see_all()}</a>
      </p>
    </EditionFrame>
  );
}

function VoteStep({ edition, now }: { edition: Edition; now: Date }) {
  const vote = findPhase(edition, 'vote');
  if (!vote || edition.archivedAt !== null) return null;
  if (vote.startsAt > now)
    return (
      <NextStep
        kicker={m.projects_next()}
        title={m.projects_vote_soon()}
        deadline={m.projects_vote_from({ date: formatDateTime(vote.startsAt) })}
      />
    );
  if (!isOpen(edition, 'vote', now)) return null;
  return (
    <NextStep
      kicker={m.projects_now()}
      title={m.projects_vote_open()}
      {...(vote.endsAt && {
        deadline: m.projects_vote_until({ date: formatDateTime(vote.endsAt) }),
      })}
      actions={
        <ButtonLink href={urls.vote({ edition: edition.slug })} icon="vote">
          {m.projects_vote()}
        </ButtonLink>
      }
    />
  );
}
