import { expect, test } from 'vitest'
import { type BillsLocation, parseBillsLocation } from '../../src/config/bills-location.ts'

const athena = {
  kind: 'ATHENA',
  database: 'bills',
  table: 'cur2',
  workgroup: 'primary',
  catalog: 'AwsDataCatalog',
  region: null,
  months: 13,
} as const

test.each<[string, BillsLocation | null]>([
  ['exports', { kind: 'FOLDER', folder: 'exports' }],
  ['/srv/a:b?c', { kind: 'FOLDER', folder: '/srv/a:b?c' }],
  ['C:/exports', { kind: 'FOLDER', folder: 'C:/exports' }],
  ['s3://my.bucket', { kind: 'S3', bucket: 'my.bucket', prefix: '' }],
  ['S3://my-bucket/a/b//', { kind: 'S3', bucket: 'my-bucket', prefix: 'a/b' }],
  ['s3://My_Bucket/a', null],
  ['s3:///a', null],
  ['s3://my-bucket/a?region=eu-west-1', null],
  ['athena://bills.cur2', athena],
  [
    'athena://Bills.CUR2?workgroup=team.a&region=eu-central-1&catalog=other&months=3',
    { ...athena, workgroup: 'team.a', region: 'eu-central-1', catalog: 'other', months: 3 },
  ],
  ['athena://bills', null],
  ['athena://bills.cur2.more', null],
  ['athena://bills."cur2"', null],
  ['athena://bills.cur2?work=team', null],
  ['athena://bills.cur2?months=0', null],
  ['athena://bills.cur2?region=here', null],
  ['cost-explorer:', { kind: 'COST_EXPLORER', months: 13 }],
  ['cost-explorer:?months=6', { kind: 'COST_EXPLORER', months: 6 }],
  ['cost-explorer://account', null],
  ['https://bucket.s3.amazonaws.com/prefix', null],
])('%s', (text, location) => expect(parseBillsLocation(text)).toEqual(location))
