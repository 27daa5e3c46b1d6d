-- Under fifteen nobody has a public name (integrity part 3; art. 45 LIL): what they deposit is shown without one.
create or replace view idea_author as
  select organisation_id, id,
    case when birth_date > (palabre_now() at time zone 'Europe/Paris')::date - interval '15 years'
      then '' else nickname end as nickname
  from person;
