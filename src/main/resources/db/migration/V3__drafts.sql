-- What else a revision says about itself (intended status, expiry, what it updates, category); null: read before that was looked for.
alter table revision add column declared varchar(10000);

-- How our products stand to what drafts demand.
create table portfolio_position (
    topic varchar(100) primary key,
    state varchar(20) not null,
    roadmap_on date,
    requirements text not null
);

-- That sealed material of a bid was handed in, and that it was not kept: none of its words stand here.
create table compliance_record (
    id varchar(60) primary key,
    -- note or draft, with the id that it was handed in under.
    source varchar(20) not null,
    source_id varchar(200),
    network varchar(200),
    reason varchar(40) not null,
    content_hash varchar(64) not null,
    handed_in_by varchar(200) not null,
    at timestamp(6) with time zone not null
);
create unique index compliance_content on compliance_record (content_hash);
create index compliance_at on compliance_record (at desc, id);
