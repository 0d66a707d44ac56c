import { expect, it } from 'vitest'
import { billedAs, type DriftKind, driftOf } from '../../../src/domain/usage-operation/drift.ts'

const op = (code: string) => `RunInstances:${code}`
const linux = 'RunInstances'

// AWS: EC2 user guide, "AMI billing information fields", and "Understand AMI billing information": the operation of the
// AMI, of the instance, and line_item_operation of the bill are the same code.
it.each<[what: string, image: string | null, instance: string | null, billed: string | null, DriftKind[]]>([
  ['all agree', linux, linux, linux, []],
  ['all agree on Windows', op('0002'), op('0002'), op('0002'), []],
  ['nothing is known but the bill', null, null, op('0002'), []],
  ['the image is gone, the rest agrees', null, op('0010'), op('0010'), []],
  ['Windows with own licence is billed with licence', op('0800'), op('0800'), op('0002'), ['WINDOWS_LICENSE']],
  ['Windows with licence became own licence', op('0002'), op('0800'), op('0800'), ['WINDOWS_LICENSE']],
  ['only the bill differs, the image is gone', null, op('0800'), op('0002'), ['WINDOWS_LICENSE']],
  ['Linux is billed as Windows', linux, linux, op('0002'), ['WINDOWS']],
  ['RHEL is billed as Linux', op('0010'), op('0010'), linux, ['RHEL']],
  ['RHEL with own subscription is billed with one', op('00g0'), op('00g0'), op('0010'), ['RHEL']],
  ['RHEL without high availability is billed with it', op('0010'), op('0010'), op('1010'), ['RHEL']],
  ['SUSE is billed as Linux', op('000g'), op('000g'), linux, ['SUSE']],
  ['Ubuntu became Ubuntu Pro', linux, op('0g00'), op('0g00'), ['UBUNTU_PRO']],
  ['SQL Server Standard is billed as Enterprise', op('0006'), op('0006'), op('0102'), ['SQL_SERVER']],
  ['SQL Server on Linux is billed as Linux alone', op('0004'), op('0004'), linux, ['SQL_SERVER']],
  ['RHEL with SQL Server is billed as Windows with it', op('0014'), op('0014'), op('0006'), ['WINDOWS', 'RHEL']],
  [
    'Windows with SQL Server is billed as Windows with own licence',
    op('0006'),
    null,
    op('0800'),
    ['WINDOWS_LICENSE', 'SQL_SERVER'],
  ],
  ['RHEL became SUSE', op('0010'), op('000g'), op('000g'), ['RHEL', 'SUSE']],
  ['RHEL with own subscription is billed as Linux, as AWS does', op('00g0'), op('00g0'), linux, []],
  ['RHEL became RHEL with own subscription', op('0010'), op('00g0'), linux, ['RHEL']],
  ['RHEL with own subscription became RHEL, and is billed as Linux', op('00g0'), op('0010'), linux, ['RHEL']],
  ['Spot: the zone stands behind Linux', linux, linux, op('SV001'), []],
  ['Spot: the zone stands behind the code', op('0010'), op('0010'), op('0010:SV006'), []],
  ['Spot: the zone has more digits', op('0002'), op('0002'), op('0002:SV051'), []],
  ['Spot: RHEL with own subscription', op('00g0'), op('00g0'), op('SV006'), []],
  ['Spot: own licence is billed with licence', op('0800'), op('0800'), op('0002:SV001'), ['WINDOWS_LICENSE']],
  ['Spot: Windows is billed as Linux', op('0002'), op('0002'), op('SV001'), ['WINDOWS']],
  ['Spot: only image and instance differ', op('0800'), op('0002'), op('0002:SV001'), ['WINDOWS_LICENSE']],
  ['Spot: an operation that is not listed', op('9999'), op('9999'), op('9999:SV001'), []],
  ['it is on no bill yet', op('0002'), op('0002'), null, []],
  ['it is on no bill yet, and image and instance differ', op('0002'), op('0800'), null, ['WINDOWS_LICENSE']],
  ['an operation that is not listed', op('0002'), op('0002'), op('9999'), ['OTHER']],
  ['all differ, one is not listed', op('0800'), op('0002'), op('9999'), ['WINDOWS_LICENSE', 'OTHER']],
])('%s', (_what, image, instance, billed, kinds) => {
  expect(driftOf({ image, instance, billed })).toEqual(kinds)
})

it.each<[what: string, held: string[], billed: string, instance: string | null]>([
  ['none was seen', [], linux, null],
  ['the only one', [op('0800')], op('0002'), op('0800')],
  ['converted meanwhile: before', [op('0002'), op('0800')], op('0002'), op('0002')],
  ['converted meanwhile: after', [op('0002'), op('0800')], op('0800'), op('0800')],
  ['converted meanwhile: neither', [op('0002'), op('0800')], op('0006'), op('0800')],
  ['converted meanwhile, as Spot', [op('0010'), op('00g0')], op('0010:SV002'), op('0010')],
])('what is billed as an instance had it: %s', (_what, held, billed, instance) => {
  expect(billedAs(held, billed)).toBe(instance)
})
