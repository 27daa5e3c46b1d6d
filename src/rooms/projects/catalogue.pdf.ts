import * as m from '../../paraglide/messages.js';
import { getLocale } from '../../paraglide/runtime.js';
import { openPaper } from '../../platform/pdf/paper.ts';
import { formatMoney } from '../../ui/format.ts';
import type { Edition } from '../spaces/index.ts';
import { districtWords } from './district-words.page.ts';
import type { BallotProject } from './project.store.ts';
import { type ListFreeze, nameHolders, type ProjectPhoto } from './project.ts';

interface Catalogue {
  /** Folder of the installation. */
  root: string;
  organisation: { name: string; colour: string };
  edition: Edition;
  freeze: ListFreeze;
  projects: readonly BallotProject[];
  /** Nicknames by id of person. */
  holders: ReadonlyMap<string, string>;
  /** By id of project. */
  photos: ReadonlyMap<string, ProjectPhoto>;
  /** Its bytes as JPEG, cut to so many pixels; null: they are not there any more. */
  readPhoto: (
    photo: ProjectPhoto,
    frame: { width: number; height: number },
  ) => Promise<Buffer | null>;
}

/** Points on the sheet; three pixels each, which a printer of an office shows at 220 to the inch. */
const PHOTO = { width: 150, height: 100 } as const;
const FINE = 3;

/** Projects written before other requests have their turn: about a hundredth of a second. */
const AT_ONCE = 10;

/** The frozen list to print and lay out in halls: number, title, cost, place, holder, photo, summary (R50). */
export async function writeCatalogue(catalogue: Catalogue): Promise<Buffer> {
  const { edition, freeze, organisation } = catalogue;
  const money = (cents: number) => formatMoney(cents, edition.currency);
  const paper = openPaper({
    root: catalogue.root,
    sheet: 'A4',
    lang: getLocale(),
    title: `${m.printed_catalogue_title()} – ${edition.title}`,
    madeAt: freeze.frozenAt,
    colour: organisation.colour,
    size: 11,
    running: {
      head: m.printed_catalogue_title(),
      foot: m.printed_catalogue_foot({
        organisation: organisation.name,
        edition: edition.title,
      }),
      numbered: (page, pages) => m.printed_page({ page, pages }),
      overleaf: '',
      size: 9,
    },
  });
  paper.paragraph(`${organisation.name} · ${edition.title}`, { soft: true, before: 0 });
  paper.heading(m.printed_catalogue_title(), { before: 2, size: 24 });
  paper.paragraph(m.printed_catalogue_lead({ count: freeze.projects, cost: money(freeze.cost) }), {
    before: 4,
  });
  if (edition.envelope > 0)
    paper.paragraph(m.printed_catalogue_envelope({ amount: money(edition.envelope) }), {
      before: 0,
    });
  for (const [at, project] of catalogue.projects.entries()) {
    if (at % AT_ONCE === AT_ONCE - 1) await letOthersIn();
    const photo = catalogue.photos.get(project.id);
    const picture =
      photo &&
      (await catalogue.readPhoto(photo, {
        width: PHOTO.width * FINE,
        height: PHOTO.height * FINE,
      }));
    // a title is never left alone at the foot of a sheet, nor a photo cut in two
    paper.makeRoom(picture ? 110 + PHOTO.height : 110);
    paper.rule(16);
    paper.heading(`${project.number}. ${project.title}`, { level: 2, before: 10 });
    const write = () => {
      paper.paragraph([money(project.cost), ...listMarks(catalogue, project)].join(' · '), {
        bold: true,
        before: 2,
      });
      for (const words of project.summary.split(/\n+/)) paper.paragraph(words, { before: 4 });
    };
    if (photo && picture)
      paper.picture(
        { photo: picture, ...PHOTO },
        photo.alt || m.projects_picture_of({ title: project.title }),
        write,
      );
    else write();
  }
  return paper.finish();
}

/** Where it stands, what it is about and who brought it, as far as that is known. */
function listMarks({ edition, holders }: Catalogue, project: BallotProject): string[] {
  const category = edition.categories.find(({ id }) => id === project.categoryId);
  const names = nameHolders(project.holders, holders);
  const where = edition.districts.length > 0 ? districtWords(project) : '';
  const marks = [
    where,
    project.place === project.district ? '' : project.place,
    category?.name ?? '',
    names.length > 0 ? m.printed_catalogue_holder({ name: names.join(', ') }) : '',
  ];
  return marks.filter((mark) => mark !== '');
}

const letOthersIn = () => new Promise<void>((resolve) => setImmediate(resolve));
