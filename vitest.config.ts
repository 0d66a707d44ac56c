import { defineConfig } from 'vitest/config'

export default defineConfig({
  // As Node itself resolves it: Vite would take the package's other copy, whose classes are not those of Apollo Server.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/global-setup.ts'],
    // Tests wait for conditions, never for time; what takes this long hangs.
    // Many wait for others (queues, databases that come back) more than they compute.
    maxWorkers: 3,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    restoreMocks: true,
    // A machine reads the report of an unattended run; see .ci/run.
    reporters: process.env.CI ? ['default', ['json', { outputFile: '.test-report.json' }]] : ['default'],
    // The developer's own settings must not decide what a test sees, and nothing may ask this machine for credentials.
    env: { AWS_EC2_METADATA_DISABLED: 'true', AWS_CONFIG_FILE: '/dev/null', AWS_SHARED_CREDENTIALS_FILE: '/dev/null' },
  },
})
