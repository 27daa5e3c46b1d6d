import { grantRole } from '../rooms/identity/index.ts';
import { insertDepartment } from '../rooms/organisations/index.ts';
import { demoLogins } from './accounts.ts';
import type { Town } from './people.ts';
import { enrol, type Member, type Place } from './place.ts';
import { expectOk } from './story.ts';

const { decider, cabinet, ambassador, agents } = demoLogins;

/** The services of Fleury that study ideas, each with its referent, and some with a colleague. */
const services = [
  {
    login: agents.roads,
    name: 'Voirie et réseaux',
    referent: 'Karim Belloc',
    nickname: 'Karim · voirie',
    birthDate: '1978-03-11',
    colleague: { name: 'Odile Fournel', nickname: 'Odile · voirie', birthDate: '1969-08-24' },
  },
  {
    login: agents.parks,
    name: 'Espaces verts',
    referent: 'Marie-Laure Quintard',
    nickname: 'Marie-Laure · espaces verts',
    birthDate: '1983-05-02',
    colleague: { name: 'Bastien Rullier', nickname: 'Bastien · jardins', birthDate: '1994-12-19' },
  },
  {
    login: agents.buildings,
    name: 'Bâtiments',
    referent: 'Thierry Vasseur-Lamy',
    nickname: 'Thierry · bâtiments',
    birthDate: '1971-10-30',
  },
  {
    login: agents.sports,
    name: 'Sports',
    referent: 'Naïma Toubal',
    nickname: 'Naïma · sports',
    birthDate: '1988-01-17',
  },
  {
    login: agents.culture,
    name: 'Culture',
    referent: 'Étienne Garances',
    nickname: 'Étienne · culture',
    birthDate: '1980-07-06',
  },
  {
    login: agents.law,
    name: 'Juridique et marchés',
    referent: 'Solène Prigent',
    nickname: 'Solène · juridique',
    birthDate: '1975-04-28',
  },
];

/** Services and those who decide, read and go out to meet people, before anything is studied. */
export async function openTownHall(place: Place, town: Town, officer: Member): Promise<void> {
  const { db, organisation } = place;
  const organisationId = organisation.id;
  for (const { login, name, referent, nickname, birthDate, colleague } of services) {
    const act = { organisationId, by: officer.id };
    const { id } = expectOk(await insertDepartment(db, act, { name, email: login.email }), name);
    const character = town.introduce({ name: referent, nickname, birthDate }, login.email);
    const people = [
      await enrol(place, character, { password: login.password }),
      ...(colleague ? [await enrol(place, town.introduce(colleague))] : []),
    ];
    for (const [index, person] of people.entries())
      await grantRole(db, {
        organisationId,
        personId: person.id,
        role: 'agent',
        departmentId: id,
        isReferent: index === 0,
        grantedBy: officer.id,
      });
  }
  const others = [
    {
      login: decider,
      name: 'Hélène Morvan',
      nickname: 'Hélène Morvan · élue',
      birthDate: '1967-02-14',
    },
    {
      login: cabinet,
      name: 'Quentin Delalande',
      nickname: 'Quentin · cabinet',
      birthDate: '1990-09-09',
    },
    {
      login: ambassador,
      name: 'Sami Kerouani',
      nickname: 'Sami · ambassadeur',
      birthDate: '2002-06-21',
    },
  ] as const;
  for (const { login, ...known } of others)
    await enrol(place, town.introduce(known, login.email), {
      password: login.password,
      roles: [login.role as 'decider' | 'cabinet' | 'ambassador'],
    });
}
