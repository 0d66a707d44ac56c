/** What the explorer opens with. */
export const examples: readonly { query: string; variables?: string }[] = [
  {
    query: `# Which of our images are shared, and who can launch them?
# Ctrl-Enter, or the arrow, runs the query.
query SharedImages {
  images(
    filter: {
      visibility: { eq: SHARED }
      trust: { eq: ORGANIZATION }
    }
    first: 5
  ) {
    totalCount
    nodes {
      imageId
      region
      name
      owner { accountId name }
      launchPermissions { kind grantee status }
      launchableBy(first: 5) {
        totalCount
        nodes {
          account {
            accountId
            name
            organizationalUnitPath
          }
          grants { kind grantee }
        }
      }
    }
    coverage {
      complete
      oldestObservation
      gapCount
    }
  }
}
`,
  },
  {
    query: `# Which instances run on images that are deprecated,
# disabled, gone, untrusted or not allowed?
query RiskyInstances($first: Int = 20) {
  instances(
    filter: {
      state: { in: [RUNNING, STOPPED] }
      image: {
        any: [
          { deprecated: true }
          { state: { in: [DISABLED, DEREGISTERED] } }
          { trust: { in: [UNTRUSTED] } }
          { allowed: false }
        ]
      }
    }
    first: $first
  ) {
    totalCount
    nodes {
      instanceId
      region
      account { accountId name }
      state
      image {
        imageId
        name
        state
        deprecated
        trust
        owner { accountId }
      }
    }
  }
}
`,
    variables: '{ "first": 20 }',
  },
  {
    query: `# What could not be read, since when, and why?
query WhatCouldNotBeRead {
  coverage(
    filter: { status: { in: [FAILED, DENIED, STALE, NEVER] } }
    first: 50
  ) {
    totalCount
    nodes {
      account { accountId name }
      region
      kind
      status
      lastSuccessAt
      error { code message }
    }
  }
  syncStatus {
    running
    lastCompletedAt
    nextRunAt
    sources { total fresh stale failed never }
  }
}
`,
  },
]
