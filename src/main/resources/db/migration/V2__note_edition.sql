-- The edition of the reading (vocabulary, examples, encoders, threshold) that found the signals; null: before editions were kept.
alter table note add column edition varchar(40);
-- Notes of other editions are read again network by network.
create index note_again on note (network, id);
