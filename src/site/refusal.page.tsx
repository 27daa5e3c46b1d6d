import * as m from '../paraglide/messages.js';
import { type Page, page, type Visit } from '../platform/http/visit.ts';
import { ButtonLink } from '../ui/form.tsx';
import { urls } from '../urls.ts';

const words: Record<number, [title: () => string, text: () => string]> = {
  400: [m.site_refused_400_title, m.site_refused_400],
  401: [m.site_refused_401_title, m.site_refused_401],
  403: [m.site_refused_403_title, m.site_refused_403],
  404: [m.site_refused_404_title, m.site_refused_404],
  405: [m.site_refused_405_title, m.site_refused_405],
  409: [m.site_refused_409_title, m.site_refused_409],
  410: [m.site_refused_410_title, m.site_refused_410],
  413: [m.site_refused_413_title, m.site_refused_413],
  415: [m.site_refused_415_title, m.site_refused_415],
  422: [m.site_refused_400_title, m.site_refused_400],
  429: [m.site_refused_429_title, m.site_refused_429],
  500: [m.site_refused_500_title, m.site_refused_500],
  503: [m.site_refused_503_title, m.site_refused_503],
};

/** What happened, what to do: the page of every refusal that no form can show beside a field. */
export function refusalPage(visit: Visit, status: number, reason: string): Page {
  const unproven = reason === 'second-factor';
  // of a network, whose showcase is everybody's
  const [, inside] = /^inside-only:(.+)$/.exec(reason) ?? [];
  const [title, text] = unproven
    ? [m.factor_unproven_title, m.factor_unproven]
    : inside
      ? [m.participation_inside_only_title, m.participation_inside_only]
      : (words[status] ?? words[500]!);
  const way = unproven
    ? { href: urls.verification(), words: m.factor_unproven_link }
    : inside
      ? { href: urls.space({ space: inside }), words: m.participation_inside_only_link }
      : status === 401
        ? { href: urls.signIn(), words: m.ui_sign_in }
        : { href: urls.home(), words: m.site_back_home };
  return page({
    title: title(),
    status: status as NonNullable<Page['status']>,
    body: (
      <>
        <h1>{title()}</h1>
        <p class="lead">{text()}</p>
        <p>
          <ButtonLink href={way.href}>{way.words()}</ButtonLink>
        </p>
        {visit.organisation.contactEmail && (
          <p>
            <a href={`mailto:${visit.organisation.contactEmail}`}>
              {visit.organisation.contactEmail}
            </a>
          </p>
        )}
      </>
    ),
  });
}
