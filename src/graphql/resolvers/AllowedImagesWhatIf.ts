import {
  imagesUnderCriteria,
  instanceCountsUnderCriteria,
  instancesUnderCriteria,
  type ProposalRow,
  templateCountsUnderCriteria,
  templatesUnderCriteria,
} from '../../db/allowed-images/under-criteria.ts'
import type { WantedVerdicts } from '../../db/allowed-images/verdicts.ts'
import { whatIfScope } from '../../domain/coverage-scope.ts'
import { connect } from '../connection.ts'
import { coverageOf } from '../coverage.ts'
import { loadCertain } from '../load-certain.ts'
import type { AllowedImagesWhatIfResolvers } from '../schema.generated.ts'

export const AllowedImagesWhatIf: AllowedImagesWhatIfResolvers = {
  instances: (proposal, { verdicts, changed = null, ...args }, context, info) =>
    connect(context, info, instancesUnderCriteria, args, {
      of: proposal,
      with: { verdicts, changed } satisfies WantedVerdicts,
      nodeField: 'instance',
    }),

  launchTemplateVersions: (proposal, { verdicts, changed = null, ...args }, context, info) =>
    connect(context, info, templatesUnderCriteria, args, {
      of: proposal,
      with: { verdicts, changed } satisfies WantedVerdicts,
      nodeField: 'launchTemplateVersion',
    }),

  images: (proposal, { verdicts, changed = null, ...args }, context, info) =>
    connect(context, info, imagesUnderCriteria, args, {
      of: proposal,
      with: { verdicts, changed } satisfies WantedVerdicts,
    }),

  instanceCounts: (proposal, _, context, info) => loadCertain(context, instanceCountsUnderCriteria, proposal, info),

  launchTemplateVersionCounts: (proposal, _, context, info) =>
    loadCertain(context, templateCountsUnderCriteria, proposal, info),

  coverage: (proposal, _, context) => coverageOf(context, whatIfScope(accountsOf(proposal), listOf(proposal.regions))),
}

/** Which accounts units have is for the database to say: then those of all accounts. */
const accountsOf = ({ accounts, organizationalUnits }: ProposalRow) =>
  organizationalUnits === null ? listOf(accounts) : null

const listOf = (list: string | null): string[] | null => (list === null ? null : JSON.parse(list))
