import type { ImageUsageResourceTypeRequest } from '@aws-sdk/client-ec2'
import { everyTemplateVersion } from './every-template-version.ts'

/** Everything that a usage report can count, each as far back as AWS looks. */
export const usageReportTypes: ImageUsageResourceTypeRequest[] = [
  { ResourceType: 'ec2:Instance' },
  everyTemplateVersion,
  { ResourceType: 'imagebuilder:ImageRecipe' },
  { ResourceType: 'imagebuilder:ContainerRecipe' },
]
