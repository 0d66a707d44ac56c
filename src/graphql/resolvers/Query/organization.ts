import { organization as concept } from '../../../db/organization/organization.ts'
import { everyRow } from '../../../db/relation.ts'
import type { QueryResolvers } from '../../schema.generated.ts'
import { selectionOf } from '../../selection.ts'

const everyOrganization = everyRow(concept)

export const organization: QueryResolvers['organization'] = (_, _args, { load }, info) =>
  load.one(everyOrganization, {}, selectionOf(info))
