-- Who of us works a lead until when, and the correction of its score that somebody made, as JSON.
alter table lead add column owner varchar(200);
alter table lead add column due_on date;
alter table lead add column correction varchar(4000);
