import * as m from '../../paraglide/messages.js';
import { ButtonLink } from '../../ui/form.tsx';
import { formatNumber } from '../../ui/format.ts';
import { Column, Section, Stack } from '../../ui/layout.tsx';
import { List } from '../../ui/list.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Picture } from '../../ui/picture.tsx';
import { urls } from '../../urls.ts';
import { PromotionPauseNotice } from '../organisations/index.page.ts';
import type { PromotionPause } from '../organisations/index.ts';
import type { Project } from '../projects/index.ts';
import { EditionFrame, numberedSegment } from '../spaces/index.page.ts';
import type { Edition } from '../spaces/index.ts';
import type { VoteDates } from './kit-terms.ts';
import { pieceWords, sayVote } from './kit-words.page.ts';
import { PICTURES, PIECES, type Piece, PRINTED } from './piece.ts';

export interface SharedProject {
  edition: Edition;
  now: Date;
  project: Project & { number: number };
  vote: VoteDates | null;
  /** Of its public page, in full. */
  address: string;
  /** What it is all switched off for; null: nothing is. */
  pause: PromotionPause | null;
}

/** How anybody makes a project known: its link, a mail, what to print, pictures for networks (R51). */
export function ProjectSharePage(props: SharedProject) {
  const { edition, now, project } = props;
  return (
    <EditionFrame edition={edition} now={now} current="projects">
      <PageHeader
        title={m.campaign_share_title()}
        kicker={m.projects_number({ number: project.number })}
        lead={<bdi>{project.title}</bdi>}
      />
      <ShareTools {...props} />
      <p>
        <a
          href={urls.project({
            edition: edition.slug,
            project: numberedSegment(project.number, project.title),
          })}
        >
          {m.campaign_back_to_project()}
        </a>
      </p>
    </EditionFrame>
  );
}

/** Off before an election, as the law asks. `downloads`: how often each piece was taken, for those who may know. */
export function ShareTools(props: SharedProject & { downloads?: ReadonlyMap<Piece, number> }) {
  if (props.pause) return <PromotionPauseNotice pause={props.pause} />;
  return (
    <Stack>
      <ShareLink {...props} />
      <Kit {...props} />
    </Stack>
  );
}

function ShareLink({ project, vote, address }: SharedProject) {
  const said = sayVote(vote);
  const body = m.campaign_mail_body({
    title: project.title,
    number: project.number,
    address,
    vote: said === '' ? m.campaign_vote_soon() : said,
  });
  const mail = `mailto:?subject=${encodeURIComponent(m.campaign_mail_subject({ title: project.title }))}&body=${encodeURIComponent(body)}`;
  return (
    <Section title={m.campaign_link()} lead={m.campaign_link_lead()}>
      <p class="share-address">
        <code id="adresse">{address}</code>
      </p>
      <div class="actions">
        <copy-words data-of="adresse" data-done={m.campaign_copied()}>
          <template>
            <button type="button" class="button button-secondary">
              {m.campaign_copy()}
            </button>
            <span role="status" />
          </template>
        </copy-words>
        <ButtonLink kind="secondary" icon="mail" href={mail}>
          {m.campaign_mail()}
        </ButtonLink>
      </div>
    </Section>
  );
}

function Kit({
  edition,
  project,
  downloads,
}: SharedProject & { downloads?: ReadonlyMap<Piece, number> }) {
  const at = { edition: edition.slug, project: project.number };
  const hrefOf = (piece: Piece) => urls.projectKit({ ...at, piece: PIECES[piece].file });
  const line = (piece: Piece) => (
    <div key={piece} class="office-step">
      <p>
        <a href={hrefOf(piece)} download>
          {pieceWords[piece].name()}
        </a>
      </p>
      <p class="hint">
        {[
          pieceWords[piece].use(),
          ...(downloads ? [m.guides_kit_downloads({ count: downloads.get(piece) ?? 0 })] : []),
        ].join(' · ')}
      </p>
    </div>
  );
  const { width, height } = PIECES['picture-wide'];
  return (
    <>
      <Section
        title={m.campaign_print()}
        lead={m.campaign_print_lead()}
        action={
          <ButtonLink kind="secondary" icon="download" href={urls.projectKitZip(at)} download>
            {m.campaign_zip_project()}
          </ButtonLink>
        }
      >
        <List>{PRINTED.map(line)}</List>
      </Section>
      <Section title={m.campaign_networks()} lead={m.campaign_networks_lead()}>
        <Column>
          <Picture
            src={urls.projectKit({ ...at, piece: PIECES['picture-wide'].file }, { apercu: 1 })}
            alt={m.campaign_picture_alt({
              number: formatNumber(project.number),
              title: project.title,
            })}
            width={width}
            height={height}
          />
        </Column>
        <List>{PICTURES.map(line)}</List>
      </Section>
    </>
  );
}
