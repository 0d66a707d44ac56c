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
          DateTime: { input: 'Date', output: 'Date | string' },
          Region: 'string',
        },
        useIndexSignature: true,
        useTypeImports: true,
      },
    },
  },
}

export default config
