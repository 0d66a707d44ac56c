import { rememberedAccount, rememberedImage, rememberedInstance } from '../../db/memory/remembered.ts'
import type { ChangeResolvers, ResolversTypes } from '../schema.generated.ts'
import { selectionOf } from '../selection.ts'

type Subject = NonNullable<Awaited<ResolversTypes['ChangeSubject']>>

export const Change: ChangeResolvers = {
  account: ({ accountId }, _, { load }, info) =>
    accountId === null ? null : load.one(rememberedAccount, { accountId }, selectionOf(info)),

  subject: async ({ accountId, region, imageId, instanceId }, _, { load }, info) => {
    const [type, relation, key] =
      instanceId !== null
        ? ['Instance', rememberedInstance, { accountId, region, instanceId }]
        : imageId !== null
          ? ['Image', rememberedImage, { region, imageId }]
          : ['Account', rememberedAccount, { accountId }]
    const found = await load.one<Subject>(relation, key, selectionOf(info))
    return found && Object.assign(found, { __typename: type })
  },
}
