import type { CodegenConfig } from '@graphql-codegen/cli'

/** Types of the schema and of its resolvers: `npm run codegen` writes them, `npm run check` compares them. */
const config: CodegenConfig = {
  schema: 'schema/*.graphql',
  generates: {
    'src/graphql/schema.generated.ts': {
      plugins: ['typescript', 'typescript-resolvers'],
      config: {
        enumsAsTypes: true,
        immutableTypes: true,
        maybeValue: 'T | null',
        strictScalars: true,
        scalars: {
          AccountId: 'string',
          Decimal: 'string',
          DateTime: { input: 'Date', output: 'Date | string' },
          Region: 'string',
          YearMonth: 'string',
        },
        contextType: './request-context.ts#RequestContext',
        // What resolvers are given: a row as the database has it, not the type that is made of it.
        mappers: {
          Account: '../db/accounts/account.ts#AccountRow',
          AccountConnection: './connection.ts#Connection',
          AccountRegion: '../db/accounts/account-region.ts#AccountRegionRow',
          AllowedImagesSettings: '../db/account-settings/allowed-images.ts#AllowedImagesRow',
          BlockDevice: '../db/images/block-device.ts#BlockDeviceRow',
          BlockPublicAccess: '../db/account-settings/block-public-access.ts#BlockPublicAccessRow',
          Coverage: './coverage.ts#CoverageAnswer',
          Deregistration: '../db/deregistration/deregistration.ts#DeregistrationRow',
          Exposure: '../db/exposures/exposure.ts#ExposureRow',
          ExposureConnection: './connection.ts#Connection',
          Image: '../db/images/image.ts#ImageRow',
          ImageConnection: './connection.ts#Connection',
          ImageTag: '../db/images/image-tag.ts#ImageTagRow',
          Instance: '../db/instances/instance.ts#InstanceRow',
          InstanceConnection: './connection.ts#Connection',
          InstanceType: '../db/instance-types/instance-type.ts#InstanceTypeRow',
          InstanceTypeConnection: './connection.ts#Connection',
          LaunchableImage: '../db/images/image.ts#ImageRow',
          LaunchableImageConnection: './connection.ts#Connection',
          ImageUse: '../db/deregistration/image-use.ts#ImageUseRow',
          LaunchCheck: './load-launch-check.ts#LaunchCheckRow',
          LaunchingAccount: '../db/accounts/account.ts#AccountRow',
          LaunchingAccountConnection: './connection.ts#Connection',
          LaunchPermission: '../db/launch-permissions/launch-permission.ts#LaunchPermissionRow',
          LaunchPermissionsRead: '../db/launch-permissions/launch-permissions-read.ts#LaunchPermissionsReadRow',
          Organization: '../db/organization/organization.ts#OrganizationRow',
          OrganizationalUnit: '../db/organizational-units/organizational-unit.ts#OrganizationalUnitRow',
          OrganizationalUnitConnection: './connection.ts#Connection',
          ProductCode: '../db/product-codes/product-code.ts#ProductCodeRow',
          ProductCodeConnection: './connection.ts#Connection',
          ShareProblem: '../db/share-problems/share-problem.ts#ShareProblemRow',
          ShareProblemConnection: './connection.ts#Connection',
          Snapshot: '../db/snapshots/snapshot.ts#SnapshotRow',
          SnapshotConnection: './connection.ts#Connection',
          SourceCoverage: '../db/coverage/source-coverage.ts#SourceCoverageRow',
          SourceCoverageConnection: './connection.ts#Connection',
        },
        useIndexSignature: true,
        useTypeImports: true,
      },
    },
  },
}

export default config
