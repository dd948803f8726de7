-- By which uploads that ended long ago are found.
create index attempt_by_age on attempt (received_at);
