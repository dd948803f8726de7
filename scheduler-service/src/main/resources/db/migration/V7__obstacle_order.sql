-- Where in its topic the word stood that holds: the order of words, whatever the clocks of those who told them.
alter table obstacle add column heard_partition integer, add column heard_offset bigint;
