/** The images that every account makes for itself: each rule comes up again and again, at any size of the world. */
import { setSettings } from '../changes.ts'
import { resourceId, uuid } from '../identifiers.ts'
import type { Random } from '../random.ts'
import type { WorldAccount } from '../world.ts'
import { makeImage } from './make-image.ts'
import { daysAgo, dotted, type Making } from './making.ts'
import { costTags } from './tag-texts.ts'
import { type Setting, workloadKinds } from './workload-kinds.ts'

const services = ['api', 'web', 'worker', 'edge', 'batch', 'proxy', 'jobs', 'cache', 'search', 'gateway', 'sftp', 'etl']

/** Makes the images of one account in one Region; `position` is how many workload images the world has already. */
export const makeWorkloadImages = (making: Making, account: WorldAccount, region: string, position: number): void => {
  for (let index = 0; index < making.sizes.imagesPerAccountRegion; index++) {
    const kind = workloadKinds[(position + index) % workloadKinds.length] as (typeof workloadKinds)[number]
    const setting = settingFor(making, account, region, index)
    const { name = setting.name, ...plan } = kind(setting)
    makeImage(making, {
      region,
      ownerId: account.accountId,
      created: setting.created,
      tags: costTags(account.name),
      ...(setting.wasLaunched ? { lastLaunched: daysAgo(making, 2 + making.world.random.below(setting.age - 3)) } : {}),
      ...plan,
      // Without a name at all, as images of long ago can be
      ...(name === '' ? {} : { name }),
    })
    // Images made public before public access was blocked stay public
    const isPublic = plan.permissions?.some(permission => permission.Group === 'all')
    if (isPublic && index % 2 === 0)
      setSettings(making.world, account.accountId, region, { imageBlockPublicAccess: 'unblocked' })
  }
}

const settingFor = (making: Making, account: WorldAccount, region: string, index: number): Setting => {
  const { random } = making.world
  const age = 6 + random.below(700)
  const created = daysAgo(making, age + random.unit())
  const slug = account.name.toLowerCase().replaceAll(' ', '-')
  return {
    making,
    account,
    region,
    age,
    created,
    name: `${slug}-${random.pick(services)}-${dotted(created)}-${index + 1}`,
    wasLaunched: age > 30 && random.chance(0.6),
    other: otherMember(making, account, random),
    backupName: `AwsBackup_${resourceId('i', random)}_${uuid(random)}`,
  }
}

const otherMember = ({ cast }: Making, account: WorldAccount, random: Random): WorldAccount => {
  const other = random.pick(cast.members)
  return other === account ? cast.management : other
}
