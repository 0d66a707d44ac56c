import { imageUsageReport } from '../../../db/image-usage/image-usage-report.ts'
import type { TypeMap } from '../compilation.ts'
import { facts } from '../fact.ts'

export const ImageUsageReport: TypeMap = facts(imageUsageReport.fields)
