import type { AwsClients } from '../aws/clients.ts'
import { inBucketRegion } from '../aws/s3/in-bucket-region.ts'
import type { BillsConfig } from '../config/config.ts'
import { athenaBillSource } from './athena/athena-bill-source.ts'
import type { BillSource } from './bill-source.ts'
import { costExplorerBillSource } from './cost-explorer/cost-explorer-bill-source.ts'
import { fileBillSource } from './file-bill-source.ts'
import { localExportStore } from './local-export-store.ts'
import { s3ExportStore } from './s3-export-store.ts'

type BillSourceParts = {
  readonly aws: AwsClients
  readonly homeRegion: string
  /** Ends what runs elsewhere for it */
  readonly signal: AbortSignal
  readonly now?: () => Date
}

/** The source of bills that is configured. */
export const openBillSource = (
  { location, roleArn }: BillsConfig,
  { aws, homeRegion, signal, now = () => new Date() }: BillSourceParts,
): BillSource => {
  if (location.kind === 'FOLDER') return fileBillSource(localExportStore(location.folder))
  const clients = aws.bills(roleArn)
  if (location.kind === 'S3') return fileBillSource(s3ExportStore(inBucketRegion(clients.s3, homeRegion), location))
  const { months } = location
  if (location.kind === 'COST_EXPLORER')
    return costExplorerBillSource({ client: clients.costExplorer, payerAccountId: aws.homeAccountId, months, now })
  const { database, catalog, workgroup, table } = location
  const client = clients.athena(location.region ?? homeRegion)
  return athenaBillSource({ client, database, catalog, workgroup, signal }, table, { months, now })
}
