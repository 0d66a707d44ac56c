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
    query: `# Where do our newest images come from, what was made
# of them, and in which Regions are they missing?
query Lineages {
  images(
    filter: { trust: { eq: ORGANIZATION } }
    first: 10
  ) {
    nodes {
      imageId
      region
      name
      from: lineage(direction: ANCESTORS) {
        nodes { ...Relative }
      }
      into: lineage(direction: DESCENDANTS) {
        nodes { ...Relative }
      }
      regionalCopies { missingRegions }
    }
  }
}

fragment Relative on ImageRelative {
  generation
  region
  imageId
  image { name owner { name } }
  links { kind relationship }
  end
}
`,
  },
  {
    query: `# What would break if accounts allowed nothing but images of
# Amazon, besides their own, and no deprecated ones?
query AllowedImagesWhatIf(
  $criteria: [ImageCriterionInput!]!
) {
  allowedImagesWhatIf(criteria: $criteria) {
    instanceCounts {
      allowed
      disallowed
      unknown
      newlyDisallowed
      accountsDisallowed
    }
    instances(changed: true, first: 20) {
      totalCount
      nodes {
        verdict
        today
        instance {
          instanceId
          region
          account { accountId name }
          image { name trust trustReason }
        }
      }
    }
    launchTemplateVersions(first: 20) {
      nodes {
        verdict
        launchTemplateVersion {
          launchTemplateName
          versionNumber
          account { name }
        }
      }
    }
  }
}
`,
    variables: `{
  "criteria": [
    {
      "imageProviders": ["amazon"],
      "maximumDaysSinceDeprecated": 0
    }
  ]
}`,
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
