import * as m from '../../paraglide/messages.js';
import { Stat, Stats } from '../../ui/charts.tsx';
import { ButtonLink } from '../../ui/form.tsx';
import { formatDate, formatMoney, formatNumber } from '../../ui/format.ts';
import { Panel, Section, Split } from '../../ui/layout.tsx';
import { List } from '../../ui/list.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Picture } from '../../ui/picture.tsx';
import { DescriptionList } from '../../ui/table.tsx';
import { Money } from '../../ui/text.tsx';
import { urls } from '../../urls.ts';
import { PromotionPauseNotice } from '../organisations/index.page.ts';
import type { PromotionPause } from '../organisations/index.ts';
import type { PublishedResult } from '../polls/index.ts';
import type { ListFreeze } from '../projects/index.ts';
import { EditionFrame, stepWords } from '../spaces/index.page.ts';
import type { Edition } from '../spaces/index.ts';
import type { VoteDates } from './kit-terms.ts';
import { pieceWords, sayVote } from './kit-words.page.ts';
import { PICTURES, PIECES } from './piece.ts';

interface Props {
  edition: Edition;
  now: Date;
  organisation: string;
  contact: string;
  /** Address of the logo; null: there is none. */
  logo: string | null;
  ideas: number;
  /** null while residents may not see the list. */
  list: ListFreeze | null;
  /** null until it is published. */
  result: PublishedResult | null;
  vote: VoteDates | null;
  /** What the page is switched off for; null: it is not. */
  pause: PromotionPause | null;
}

/** For newspapers: what is known today, the dates, what to print beside an article, whom to ask (R41). */
export function PressPage(props: Props) {
  const { edition, now, organisation, pause } = props;
  if (pause)
    return (
      <EditionFrame edition={edition} now={now} current="press">
        <PageHeader title={m.campaign_press_title()} />
        <Split aside={<Contact {...props} />}>
          <PromotionPauseNotice pause={pause} />
        </Split>
      </EditionFrame>
    );
  return (
    <EditionFrame edition={edition} now={now} current="press">
      <PageHeader
        title={m.campaign_press_title()}
        lead={m.campaign_press_lead({ edition: edition.title })}
      />
      <Split aside={<Contact {...props} />}>
        <Section
          title={m.campaign_press_figures()}
          lead={m.campaign_press_figures_lead({ day: formatDate(now) })}
        >
          <Figures {...props} />
        </Section>
        {props.result?.subject === 'projects' && <Winners {...props} result={props.result} />}
        <Section title={m.portal_calendar()}>
          <DescriptionList items={listDates(props)} />
        </Section>
        <Section title={m.campaign_press_read()}>
          <List>{listReadings(props)}</List>
        </Section>
        <Pictures {...props} />
      </Split>
      <p class="hint">{m.campaign_press_terms({ organisation })}</p>
    </EditionFrame>
  );
}

function Figures({ edition, ideas, list, result }: Props) {
  const money = (cents: number) => formatMoney(cents, edition.currency);
  return (
    <Stats>
      {edition.envelope > 0 && (
        <Stat
          value={money(edition.envelope)}
          label={m.portal_envelope()}
          explanation={m.portal_envelope_more()}
        />
      )}
      {ideas > 0 && (
        <Stat
          value={formatNumber(ideas)}
          label={m.portal_ideas({ count: ideas })}
          explanation={m.portal_ideas_more()}
        />
      )}
      {list && (
        <Stat
          value={formatNumber(list.projects)}
          label={m.portal_projects({ count: list.projects })}
          explanation={m.portal_projects_cost({ amount: money(list.cost) })}
        />
      )}
      {result && (
        <Stat
          value={formatNumber(result.ballots)}
          label={m.portal_voters({ count: result.ballots })}
          explanation={m.portal_voters_more()}
        />
      )}
      {result?.subject === 'projects' && (
        <Stat
          value={formatNumber(result.winners.length)}
          label={m.portal_winners({ count: result.winners.length })}
          explanation={m.portal_winners_more({ amount: money(result.cost) })}
        />
      )}
    </Stats>
  );
}

function Winners({ edition, result }: Props & { result: PublishedResult }) {
  const at = { edition: edition.slug };
  return (
    <Section title={m.campaign_press_winners()}>
      <List ordered>
        {result.winners.map(({ number, label, cost }) => (
          <p key={number}>
            <a href={urls.project({ ...at, project: number })}>
              <bdi>{label}</bdi>
            </a>{' '}
            <span class="hint">
              <Money cents={cost} currency={edition.currency} />
            </span>
          </p>
        ))}
      </List>
      <p>
        <a href={urls.results(at)}>{m.campaign_press_results()}</a>
      </p>
    </Section>
  );
}

function listDates({ edition, vote }: Props) {
  return edition.phases.map((phase) => ({
    term: stepWords[phase.step].name(),
    // a poll put off has other days than the calendar
    detail: phase.step === 'vote' && vote ? sayVote(vote) : sayPhase(phase),
  }));
}

const sayPhase = ({ startsAt, endsAt }: { startsAt: Date; endsAt: Date | null }) =>
  endsAt
    ? m.campaign_from_to({
        from: formatDate(startsAt),
        to: formatDate(new Date(endsAt.getTime() - 1)),
      })
    : m.campaign_from({ from: formatDate(startsAt) });

function listReadings({ edition, list }: Props) {
  const at = { edition: edition.slug };
  const links = [
    ...(list
      ? [
          { href: urls.projects(at), words: m.campaign_press_projects() },
          { href: urls.projectsPdf(at), words: m.campaign_press_catalogue() },
        ]
      : []),
    { href: urls.rules(at), words: m.portal_read_rules() },
  ];
  return links.map(({ href, words }) => (
    <a key={href} class="standalone-link" href={href}>
      {words}
    </a>
  ));
}

function Pictures({ edition }: Props) {
  const at = { edition: edition.slug };
  const { width, height } = PIECES['picture-wide'];
  return (
    <Section title={m.campaign_press_pictures()} lead={m.campaign_press_pictures_lead()}>
      <Picture
        src={urls.pressPicture({ ...at, piece: PIECES['picture-wide'].file })}
        alt={m.campaign_press_picture_alt({ edition: edition.title })}
        width={width}
        height={height}
      />
      <List>
        {PICTURES.map((piece) => (
          <a
            key={piece}
            class="standalone-link"
            href={urls.pressPicture({ ...at, piece: PIECES[piece].file })}
            download
          >
            {pieceWords[piece].name()}
          </a>
        ))}
      </List>
    </Section>
  );
}

function Contact({ contact, logo, organisation }: Props) {
  return (
    <Panel title={m.campaign_press_contact()}>
      <p>{m.campaign_press_contact_words({ organisation })}</p>
      <p>
        <a class="standalone-link" href={`mailto:${contact}`}>
          {contact}
        </a>
      </p>
      {logo && (
        <ButtonLink kind="secondary" icon="download" href={logo} download>
          {m.campaign_press_logo()}
        </ButtonLink>
      )}
    </Panel>
  );
}
