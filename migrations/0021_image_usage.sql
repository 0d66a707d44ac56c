-- Up Migration
-- Usage reports are read from now on; what lies in their tables is as it is read.

comment on table amigraph.image_outside_usage is 'How often accounts use an image that is shared outside the organization, from DescribeImageUsageReportEntries. Source: (owner, Region, IMAGE_USAGE). Members are among them: one that leaves the organization is outside from that moment.';
comment on column amigraph.image_usage_reports.report_id is 'The last one that was begun, whoever asked for it';
comment on column amigraph.image_usage_reports.requested_at is 'When that one was begun';
comment on column amigraph.image_usage_reports.observed_at is 'When the report was begun whose entries are in image_outside_usage; null: none was ever finished';

-- Down Migration
comment on table amigraph.image_outside_usage is 'How often accounts outside the organization use a shared image, from DescribeImageUsageReportEntries. Source: (owner, Region, IMAGE_USAGE).';
comment on column amigraph.image_usage_reports.report_id is 'The last one that was asked for';
comment on column amigraph.image_usage_reports.requested_at is 'When that one was asked for';
comment on column amigraph.image_usage_reports.observed_at is 'When the report was made whose entries are in image_outside_usage; null: none was ever finished';
