import { expect, it } from 'vitest'
import { meetsCriteria } from '../../src/domain/allowed-images.ts'
import { cases } from './allowed-images-cases.ts'

it.each(cases.map(each => [each.name, each] as const))('%s', (_name, { criteria, image, expected }) => {
  expect(meetsCriteria(criteria, image, new Date())).toBe(expected)
})
