import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { buildSchema, isEnumType, isInputObjectType, isInterfaceType, isObjectType, parse, validate } from 'graphql'
import { describe, expect, it } from 'vitest'
import { sourceKinds } from '../../src/domain/source.ts'
import { vocabulary } from '../../src/domain/vocabulary.ts'
import { examples } from '../../src/graphql/explorer/page/examples.ts'
import { readTypeDefs } from '../../src/graphql/schema.ts'

const schema = buildSchema(readTypeDefs().join('\n'))
const types = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith('__'))

describe('the schema', () => {
  it('describes every element', () => {
    const builtIn = new Set(['String', 'Int', 'Float', 'Boolean', 'ID'])
    const missing: string[] = []
    const check = (name: string, description: string | null | undefined) => {
      if (!description || description.trim().length < 4) missing.push(name)
    }
    for (const type of types.filter(({ name }) => !builtIn.has(name))) {
      check(type.name, type.description)
      if (isObjectType(type) || isInterfaceType(type)) {
        for (const field of Object.values(type.getFields())) {
          check(`${type.name}.${field.name}`, field.description)
          for (const argument of field.args) check(`${type.name}.${field.name}(${argument.name})`, argument.description)
        }
      }
      if (isInputObjectType(type)) {
        for (const field of Object.values(type.getFields())) check(`${type.name}.${field.name}`, field.description)
      }
      if (isEnumType(type)) for (const value of type.getValues()) check(`${type.name}.${value.name}`, value.description)
    }
    expect(missing).toEqual([])
  })

  it('describes its directives', () => {
    const missing = schema
      .getDirectives()
      .flatMap(({ name, description, args }) => [
        { name: `@${name}`, description },
        ...args.map(argument => ({ name: `@${name}(${argument.name})`, description: argument.description })),
      ])
      .filter(({ description }) => !description)
    expect(missing).toEqual([])
  })

  it('has no nullable list items but those of nodes, where a place can be empty', () => {
    const nullable = types
      .filter(type => isObjectType(type) || isInputObjectType(type))
      .flatMap(type =>
        Object.values(type.getFields()).map(field => ({
          name: `${type.name}.${field.name}`,
          type: String(field.type),
        })),
      )
      .filter(({ type }) => /[^!]\]/.test(type))
    expect(nullable.map(({ name }) => name)).toEqual(['Query.nodes'])
  })

  it.each([
    ['AccountState', vocabulary.accountState],
    ['ImageState', vocabulary.imageState],
    ['ImageType', vocabulary.imageType],
    ['Architecture', vocabulary.architecture],
    ['BootMode', vocabulary.bootMode],
    ['VirtualizationType', vocabulary.virtualizationType],
    ['Hypervisor', vocabulary.hypervisor],
    ['RootDeviceType', vocabulary.rootDeviceType],
    ['ProductCodeKind', vocabulary.productCodeKind],
    ['InstanceState', vocabulary.instanceState],
    ['InstanceLifecycle', vocabulary.instanceLifecycle],
    ['SnapshotState', vocabulary.snapshotState],
    ['SnapshotStorageTier', vocabulary.storageTier],
    ['OptInStatus', vocabulary.optInStatus],
    ['ImageReferenceKind', vocabulary.imageReferenceKind],
    ['FastLaunchState', vocabulary.fastLaunchState],
    ['AllowedImagesState', vocabulary.allowedImagesState],
    ['BlockPublicAccessState', vocabulary.blockPublicAccessState],
    ['SettingManager', vocabulary.settingManager],
    ['InstanceTypeHypervisor', vocabulary.instanceTypeHypervisor],
    ['FeatureSupport', vocabulary.featureSupport],
    ['UsageClass', vocabulary.usageClass],
    ['SourceKind', sourceKinds],
  ])('lists in %s what the sync writes', (name, values) => {
    const type = schema.getType(name)
    if (!isEnumType(type)) throw new Error(`${name} is no enum`)
    const listed = type.getValues().map(value => value.name)
    expect(listed.toSorted()).toEqual([...values].toSorted())
  })

  it.each(examples.map(({ query }) => [query]))('validates an example of the explorer page', query => {
    expect(validate(schema, parse(query))).toEqual([])
  })

  const documents = resolve(import.meta.dirname, '../../../shared/questions')
  it
    .skipIf(!existsSync(documents))
    .each([
      '01-who-can-launch.graphql',
      '02-what-can-an-account-launch.graphql',
      '03-can-it-launch.graphql',
      '05-exposures.graphql',
      '06-safe-to-deregister.graphql',
      '07-share-problems.graphql',
      '10-golden-images.graphql',
      '08-risky-instances.graphql',
      '09-what-changed.graphql',
      '12-what-could-not-be-read.graphql',
    ])('validates the question %s', file => {
    expect(validate(schema, parse(readFileSync(resolve(documents, file), 'utf8')))).toEqual([])
  })
})
