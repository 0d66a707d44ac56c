import { describe, expect, test } from 'vitest'
import { viewerOfClaims } from '../../src/auth/viewer-of-claims.ts'
import { type OidcClaims, oidcClaims } from '../../src/config/oidc-claims.ts'

const mapping = (given: object): OidcClaims => oidcClaims.parse(JSON.stringify(given))
const limited = (accountIds: string[], organizationalUnitIds: string[] = []) => ({
  kind: 'limited',
  accountIds,
  organizationalUnitIds,
})
const team = { claim: 'groups', value: 'team', accounts: ['100000000001'] }
const cloud = { claim: 'groups', value: 'cloud', organization: true, roles: ['admin', 'sync'] }

const cases: [what: string, mapping: object, claims: object, viewer: object][] = [
  [
    'a group that sees everything',
    { grants: [cloud] },
    { groups: ['x', 'cloud'] },
    { scope: { kind: 'organization' }, roles: ['admin', 'sync'] },
  ],
  [
    'a group that sees accounts',
    { grants: [team] },
    { groups: ['team'] },
    { scope: limited(['100000000001']), roles: [] },
  ],
  [
    'several groups',
    { grants: [team, { claim: 'groups', value: 'unit', organizationalUnits: ['ou-main-unit0001'], roles: ['sync'] }] },
    { groups: ['team', 'unit'] },
    { scope: limited(['100000000001'], ['ou-main-unit0001']), roles: ['sync'] },
  ],
  [
    'the wider grant wins',
    { grants: [team, cloud] },
    { groups: ['team', 'cloud'] },
    { scope: { kind: 'organization' } },
  ],
  [
    'a list of accounts',
    { accounts: 'aws' },
    { aws: ['100000000001', '100000000002', '100000000001'] },
    { scope: limited(['100000000001', '100000000002']) },
  ],
  [
    'a list as text',
    { accounts: 'aws' },
    { aws: '100000000001, 100000000002' },
    { scope: limited(['100000000001', '100000000002']) },
  ],
  [
    'entries of another form grant nothing',
    { accounts: 'aws' },
    { aws: ['100000000001', '*', 7, '10000000000', null] },
    { scope: limited(['100000000001']) },
  ],
  [
    'a list of units',
    { organizationalUnits: 'ous' },
    { ous: ['ou-main-unit0001', 'r-main', 'elsewhere'] },
    { scope: limited([], ['ou-main-unit0001', 'r-main']) },
  ],
  [
    'scopes, joined by spaces',
    { grants: [{ ...cloud, claim: 'scope', value: 'amigraph:all' }] },
    { scope: 'openid amigraph:all' },
    { scope: { kind: 'organization' } },
  ],
  [
    'a path',
    { grants: [{ ...cloud, claim: 'realm_access.roles' }] },
    { realm_access: { roles: ['cloud'] } },
    { scope: { kind: 'organization' } },
  ],
  [
    'a claim with dots in its name',
    { grants: [{ ...cloud, claim: 'https://example.com/groups' }] },
    { 'https://example.com/groups': ['cloud'] },
    { scope: { kind: 'organization' } },
  ],
  [
    'a value with spaces',
    { grants: [{ ...cloud, value: 'Cloud Platform' }] },
    { groups: 'Cloud Platform' },
    { scope: { kind: 'organization' } },
  ],
  [
    'a role alone',
    { grants: [{ claim: 'groups', value: 'ops', roles: ['sync'] }] },
    { groups: ['ops'] },
    { scope: limited([]), roles: ['sync'] },
  ],
  [
    'a name of one’s own',
    { name: 'email', grants: [team] },
    { groups: 'team', email: 'me@example.com' },
    { name: 'me@example.com' },
  ],
  ['no such name', { name: 'email', grants: [team] }, { groups: 'team' }, { name: 'me' }],
]

describe('claims let their bearer see', () => {
  test.each(cases)('%s', (_what, given, claims, viewer) => {
    expect(viewerOfClaims({ sub: 'me', ...claims }, mapping(given))).toMatchObject(viewer)
  })

  test.each([
    [{}],
    [{ groups: [] }],
    [{ groups: ['teams', 'TEAM'] }],
    [{ groups: { team: true } }],
    [{ __proto__: { groups: ['team'] } }],
  ])('nothing: %j', claims => {
    expect(() => viewerOfClaims({ sub: 'me', ...claims }, mapping({ grants: [team] }))).toThrow(
      expect.objectContaining({ code: 'FORBIDDEN', viewer: 'me' }),
    )
  })

  test('nothing that a path finds on a prototype', () => {
    const grant = { claim: 'groups.constructor.name', value: 'Array', organization: true }
    expect(() => viewerOfClaims({ groups: [] }, mapping({ grants: [grant] }))).toThrow()
  })
})

test.each([
  'x',
  '[]',
  '{"grant":[]}',
  '{"grants":[{"claim":"groups"}]}',
  '{"grants":[{"claim":"groups","value":"x","accounts":["1"]}]}',
  '{"grants":[{"claim":"groups","value":"x","roles":["root"]}]}',
  '{"grants":[{"claim":"groups","value":"x","organisation":true}]}',
])('a mapping that cannot be meant is refused: %s', text => {
  expect(oidcClaims.safeParse(text).success).toBe(false)
})
