-- What the platform said of a publishing call that may have had an effect all the same: the last word on the attempt, once
-- it is proved that it had none.
alter table upload add column verdict jsonb;
