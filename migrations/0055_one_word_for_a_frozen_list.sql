-- Two functions said whether the list of an edition is frozen; `is_list_frozen` stays, which a trigger asks too.
drop function has_frozen_list(uuid, uuid);
