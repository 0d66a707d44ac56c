import { expect, it } from 'vitest'
import { effectiveBootMode } from '../../../src/domain/launch-check/boot-mode.ts'

// "Instance launch behavior with Amazon EC2 boot modes", and for the defaults "Amazon EC2 boot modes" (R2)
const both = ['LEGACY_BIOS', 'UEFI']
const legacy = ['LEGACY_BIOS']
const uefi = ['UEFI']

it.each([
  ['LEGACY_BIOS', 'X86_64', both, 'LEGACY_BIOS'],
  ['LEGACY_BIOS', 'X86_64', uefi, null],
  ['UEFI', 'X86_64', both, 'UEFI'],
  ['UEFI', 'X86_64', legacy, null],
  ['UEFI', 'ARM64', uefi, 'UEFI'],
  ['UEFI_PREFERRED', 'X86_64', both, 'UEFI'],
  ['UEFI_PREFERRED', 'X86_64', legacy, 'LEGACY_BIOS'],
  ['UEFI_PREFERRED', 'ARM64', uefi, 'UEFI'],
  [null, 'X86_64', both, 'LEGACY_BIOS'],
  [null, 'I386', both, 'LEGACY_BIOS'],
  [null, 'X86_64', legacy, 'LEGACY_BIOS'],
  [null, 'X86_64', uefi, 'UEFI'],
  [null, 'ARM64', uefi, 'UEFI'],
  [null, 'ARM64_MAC', both, 'UEFI'],
  [null, null, both, undefined],
  [null, 'X86_64', [], null],
  ['OTHER', 'X86_64', both, undefined],
])('an image with %s of %s on a type that boots %j boots %s', (bootMode, architecture, supported, expected) => {
  expect(effectiveBootMode({ bootMode, architecture, supported })).toBe(expected)
})
