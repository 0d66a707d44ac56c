-- What the seed is made with: it stays in a schema of its own, beside the facts.
create schema bench;

-- A number in [0, 1) that looks random and is the same on every run.
create function bench.chance(n bigint, salt bigint) returns double precision
  language sql immutable parallel safe
  return (hashint8extended(n, salt) & 4503599627370495)::double precision / 4503599627370496;

create function bench.whole(n bigint, salt bigint, below bigint) returns bigint
  language sql immutable parallel safe
  return floor(bench.chance(n, salt) * below)::bigint;

-- The same, but low numbers come more often: number 0 of 500 about 22 times as often as the middle one.
create function bench.skewed(n bigint, salt bigint, below bigint) returns bigint
  language sql immutable parallel safe
  return floor(power(bench.chance(n, salt), 2) * below)::bigint;

create function bench.account(n bigint) returns text
  language sql immutable parallel safe
  return (200000000000 + n * 1234577)::text;

-- Accounts that are no members: partners, and accounts that left.
create function bench.outside_account(n bigint) returns text
  language sql immutable parallel safe
  return (900000000000 + n * 7654321)::text;

create function bench.vendor(n bigint) returns text
  language sql immutable parallel safe
  return lpad((67959333000 + n * 7919)::text, 12, '0');

create function bench.region(n bigint) returns text
  language sql immutable parallel safe
  return (array['us-east-1', 'eu-central-1', 'us-west-2', 'eu-west-1', 'us-east-2', 'ap-southeast-1', 'ap-northeast-1',
    'eu-west-2', 'ap-south-1', 'ca-central-1', 'eu-north-1', 'ap-southeast-2', 'sa-east-1', 'eu-west-3', 'us-west-1',
    'ap-northeast-2'])[n + 1];
